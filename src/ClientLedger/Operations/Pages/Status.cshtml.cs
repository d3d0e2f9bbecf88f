using ClientLedger.Access;
using ClientLedger.Tenancy.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClientLedger.Operations.Pages;

/// <summary>Whether the service is up, for everybody; no tenant is named.</summary>
[DoorAccess(Admission.Anybody)]
internal sealed class StatusModel(StatusBoard board) : PageModel
{
    public ServiceStatus Status { get; private set; } = null!;

    /// <summary>Whether it was asked for at a ledger's address, and leads back there.</summary>
    public bool IsInLedger => HttpContext.Tenant() is not null;

    /// <summary>Where programs read the same.</summary>
    public string ForPrograms => Url.Content("~" + OperationsModule.StatusAddress);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Status = await board.ReadAsync(cancellationToken);
        Response.Headers.CacheControl = "no-store";
        Response.StatusCode = Status.IsUp ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
    }
}
