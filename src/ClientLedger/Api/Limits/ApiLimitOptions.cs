namespace ClientLedger.Api.Limits;

/// <summary>How much one caller may ask of a ledger's API.</summary>
public sealed class ApiLimitOptions
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "Api";

    /// <summary>Requests that may come at once.</summary>
    public int Burst { get; set; } = 200;

    /// <summary>Requests a second that may go on for ever.</summary>
    public int PerSecond { get; set; } = 20;

    /// <summary>Points that a caller may spend at once. An operation that costs more is never carried out.</summary>
    public int CostBurst { get; set; } = 200_000;

    /// <summary>Points a second that may be spent for ever.</summary>
    public int CostPerSecond { get; set; } = 5_000;
}
