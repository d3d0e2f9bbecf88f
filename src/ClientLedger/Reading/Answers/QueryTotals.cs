using ClientLedger.Fields;
using ClientLedger.Reading.Binding;
using ClientLedger.Storage;

namespace ClientLedger.Reading.Answers;

/// <summary>How many records a query finds, and what their fields come to.</summary>
internal sealed record QueryTotals(long Count, IReadOnlyList<FieldSum> Sums)
{
    /// <summary>Reads what <see cref="Sql.SumSql"/> or the count of a page says.</summary>
    public static async Task<QueryTotals> ReadAsync(LedgerConnection connection, SqlStatement statement, BoundQuery query, CancellationToken cancellationToken)
    {
        var currencies = query.Currencies;
        var places = query.Sums.Select(sum => sum.Currency is null ? 0 : currencies.IndexOf(sum.Currency) + 1).ToList();
        var sums = query.Sums.Select(_ => new SortedList<string, decimal>(StringComparer.Ordinal)).ToList();
        foreach (var whole in sums.Where((_, i) => query.Sums[i].Currency is null))
        {
            // What needs no currency is told of no records too.
            whole[""] = 0;
        }

        var count = 0L;
        await using var reader = await connection.QueryAsync(statement, cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            count += reader.GetInt64(0);
            for (var i = 0; i < sums.Count; i++)
            {
                var number = reader.GetInt64(1 + currencies.Count + i);
                var currency = places[i] == 0 || reader.IsDBNull(places[i]) ? "" : reader.GetString(places[i]);
                sums[i][currency] = sums[i].GetValueOrDefault(currency) + (query.Sums[i].Field.Field.Type.IsTenThousandths() ? TenThousandths.ToDecimal(number) : number);
            }
        }

        return new QueryTotals(count, [.. sums.SelectMany((each, i) => each.Select(sum => new FieldSum(query.Sums[i].Field.Field.Name, sum.Key.Length == 0 ? null : sum.Key, sum.Value)))]);
    }
}
