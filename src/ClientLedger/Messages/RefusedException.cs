namespace ClientLedger.Messages;

/// <summary>
/// Ends an operation that can't go on because of what it was asked: a query that names an unknown field, an unknown tenant.
/// Refusals of single rows and fields of a change are values in its result, never exceptions.
/// </summary>
public sealed class RefusedException(Refusal refusal) : Exception(refusal.In(Language.English))
{
    public Refusal Refusal { get; } = refusal;
}
