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

    /// <summary>What a host name says of the tenant: its name, in lower case, or null for the base host and for hosts that aren't ours.</summary>
    internal string? TenantOf(string host)
    {
        host = host.TrimEnd('.').ToLowerInvariant();
        foreach (var domain in new[] { BaseDomain?.ToLowerInvariant(), Loopback })
        {
            if (!string.IsNullOrEmpty(domain) && host.EndsWith("." + domain, StringComparison.Ordinal))
            {
                var label = host[..^(domain.Length + 1)];
                return label == Www ? null : label;
            }
        }

        return null;
    }
}
