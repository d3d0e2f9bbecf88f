using ClientLedger.Messages;
using Microsoft.AspNetCore.Http;

namespace ClientLedger.Api;

/// <summary>What the pages for developers have in common: the heading, the way between them, and where the API is.</summary>
/// <param name="Address">Of the page, from the ledger's root.</param>
/// <param name="Endpoint">The whole address of the ledger's API.</param>
public sealed record ApiPage(string Address, string Endpoint)
{
    /// <summary>Addresses from the ledger's root.</summary>
    public const string Overview = "api", Guide = "help/api", Schema = "api/schema", Explorer = "api/explorer";

    /// <summary>Addresses and names of the pages, in the order in which they are shown.</summary>
    public static IReadOnlyList<(string Address, Label Label)> All { get; } =
    [
        (Overview, DeveloperTexts.Overview), (Guide, DeveloperTexts.Guide), (Schema, DeveloperTexts.Schema), (Explorer, DeveloperTexts.Explorer),
    ];

    /// <summary>A page as a request shows it.</summary>
    public static ApiPage Of(string address, HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new(address, ApiModule.AddressOf(request));
    }
}
