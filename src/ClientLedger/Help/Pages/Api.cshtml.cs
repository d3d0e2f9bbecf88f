using ClientLedger.Access;
using ClientLedger.Api;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClientLedger.Help.Pages;

/// <summary>The guide to the API, with the address of this ledger in its examples.</summary>
[DoorAccess(Admission.Member)]
internal sealed class ApiModel : PageModel
{
    public ApiPage Head => ApiPage.Of(ApiPage.Guide, Request);

    /// <summary>As HTML.</summary>
    public string Guide => ApiGuide.ToHtml(ApiModule.AddressOf(Request));

    public string Schema => Url.Content("~" + ApiModule.SchemaAddress);
}
