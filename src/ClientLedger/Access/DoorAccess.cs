namespace ClientLedger.Access;

/// <summary>Who may come in by a door.</summary>
public enum Admission
{
    /// <summary>Anybody, without a sign-in; such a door shows and changes nothing of a ledger.</summary>
    Anybody,

    /// <summary>Whoever has signed in.</summary>
    Account,

    /// <summary>An active member of the tenant, within the grants of its roles.</summary>
    Member,

    /// <summary>The product itself, as a named system actor.</summary>
    System,
}

/// <summary>
/// Declares who may come in by a page or what a job acts as. Every page model, or each of its handlers, and every job carries one; a test sees to it.
/// </summary>
/// <param name="admission">Who.</param>
/// <param name="actor">Name of the system actor that a job acts as; null for pages.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, Inherited = false)]
public sealed class DoorAccessAttribute(Admission admission, string? actor = null) : Attribute
{
    public Admission Admission { get; } = admission;

    public string? Actor { get; } = actor;
}
