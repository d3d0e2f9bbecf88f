using ClientLedger.Access;
using ClientLedger.Shared.Pages;
using ClientLedger.Tenancy;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClientLedger.Api.Pages;

/// <summary>
/// The explorer: Altair, which fills the window. It asks with the visitor's session, or with a key that is typed in as a header. Its page allows what no
/// other does: the styles that its parts put into the page, its workers, and a base for its addresses. Scripts and requests are held to this server as everywhere.
/// </summary>
[DoorAccess(Admission.Member)]
internal sealed class ExplorerModel(LedgerScope ledger, Wording wording) : PageModel
{
    public string Endpoint => ApiModule.AddressOf(Request);

    /// <summary>Where its files lie, as the base of its addresses.</summary>
    public string Files => HttpContext.Asset("lib/altair/");

    /// <summary>What it keeps in the browser (the height of a pane) lies under this name.</summary>
    public string Space => $"explorer_{ledger.TenantName}_";

    /// <summary>The language of its own texts.</summary>
    public string Language => wording.Language == Messages.Language.Chinese ? "zh-CN" : "en-US";

    /// <summary>What stands in it at first.</summary>
    public string Query => $"# {wording[DeveloperTexts.ExplorerHint]}\n{{\n  me {{ name }}\n  tenant {{ company zone baseCurrency }}\n}}\n";

    public void OnGet()
    {
        Response.Headers.CacheControl = "no-store";
        Response.Headers.ContentSecurityPolicy =
            "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
            "form-action 'none'; frame-ancestors 'none'; base-uri 'self'";
    }
}
