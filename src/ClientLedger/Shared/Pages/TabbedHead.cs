using ClientLedger.Messages;

namespace ClientLedger.Shared.Pages;

/// <summary>The head of pages that stand beside each other.</summary>
/// <param name="Title">What they are called together.</param>
/// <param name="Tabs">All of them, by their addresses in the tenant.</param>
/// <param name="Current">The address of the one that is shown.</param>
internal sealed record TabbedHead(Label Title, Label Lead, IReadOnlyList<(string Address, Label Label)> Tabs, string Current);
