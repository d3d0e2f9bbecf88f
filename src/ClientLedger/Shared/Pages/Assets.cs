using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace ClientLedger.Shared.Pages;

/// <summary>
/// Addresses of static files. They lie at the host's root and not under <c>/t/NAME</c>, so that all ledgers share what a browser keeps; with the
/// file's hash in its name it keeps it for ever.
/// </summary>
internal static class Assets
{
    /// <summary>The address of a file below <c>wwwroot</c>.</summary>
    public static string Asset(this HttpContext context, string file) =>
        context.Features.Get<RootPath>()?.Value + "/" + (context.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>()?[file] ?? file);
}

/// <summary>The path base under which the product itself lies, before a tenant's was added to it.</summary>
internal sealed record RootPath(string Value);
