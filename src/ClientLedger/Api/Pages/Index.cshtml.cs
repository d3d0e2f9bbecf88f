using ClientLedger.Access;
using ClientLedger.Api.Limits;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace ClientLedger.Api.Pages;

/// <summary>Where a developer begins: where the API is, how to come in, and what helps.</summary>
[DoorAccess(Admission.Member)]
internal sealed class IndexModel(IOptions<ApiLimitOptions> limits) : PageModel
{
    /// <summary>By which a program signs in.</summary>
    public const string Header = "Authorization: Bearer key_…";

    public ApiPage Head => ApiPage.Of(ApiPage.Overview, Request);

    public ApiLimitOptions Limits => limits.Value;
}
