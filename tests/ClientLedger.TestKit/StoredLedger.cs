using System.Data.Common;
using ClientLedger.Access;
using ClientLedger.Customers;
using ClientLedger.Fields;
using ClientLedger.History;
using ClientLedger.Settings;
using ClientLedger.Storage;
using ClientLedger.Tenancy;
using ClientLedger.TestKit.Plain;
using ClientLedger.Writing;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.TestKit;

/// <summary>A tenant's whole ledger, read table by table from the database and past both gates.</summary>
public static partial class StoredLedger
{
    /// <summary>Records (deleted ones too), log, shares and rates. The scope gives tenant, fields and keys; its rights don't matter.</summary>
    public static async Task<PlainLedger> ReadAsync(LedgerScope scope)
    {
        var ledger = new PlainLedger();
        await using (var connection = await scope.Database.OpenAsync(scope.TenantId, CancellationToken.None))
        {
            foreach (var entity in scope.Schema.Entities)
            {
                ledger.Records.AddRange(await ReadAsync(connection, scope, entity));
            }
        }

        await using var context = scope.Database.CreateContext(scope.TenantId);
        await ReadLogAsync(context, scope, ledger);
        var names = scope.Schema.Entities.ToDictionary(entity => entity.Id, entity => entity.Name);
        ledger.Shares.AddRange((await context.Set<Share>().ToListAsync()).Select(share =>
            new PlainShare(share.TenantId, names[share.EntityId], share.RecordId, share.PersonId, share.TeamId)));
        ledger.Rates.AddRange((await context.Set<ExchangeRate>().ToListAsync()).Select(rate =>
            new PlainRate(rate.TenantId, rate.Currency, rate.Date, (decimal)rate.Rate / ExchangeRate.One)));
        return ledger;
    }

    /// <summary>The totals that stand beside customers, as the plain ledger sums them up.</summary>
    public static async Task<List<PlainTotalsRow>> ReadTotalsAsync(LedgerScope scope)
    {
        await using var context = scope.Database.CreateContext(scope.TenantId);
        var totals = await context.Set<CustomerTotals>().ToListAsync();
        var currencies = (await context.Set<CustomerCurrencyTotals>().ToListAsync()).ToLookup(row => row.CustomerId);
        return [.. totals.Select(row => new PlainTotalsRow(
            row.CustomerId,
            row.OrderCount,
            row.ReturnCount,
            row.FirstOrderOn,
            row.LastOrderOn,
            row.BaseAmount,
            row.BaseReturned,
            row.WithoutRate,
            [.. currencies[row.CustomerId].Where(each => each.OrderCount != 0 || each.ReturnCount != 0)
                .OrderBy(each => each.Currency, StringComparer.Ordinal)
                .Select(each => new PlainCurrencyTotals(each.Currency, each.OrderCount, each.ReturnCount, each.Amount, each.ReturnedAmount))]))];
    }

    private static async Task<List<PlainRecord>> ReadAsync(LedgerConnection connection, LedgerScope scope, EntityDescriptor entity)
    {
        var table = scope.Database.Tables.Of(entity);
        var stored = entity.Fields.Select((field, ordinal) => (Field: field, Columns: table[ordinal])).Where(pair => pair.Columns is not null).ToList();
        var columns = string.Join(", ", stored.Select(pair => $"\"{pair.Columns!.Value.Name}\"").Append($"\"{table.DeletedAt.Name}\"").Append($"\"{table.Custom.Name}\""));
        var statement = new SqlStatement(
            $"SELECT {columns} FROM \"{table.Name}\" WHERE \"{table.TenantId.Name}\" = @tenant ORDER BY \"{table.Id.Name}\"",
            [new SqlArgument("tenant", StoreKind.Int32, scope.TenantId)]);
        var records = new List<PlainRecord>();
        await using var reader = await connection.QueryAsync(statement, CancellationToken.None);
        while (await reader.ReadAsync())
        {
            var values = new object?[entity.Fields.Count];
            for (var column = 0; column < stored.Count; column++)
            {
                values[entity.OrdinalOf(stored[column].Field.Name)] = StoredValues.FromStore(scope.Secrets, stored[column].Field, reader, column);
            }

            StoredValues.CustomFromStore(scope.Secrets, entity, reader.IsDBNull(stored.Count + 1) ? null : reader.GetString(stored.Count + 1), values);
            records.Add(Record(scope.TenantId, entity, values, Deleted(reader, stored.Count)));
        }

        return records;
    }

    private static DateTime? Deleted(DbDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : DateTime.SpecifyKind(reader.GetDateTime(column), DateTimeKind.Utc);

    private static PlainRecord Record(int tenant, EntityDescriptor entity, object?[] values, DateTime? deletedAt) =>
        new(tenant, entity.Name, (long)values[SystemFields.IdOrdinal]!)
        {
            Version = (long)values[SystemFields.VersionOrdinal]!,
            CreatedAt = (DateTime)values[SystemFields.CreatedAtOrdinal]!,
            CreatedBy = (long?)values[SystemFields.CreatedByOrdinal],
            UpdatedAt = (DateTime)values[SystemFields.UpdatedAtOrdinal]!,
            UpdatedBy = (long?)values[SystemFields.UpdatedByOrdinal],
            DeletedAt = deletedAt,
            Values = entity.Fields.Select((field, ordinal) => (field.Name, Value: values[ordinal])).Skip(SystemFields.Count)
                .Where(pair => pair.Value is not null).ToDictionary(pair => pair.Name, pair => pair.Value),
        };

    private static async Task ReadLogAsync(LedgerContext context, LedgerScope scope, PlainLedger ledger)
    {
        var entities = scope.Schema.Entities.ToDictionary(entity => entity.Id);
        var sets = await context.Set<LogSet>().OrderBy(set => set.Number).ToListAsync();
        var entries = (await context.Set<LogEntry>().AsNoTracking().ToListAsync()).ToLookup(entry => entry.SetId);
        foreach (var entry in sets.SelectMany(set => entries[set.SetId].OrderBy(entry => entry.Ordinal)))
        {
            var entity = entities[entry.EntityId];
            var changes = LogValues.Read(entity, scope.Secrets, entry.Changes).Select(change => new PlainChange(change.Field.Name, change.Before, change.After));
            ledger.Log.Add(new(entry.TenantId, entity.Name, entry.RecordId, entry.Version, (Verb)entry.Verb, [.. changes]));
        }
    }
}
