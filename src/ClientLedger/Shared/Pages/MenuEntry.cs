using ClientLedger.Fields;
using ClientLedger.Messages;
using ClientLedger.Tenancy;
using Microsoft.Extensions.DependencyInjection;

namespace ClientLedger.Shared.Pages;

/// <summary>A place that the menu of a ledger leads to. A room adds its own in its module, so that the menu holds what there is and nothing else.</summary>
/// <param name="Order">Lower stands first; rooms leave gaps of ten.</param>
/// <param name="Address">From the ledger's root: <c>customers</c>; empty for its home.</param>
/// <param name="Icon">A symbol of <c>icons.svg</c>.</param>
/// <param name="Entity">The records that the place shows; who knows nothing of them isn't led there. Null for a place of another kind.</param>
/// <param name="Beside">Another address that belongs to the place, though it doesn't lie below its own.</param>
/// <param name="For">Tells who can do something there; nobody else is led there. Null for everybody.</param>
internal sealed record MenuEntry(int Order, string Address, string Icon, Label Label, string? Entity = null, string? Beside = null, Func<LedgerScope, bool>? For = null)
{
    /// <summary>Whether the place is there for a caller.</summary>
    public bool IsFor(LedgerScope ledger) => (Entity is null || ShownFields.IsKnown(ledger, Entity)) && (For is null || For(ledger));

    /// <summary>Whether a page lies in this place.</summary>
    public bool Holds(string path) => Address.Length == 0 ? path.Trim('/').Length == 0 : IsWithin(Address, path) || (Beside is not null && IsWithin(Beside, path));

    private static bool IsWithin(string address, string path) => path.Trim('/') == address || path.TrimStart('/').StartsWith(address + "/", StringComparison.Ordinal);
}

/// <summary>How rooms add to the menu.</summary>
internal static class MenuEntryExtensions
{
    public static IServiceCollection AddMenuEntry(this IServiceCollection services, MenuEntry entry) => services.AddSingleton(entry);
}
