using System.Collections.Frozen;
using System.Text.RegularExpressions;
using ClientLedger.Storage.Catalog;

namespace ClientLedger.Tenancy;

/// <summary>Address names of tenants: one label of a host name (RFC 1123, 2.1).</summary>
internal static partial class TenantName
{
    /// <summary>Labels that the product or its operator needs for itself.</summary>
    private static readonly FrozenSet<string> Reserved = FrozenSet.ToFrozenSet(
        ["www", "api", "app", "admin", "mail", "smtp", "ftp", "ns1", "ns2", "auth", "login", "static", "assets", "status", "help", "support", "localhost", "t"]);

    /// <summary>Whether a tenant may be called so.</summary>
    public static bool IsValid(string name) => name.Length <= Tenant.MaxName && Pattern().IsMatch(name) && !Reserved.Contains(name);

    [GeneratedRegex("^[a-z][a-z0-9-]*[a-z0-9]\\z", RegexOptions.None, 1_000)]
    private static partial Regex Pattern();
}
