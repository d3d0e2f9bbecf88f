using ClientLedger.Access;
using ClientLedger.Customers;
using ClientLedger.Fields;
using ClientLedger.Fields.Values;
using ClientLedger.Reading;
using ClientLedger.Reading.Searching;
using ClientLedger.Settings;
using ClientLedger.Storage;
using ClientLedger.Storage.Secrets;
using ClientLedger.Tenancy;
using ClientLedger.TestKit.Plain;
using ClientLedger.Writing;
using ClientLedger.Writing.Sql;

namespace ClientLedger.TestKit;

/// <content>Puts a plain ledger into a database past the write gate, so that the read gate can be tested by itself.</content>
public static partial class StoredLedger
{
    /// <summary>Writes the scope's tenant's records with all that is kept beside them: index rows, search terms, totals, shares, rates. The log isn't written.</summary>
    public static async Task WriteAsync(PlainLedger ledger, LedgerScope scope, DateTimeOffset now)
    {
        await using var transaction = await scope.Database.BeginAsync(scope.TenantId, CancellationToken.None);
        var index = new List<FieldIndex>();
        var terms = new List<SearchTerm>();
        foreach (var entity in ReferenceOrder.Of(scope.Schema))
        {
            var records = ledger.Of(scope.TenantId, entity.Name).ToList();
            await scope.Database.Writer.InsertAsync(transaction, Rows(scope, entity, records), CancellationToken.None);
            foreach (var (record, field) in records.SelectMany(record => entity.Fields.Select(field => (record, field))))
            {
                index.AddRange(IndexRows(scope, field, record));
                terms.AddRange(record.IsLive ? Terms(scope, field, record) : []);
            }
        }

        await using var context = scope.Database.CreateContext(transaction);
        var sight = new PlainSight(ledger, scope, now);
        context.Add(new ScopeStamp { TenantId = scope.TenantId });
        context.AddRange(index);
        context.AddRange(terms);
        context.AddRange(ledger.Of(scope.TenantId, "customer").SelectMany(customer => Totals(scope, PlainTotals.Row(sight, customer))));
        context.AddRange(Rates(ledger, scope.TenantId));
        context.AddRange(ledger.Shares.Where(share => share.Tenant == scope.TenantId).Select(share => share.Team).OfType<long>().Distinct()
            .Select(team => new Team { TenantId = scope.TenantId, Id = team, Name = $"Team {team}" }));
        context.AddRange(ledger.Shares.Where(share => share.Tenant == scope.TenantId).Select((share, at) => new Share
        {
            TenantId = share.Tenant,
            Id = at + 1,
            EntityId = scope.Schema[share.Entity].Id,
            RecordId = share.Record,
            PersonId = share.Person,
            TeamId = share.Team,
        }));
        await context.SaveChangesAsync();
        await transaction.CommitAsync(CancellationToken.None);
    }

    /// <summary>Writes the tenant's exchange rates alone.</summary>
    public static async Task WriteRatesAsync(PlainLedger ledger, LedgerScope scope)
    {
        await using var context = scope.Database.CreateContext(scope.TenantId);
        context.AddRange(Rates(ledger, scope.TenantId));
        await context.SaveChangesAsync();
    }

    private static IEnumerable<ExchangeRate> Rates(PlainLedger ledger, int tenant) => ledger.Rates.Where(rate => rate.Tenant == tenant).Select(rate => new ExchangeRate
    {
        TenantId = tenant,
        Base = PlainScope.Settings.BaseCurrency,
        Currency = rate.Currency,
        Date = rate.From,
        Rate = (long)(rate.Rate * ExchangeRate.One),
    });

    private static TableRows Rows(LedgerScope scope, EntityDescriptor entity, List<PlainRecord> records)
    {
        var table = scope.Database.Tables.Of(entity);
        var rows = new TableRows(table.Name);
        Fill(rows.Add(table.TenantId), records, _ => scope.TenantId);
        Fill(rows.Add(table.DeletedAt), records, record => record.DeletedAt);
        Fill(rows.Add(table.Custom), records, record => StoredValues.CustomToStore(scope.Secrets, entity, [.. entity.Fields.Select(field => record[field.Name])], []));
        foreach (var (field, ordinal) in entity.Fields.Select((field, ordinal) => (field, ordinal)))
        {
            if (table[ordinal] is { } columns)
            {
                Fill(rows.Add(columns.Value), records, record => StoredValues.ToStore(scope.Secrets, field, record[field.Name]));
                FillKeys(rows, columns, scope.Secrets, field, records);
            }
        }

        return rows;
    }

    private static void FillKeys(TableRows rows, FieldColumns columns, TenantSecrets secrets, FieldDescriptor field, List<PlainRecord> records)
    {
        if (columns.Key is { } key)
        {
            Fill(rows.Add(key), records, record => record[field.Name] is string text ? FoldedText.Key(text) : null);
        }

        if (columns.Hash is { } hash)
        {
            Fill(rows.Add(hash), records, record => record[field.Name] is string text ? secrets.Hash(field.Id, text) : null);
        }

        if (columns.Tail is { } tail)
        {
            Fill(rows.Add(tail), records, record => record[field.Name] is string text ? secrets.Tail(field.Id, text) : null);
        }
    }

    private static void Fill(RowColumn column, List<PlainRecord> records, Func<PlainRecord, object?> value) => records.ForEach(record => column.AddValue(value(record)));

    private static IEnumerable<FieldIndex> IndexRows(LedgerScope scope, FieldDescriptor field, PlainRecord record)
    {
        var value = record[field.Name];
        return field.Several ? PlainComparison.Elements(value).Select((element, at) => IndexRow(scope, field, record, at, element))
            : field.Custom && (field.Indexed || field.Unique) ? [IndexRow(scope, field, record, 0, value)]
            : [];
    }

    private static FieldIndex IndexRow(LedgerScope scope, FieldDescriptor field, PlainRecord record, int position, object? value)
    {
        var key = value is null ? null : StoredValues.KeyOf(scope.Secrets, field, value);
        return new()
        {
            TenantId = scope.TenantId,
            FieldId = field.Id,
            RecordId = record.Id,
            Position = position,
            IsNull = value is null,
            Text = key as string,
            Number = key as long?,
            Moment = key as DateTime?,
        };
    }

    private static IEnumerable<SearchTerm> Terms(LedgerScope scope, FieldDescriptor field, PlainRecord record)
    {
        var terms = new List<string>();
        foreach (var value in field.Search == SearchKind.None ? [] : PlainComparison.Elements(record[field.Name]))
        {
            SearchTerms.Collect(field.Search, (string)value, terms);
        }

        return terms.Distinct().Select(term => new SearchTerm { TenantId = scope.TenantId, Term = term, FieldId = field.Id, RecordId = record.Id });
    }

    private static IEnumerable<object> Totals(LedgerScope scope, PlainTotalsRow row) =>
    [
        new CustomerTotals
        {
            TenantId = scope.TenantId,
            CustomerId = row.Customer,
            OrderCount = row.Orders,
            ReturnCount = row.Returns,
            FirstOrderOn = row.First,
            LastOrderOn = row.Last,
            BaseAmount = row.Amount,
            BaseReturned = row.Returned,
            WithoutRate = row.WithoutRate,
        },
        .. row.Currencies.Select(currency => new CustomerCurrencyTotals
        {
            TenantId = scope.TenantId,
            CustomerId = row.Customer,
            Currency = currency.Currency,
            OrderCount = currency.Orders,
            ReturnCount = currency.Returns,
            Amount = currency.Amount,
            ReturnedAmount = currency.Returned,
        }),
    ];
}
