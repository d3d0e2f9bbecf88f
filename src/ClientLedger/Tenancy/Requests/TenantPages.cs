using ClientLedger.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;

namespace ClientLedger.Tenancy.Requests;

/// <summary>
/// Pages of members exist below a tenant's address only, pages of the installation only outside of it; so each can have a page at <c>/</c>.
/// </summary>
internal sealed class TenantPages : MatcherPolicy, IEndpointSelectorPolicy
{
    /// <summary>After pages have been loaded, whose attributes are read here.</summary>
    public override int Order => 0;

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => endpoints.Any(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null);

    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        var inTenant = httpContext.Tenant() is not null;
        for (var i = 0; i < candidates.Count; i++)
        {
            var metadata = candidates[i].Endpoint.Metadata;
            var elsewhere = inTenant
                ? metadata.GetMetadata<BaseHostAttribute>() is not null
                : metadata.GetMetadata<DoorAccessAttribute>()?.Admission == Admission.Member;
            if (elsewhere)
            {
                candidates.SetValidity(i, false);
            }
        }

        return Task.CompletedTask;
    }
}
