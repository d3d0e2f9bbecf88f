using ClientLedger.Messages;
using ClientLedger.Tenancy;
using Microsoft.AspNetCore.Http;

namespace ClientLedger.Settings;

/// <summary>What all pages of settings have in common: the heading, the way between them, and what has just happened.</summary>
/// <param name="Address">Of the page, from the ledger's root.</param>
/// <param name="MayChange">Whether the visitor may change anything here.</param>
/// <param name="WasSaved">Something was saved a moment ago.</param>
internal sealed record SettingsPage(string Address, bool MayChange, bool WasSaved)
{
    public const string Numbering = SettingsModule.Address + "/numbering";
    public const string Books = SettingsModule.Address + "/books";
    public const string Rates = SettingsModule.Address + "/rates";
    public const string Keys = SettingsModule.Address + "/keys";

    public const string Log = SettingsModule.Address + "/log";

    private const string SavedMark = "saved";

    /// <summary>Addresses and names of the pages, in the order in which they are shown.</summary>
    public static readonly IReadOnlyList<(string Address, Label Label)> All =
    [
        (SettingsModule.Address, SettingsTexts.General), (Numbering, SettingsTexts.Numbering), (Books, SettingsTexts.Books), (Rates, SettingsTexts.Rates), (Keys, SettingsTexts.Keys),
        (Log, SettingsTexts.Log),
    ];

    /// <summary>Others don't even look at it; the page says so itself.</summary>
    public bool IsForOwners => Address is Keys or Log;

    /// <summary>A page as a request shows it.</summary>
    public static SettingsPage Of(string address, LedgerScope ledger, HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(request);

        // A form is sent to the address of its page, which may still tell of what was saved before.
        return new(address, ledger.Rights.IsOwner, HttpMethods.IsGet(request.Method) && request.Query.ContainsKey(SavedMark));
    }

    /// <summary>Where a page is shown anew after something was saved, for <c>Url.Content</c>.</summary>
    public static string Saved(string address) => $"~/{address}?{SavedMark}=1";
}
