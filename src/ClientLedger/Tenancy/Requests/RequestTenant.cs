using Microsoft.AspNetCore.Http;

namespace ClientLedger.Tenancy.Requests;

/// <summary>The tenant that a request is for.</summary>
public sealed record RequestTenant(int Id, string Name)
{
    /// <summary>Type of the claim by which a credential names its tenant.</summary>
    public const string Claim = "tenant";
}

/// <summary>Tells what <see cref="TenantResolution"/> has found.</summary>
public static class RequestTenantExtensions
{
    /// <summary>The tenant that the request is for; null on the base host.</summary>
    public static RequestTenant? Tenant(this HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Features.Get<RequestTenant>();
    }
}
