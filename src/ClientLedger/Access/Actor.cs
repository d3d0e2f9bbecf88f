namespace ClientLedger.Access;

/// <summary>What kind of somebody acts.</summary>
public enum ActorKind
{
    Person,

    /// <summary>A program that signed in on its own behalf.</summary>
    Client,

    /// <summary>The product itself, named by what it does: <c>import</c>, <c>verifier</c>.</summary>
    System,
}

/// <summary>Who acts. There is no anonymous actor: code without one can't open a ledger.</summary>
/// <param name="Id">Account or client; 0 for the product itself.</param>
/// <param name="Name">As shown in the log.</param>
public sealed record Actor(ActorKind Kind, long Id, string Name)
{
    /// <summary>The product itself, doing something that has a name.</summary>
    public static Actor System(string name) => new(ActorKind.System, 0, name);
}
