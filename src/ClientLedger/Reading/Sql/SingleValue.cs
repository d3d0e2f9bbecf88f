using ClientLedger.Storage;

namespace ClientLedger.Reading.Sql;

/// <summary>Reads one column of the one row that a table holds for each tenant.</summary>
internal static class SingleValue
{
    /// <summary>The statement; it has no row where the tenant has none.</summary>
    public static SqlStatement Of(PlainTable table, string property, int tenantId) => new(
        $"SELECT {SqlDialect.Quote(table[property].Name)} FROM {SqlDialect.Quote(table.Name)} WHERE {SqlDialect.Quote(table[nameof(ITenantOwned.TenantId)].Name)} = @tenant",
        [new SqlArgument("tenant", StoreKind.Int32, tenantId)]);
}
