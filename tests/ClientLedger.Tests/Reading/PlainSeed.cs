using ClientLedger.Access;
using ClientLedger.Customers;
using ClientLedger.Fields;
using ClientLedger.Fields.Values;
using ClientLedger.Reading;
using ClientLedger.Reading.Searching;
using ClientLedger.Settings;
using ClientLedger.Storage;
using ClientLedger.Tenancy;
using ClientLedger.TestKit.Plain;
using ClientLedger.Writing.Sql;

namespace ClientLedger.Tests.Reading;

/// <summary>Puts a plain ledger's records into a database, with all that stands beside them, past the write gate: the read gate is tested by itself.</summary>
internal static class PlainSeed
{
    private static readonly string[] Order =
    [
        "product", "customer", "contact", "project", "contract", "order", "orderLine", "payment", "interaction", "ticket", "task", "note", "event", "attachment", "need",
    ];

    /// <summary>Writes the records of the scope's tenant.</summary>
    public static async Task WriteAsync(LedgerScope scope, PlainLedger ledger, DateTimeOffset now)
    {
        await using (var transaction = await scope.Database.BeginAsync(scope.TenantId, CancellationToken.None))
        {
            foreach (var name in Order)
            {
                var records = ledger.Of(scope.TenantId, name).OrderBy(record => record.Id).ToList();
                await InsertAsync(scope, transaction, Records(scope, scope.Schema[name], records));
                await InsertAsync(scope, transaction, Terms(scope, scope.Schema[name], records));
                await InsertAsync(scope, transaction, Index(scope, scope.Schema[name], records));
            }

            await transaction.CommitAsync(CancellationToken.None);
        }

        await WriteBesideAsync(scope, ledger, now);
    }

    private static Task InsertAsync(LedgerScope scope, LedgerTransaction transaction, TableRows rows) =>
        rows.Count == 0 ? Task.CompletedTask : scope.Database.Writer.InsertAsync(transaction, rows, CancellationToken.None);

    private static TableRows Records(LedgerScope scope, EntityDescriptor entity, List<PlainRecord> records)
    {
        var table = scope.Database.Tables.Of(entity);
        var rows = new TableRows(table.Name);
        Add(rows, table.TenantId, records, record => record.Tenant);
        Add(rows, table.DeletedAt, records, record => record.DeletedAt);
        Add(rows, table.Custom, records, record => StoredValues.CustomToStore(scope.Secrets, entity, [.. entity.Fields.Select(field => record[field.Name])]));
        for (var ordinal = 0; ordinal < entity.Fields.Count; ordinal++)
        {
            var field = entity.Fields[ordinal];
            if (table[ordinal] is not { } columns)
            {
                continue;
            }

            Add(rows, columns.Value, records, record => StoredValues.ToStore(scope.Secrets, field, record[field.Name]));
            Add(rows, columns.Key, records, record => record[field.Name] is string text ? FoldedText.Key(text) : null);
            Add(rows, columns.Hash, records, record => record[field.Name] is string text ? scope.Secrets.Hash(field.Id, text) : null);
            Add(rows, columns.Tail, records, record => record[field.Name] is string text ? scope.Secrets.Tail(field.Id, text) : null);
        }

        return rows;
    }

    private static void Add(TableRows rows, StoreColumn? column, List<PlainRecord> records, Func<PlainRecord, object?> value)
    {
        if (column is not null)
        {
            var added = rows.Add(column);
            records.ForEach(record => added.AddValue(value(record)));
        }
    }

    private static TableRows Terms(LedgerScope scope, EntityDescriptor entity, List<PlainRecord> records)
    {
        var table = scope.Database.Tables.Of<SearchTerm>();
        var rows = new TableRows(table.Name);
        string[] names = [nameof(SearchTerm.TenantId), nameof(SearchTerm.Term), nameof(SearchTerm.FieldId), nameof(SearchTerm.RecordId)];
        RowColumn[] columns = [.. names.Select(name => rows.Add(table[name]))];
        foreach (var record in records.Where(record => record.IsLive))
        {
            foreach (var field in entity.Fields.Where(field => field.Search != SearchKind.None && field.Sensitivity == Sensitivity.Normal))
            {
                var terms = new List<string>();
                foreach (var element in PlainComparison.Elements(record[field.Name]))
                {
                    SearchTerms.Collect(field.Search, (string)element, terms);
                }

                foreach (var term in terms)
                {
                    Fill(columns, scope.TenantId, term, field.Id, record.Id);
                }
            }
        }

        return rows;
    }

    private static TableRows Index(LedgerScope scope, EntityDescriptor entity, List<PlainRecord> records)
    {
        var table = scope.Database.Tables.Of<FieldIndex>();
        var rows = new TableRows(table.Name);
        string[] names =
        [
            nameof(FieldIndex.TenantId), nameof(FieldIndex.FieldId), nameof(FieldIndex.RecordId), nameof(FieldIndex.Position),
            nameof(FieldIndex.IsNull), nameof(FieldIndex.Text), nameof(FieldIndex.Number), nameof(FieldIndex.Moment),
        ];
        RowColumn[] columns = [.. names.Select(name => rows.Add(table[name]))];
        foreach (var field in entity.Fields.Where(field => field.Several || (field is { Custom: true, Sensitivity: Sensitivity.Normal } && (field.Indexed || field.Unique))))
        {
            foreach (var record in records.Where(record => record.IsLive))
            {
                var value = record[field.Name];
                var keys = value is null ? [] : StoredValues.KeysOf(scope.Secrets, field, value);
                for (var position = 0; position < keys.Count; position++)
                {
                    var key = keys[position];
                    Fill(columns, scope.TenantId, field.Id, record.Id, position, false, key as string, key as long?, key as DateTime?);
                }

                if (value is null && !field.Several)
                {
                    Fill(columns, scope.TenantId, field.Id, record.Id, 0, true, null, null, null);
                }
            }
        }

        return rows;
    }

    private static void Fill(RowColumn[] columns, params object?[] values)
    {
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i].AddValue(values[i]);
        }
    }

    private static async Task WriteBesideAsync(LedgerScope scope, PlainLedger ledger, DateTimeOffset now)
    {
        var sight = new PlainSight(ledger, scope, now).WithoutLimits;
        var shares = ledger.Shares.Where(share => share.Tenant == scope.TenantId).ToList();
        await using var transaction = await scope.Database.BeginAsync(scope.TenantId, CancellationToken.None);
        await InsertAsync(scope, transaction, Of(scope, ledger.Of(scope.TenantId, "customer").Select(customer => TotalsOf(sight, customer))));
        await InsertAsync(scope, transaction, Of(scope, shares.Select(share => share.Team).OfType<long>().Distinct()
            .Select(team => new Team { TenantId = scope.TenantId, Id = team, Name = $"Team {team}" })));
        await InsertAsync(scope, transaction, Of(scope, shares.Select((share, at) => new Share
        {
            TenantId = scope.TenantId,
            Id = at + 1,
            EntityId = scope.Schema[share.Entity].Id,
            RecordId = share.Record,
            PersonId = share.Person,
            TeamId = share.Team,
        })));
        await InsertAsync(scope, transaction, Of(scope, ledger.Rates.Where(rate => rate.Tenant == scope.TenantId).Select(rate => new ExchangeRate
        {
            TenantId = scope.TenantId,
            Currency = rate.Currency,
            Date = rate.From,
            Rate = (long)(rate.Rate * ExchangeRate.One),
        })));
        await transaction.CommitAsync(CancellationToken.None);
    }

    private static CustomerTotals TotalsOf(PlainSight sight, PlainRecord customer)
    {
        var totals = PlainTotals.Of(sight, customer);
        return new CustomerTotals
        {
            TenantId = customer.Tenant,
            CustomerId = customer.Id,
            OrderCount = (long)totals["orderCount"]!,
            ReturnCount = (long)totals["returnCount"]!,
            FirstOrderOn = (DateOnly?)totals["firstOrderOn"],
            LastOrderOn = (DateOnly?)totals["lastOrderOn"],
            BaseAmount = (decimal)totals["totalAmountBase"]!,
            BaseReturned = (decimal)totals["returnedAmountBase"]!,
            WithoutRate = (long)totals["ordersWithoutRate"]!,
        };
    }

    /// <summary>Rows of a mapped class whose properties are its columns.</summary>
    private static TableRows Of<T>(LedgerScope scope, IEnumerable<T> items)
    {
        var table = scope.Database.Tables.Of<T>();
        var rows = new TableRows(table.Name);
        var columns = typeof(T).GetProperties().Where(property => table.Find(property.Name) is not null)
            .Select(property => (Property: property, Column: rows.Add(table[property.Name]))).ToList();
        foreach (var item in items)
        {
            foreach (var (property, column) in columns)
            {
                var value = property.GetValue(item);
                column.AddValue(value is decimal number ? TenThousandths.FromDecimal(number) : value);
            }
        }

        return rows;
    }
}
