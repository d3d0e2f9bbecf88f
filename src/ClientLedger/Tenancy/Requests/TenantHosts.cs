using Microsoft.AspNetCore.Http;

namespace ClientLedger.Tenancy.Requests;

/// <summary>Under which host names tenants are found.</summary>
public sealed class TenantHosts
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "Hosts";

    private const string Loopback = "localhost";
    private const string Www = "www";

    /// <summary>The domain whose first label names a tenant: <c>example.com</c> for <c>acme.example.com</c>. Below <c>localhost</c> it does always.</summary>
    public string? BaseDomain { get; set; }

    /// <summary>The base host of a tenant's host, with its port; of any other host, itself.</summary>
    internal HostString BaseOf(HostString host)
    {
        if (TenantOf(host.Host) is not { } tenant)
        {
            return host;
        }

        var domain = host.Host[(tenant.Length + 1)..];
        return host.Port is { } port ? new HostString(domain, port) : new HostString(domain);
    }

    /// <summary>A tenant's host below a base host; null where tenants have none, as below an address that is a number.</summary>
    internal HostString? HostOf(string tenant, HostString baseHost)
    {
        var named = $"{tenant}.{baseHost.Host}";
        return TenantOf(named) != tenant ? null
            : baseHost.Port is { } port ? new HostString(named, port)
            : new HostString(named);
    }

    /// <summary>What a host name says of the tenant: its name, in lower case, or null for the base host and for hosts that aren't ours.</summary>
    internal string? TenantOf(string host)
    {
        var named = host.AsSpan().TrimEnd('.');
        var label = Below(named, BaseDomain) is { Length: > 0 } below ? below : Below(named, Loopback);
        return label.IsEmpty || label.Equals(Www, StringComparison.OrdinalIgnoreCase) ? null : label.ToString().ToLowerInvariant();

        static ReadOnlySpan<char> Below(ReadOnlySpan<char> host, string? domain) =>
            !string.IsNullOrEmpty(domain) && host.EndsWith(domain, StringComparison.OrdinalIgnoreCase) && host[..^domain.Length] is [.., '.'] before ? before[..^1] : [];
    }
}
