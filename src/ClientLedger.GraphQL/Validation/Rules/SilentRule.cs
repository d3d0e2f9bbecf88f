namespace ClientLedger.GraphQL.Validation.Rules;

/// <summary>Reports nothing.</summary>
internal sealed class SilentRule : Rule
{
    public static SilentRule Instance { get; } = new();
}
