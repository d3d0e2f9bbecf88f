using System.Security.Cryptography;
using System.Text;
using ClientLedger.Tenancy;
using ClientLedger.TestKit.Plain;

namespace ClientLedger.TestKit;

/// <summary>
/// What a ledger holds, as two hashes that are equal exactly when two ledgers hold the same: of live records by natural key with values,
/// relations and totals; and of the log's entries by natural key, field, before and after. Ids, times, versions and numbers in the log don't matter.
/// </summary>
public sealed record LedgerHash(string Records, string Log)
{
    /// <summary>The hash of a tenant's ledger in a database, read past both gates.</summary>
    public static async Task<LedgerHash> OfAsync(LedgerScope scope)
    {
        var ledger = await StoredLedger.ReadAsync(scope);
        return Of(new(ledger, scope.Schema, scope.TenantId), await StoredLedger.ReadTotalsAsync(scope));
    }

    /// <summary>The hash of a tenant's plain ledger.</summary>
    public static LedgerHash Of(PlainSight sight) =>
        Of(new(sight.Ledger, sight.Scope.Schema, sight.Scope.TenantId), sight.Ledger.Of(sight.Scope.TenantId, "customer").Select(customer => PlainTotals.Row(sight, customer)));

    /// <summary>What is hashed, to be read where two hashes differ.</summary>
    public static (List<string> Records, List<string> Log) Lines(PlainSight sight)
    {
        var lines = new LedgerLines(sight.Ledger, sight.Scope.Schema, sight.Scope.TenantId);
        return (lines.Records(sight.Ledger.Of(sight.Scope.TenantId, "customer").Select(customer => PlainTotals.Row(sight, customer))), lines.Log());
    }

    /// <summary>What is hashed of a ledger in a database.</summary>
    public static async Task<(List<string> Records, List<string> Log)> LinesAsync(LedgerScope scope)
    {
        var lines = new LedgerLines(await StoredLedger.ReadAsync(scope), scope.Schema, scope.TenantId);
        return (lines.Records(await StoredLedger.ReadTotalsAsync(scope)), lines.Log());
    }

    private static LedgerHash Of(LedgerLines lines, IEnumerable<PlainTotalsRow> totals) => new(Hash(lines.Records(totals)), Hash(lines.Log()));

    private static string Hash(List<string> lines) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
}
