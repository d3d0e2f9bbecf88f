using ClientLedger.Fields;
using ClientLedger.Reading.Sql;
using ClientLedger.Storage;

namespace ClientLedger.Writing.Sql;

/// <summary>What the live children of some parents add up to, read inside the transaction: one statement for all parents.</summary>
internal static class ChildAggregates
{
    /// <summary>How many children each parent has, and the sum of one of their stored numbers; parents without children are missing.</summary>
    /// <param name="reference">Reference field of the child that names the parent.</param>
    /// <param name="summed">Field of the child whose stored number is summed; empty values count as 0.</param>
    public static async Task<Dictionary<long, (long Count, long Sum)>> SumAsync(
        WriteBatch batch, EntityDescriptor child, string reference, string summed, IReadOnlyCollection<long> parents, CancellationToken cancellationToken)
    {
        var table = batch.Tables.Of(child);
        var parent = Column(table, child, reference);
        var text = $"SELECT {parent}, COUNT(*), CAST(COALESCE(SUM({Column(table, child, summed)}), 0) AS bigint) {From(batch, table, parent)} GROUP BY {parent}";
        await using var reader = await batch.Transaction.QueryAsync(new SqlStatement(text, Arguments(batch, parents)), cancellationToken);
        var sums = new Dictionary<long, (long, long)>();
        while (await reader.ReadAsync(cancellationToken))
        {
            sums.Add(reader.GetInt64(0), (reader.GetInt64(1), reader.GetInt64(2)));
        }

        return sums;
    }

    /// <summary>The earliest and latest moment among the children that have one of the values of a field and none of those of another; parents without any are missing.</summary>
    public static async Task<Dictionary<long, (DateTime First, DateTime Last)>> ExtremesAsync(
        WriteBatch batch,
        EntityDescriptor child,
        string reference,
        string moment,
        (string Field, string Value) only,
        (string Field, string[] Values) except,
        IReadOnlyCollection<long> parents,
        CancellationToken cancellationToken)
    {
        var table = batch.Tables.Of(child);
        var parent = Column(table, child, reference);
        var at = Column(table, child, moment);
        var excluded = Column(table, child, except.Field);
        var text = $"SELECT {parent}, MIN({at}), MAX({at}) {From(batch, table, parent)} AND {at} IS NOT NULL AND {Column(table, child, only.Field)} = @only "
            + $"AND ({excluded} IS NULL OR NOT {batch.Scope.Database.Dialect.IsIn(excluded, "except", StoreKind.Text)}) GROUP BY {parent}";
        var statement = new SqlStatement(text,
        [
            .. Arguments(batch, parents),
            new SqlArgument("only", StoreKind.Text, only.Value),
            new SqlArgument("except", StoreKind.Text, except.Values, IsList: true),
        ]);
        await using var reader = await batch.Transaction.QueryAsync(statement, cancellationToken);
        var extremes = new Dictionary<long, (DateTime, DateTime)>();
        while (await reader.ReadAsync(cancellationToken))
        {
            extremes.Add(reader.GetInt64(0), (Utc(reader.GetDateTime(1)), Utc(reader.GetDateTime(2))));
        }

        return extremes;
    }

    private static string From(WriteBatch batch, RecordTable table, string parent) =>
        $"FROM {SqlDialect.Quote(table.Name)} WHERE {SqlDialect.Quote(table.TenantId.Name)} = @tenant AND {SqlDialect.Quote(table.DeletedAt.Name)} IS NULL "
        + $"AND {batch.Scope.Database.Dialect.IsIn(parent, "parents", StoreKind.Int64)}";

    private static string Column(RecordTable table, EntityDescriptor entity, string field) => SqlDialect.Quote(table[entity.OrdinalOf(field)]!.Value.Name);

    private static SqlArgument[] Arguments(WriteBatch batch, IReadOnlyCollection<long> parents) =>
    [
        new("tenant", StoreKind.Int32, batch.Scope.TenantId),
        new("parents", StoreKind.Int64, parents.ToArray(), IsList: true),
    ];

    private static DateTime Utc(DateTime moment) => DateTime.SpecifyKind(moment, DateTimeKind.Utc);
}
