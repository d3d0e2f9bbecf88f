namespace ClientLedger.Help.Demo;

/// <summary>Whether this installation gets a demo, as its configuration says.</summary>
/// <param name="IsWanted">A fresh installation gets one, and one that was begun is gone on with.</param>
/// <param name="Password">What the demo's accounts sign in with; null for one of the installation's own.</param>
internal sealed record DemoChoice(bool IsWanted, string? Password = null);
