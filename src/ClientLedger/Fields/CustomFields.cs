using ClientLedger.Messages;
using ClientLedger.Reading;
using ClientLedger.Storage;
using ClientLedger.Tenancy;
using ClientLedger.Writing.Sql;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Fields;

/// <summary>Reads and adds a tenant's own fields.</summary>
public static class CustomFields
{
    private const int BatchSize = 10_000;

    /// <summary>The schema of the context's tenant: the built-in one itself, which all share, where it has no fields of its own.</summary>
    internal static async Task<LedgerSchema> SchemaAsync(LedgerContext context, LedgerSchema builtIn, CancellationToken cancellationToken)
    {
        var fields = await context.Set<CustomField>().AsNoTracking().Where(field => !field.Retired).OrderBy(field => field.Id).ToListAsync(cancellationToken);
        return fields.Count == 0 ? builtIn : builtIn.With(fields.ToLookup(field => field.Entity, field => field.Read()));
    }

    /// <summary>
    /// Adds a field with the next free id; the descriptor's own id is passed over. Only an owner may. Scopes opened from now on have it, this one doesn't
    /// and writes no more, and an indexed one already lists all records as empty. One transaction: while it runs on a large ledger, others wait who write
    /// there too.
    /// </summary>
    /// <returns>What is wrong; empty when the field was added.</returns>
    public static async Task<IReadOnlyList<Refusal>> AddAsync(LedgerScope scope, string entity, FieldDescriptor field, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(field);
        var refusals = CustomFieldRules.Check(scope.Schema, entity, field);
        if (refusals.Count > 0)
        {
            return refusals;
        }

        return await ScopeChange.SaveAsync(
            scope,
            async (context, transaction) =>
            {
                var fields = await context.Set<CustomField>().AsNoTracking().Select(x => new { x.Id, x.Entity, x.Name }).ToListAsync(cancellationToken);
                if (fields.Exists(x => x.Entity == entity && x.Name == field.Name))
                {
                    return [Refusal.Of(CustomFieldMessages.NameTaken, ("name", field.Name), ("entity", scope.Schema[entity].Label)) with { Field = field.Name }];
                }

                var id = fields.Select(x => x.Id).DefaultIfEmpty(CustomField.FirstId - 1).Max() + 1;
                context.Add(CustomField.Of(entity, field with { Id = id, Custom = true, Sensitivity = CustomFieldRules.SensitivityOf(field) }));
                await context.SaveChangesAsync(cancellationToken);
                if (field.Indexed || field.Unique)
                {
                    await ListAsEmptyAsync(scope, transaction, context, scope.Schema[entity], id, cancellationToken);
                }

                return [];
            },
            cancellationToken);
    }

    private static async Task ListAsEmptyAsync(
        LedgerScope scope, LedgerTransaction transaction, LedgerContext context, EntityDescriptor entity, int fieldId, CancellationToken cancellationToken)
    {
        var records = (IQueryable<LedgerRecord>)typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!.MakeGenericMethod(entity.RecordType).Invoke(context, null)!;
        var after = 0L;
        while (true)
        {
            var ids = await records.IgnoreQueryFilters([LedgerContext.DeletedFilter]).Where(record => record.Id > after).OrderBy(record => record.Id).Select(record => record.Id).Take(BatchSize).ToListAsync(cancellationToken);
            if (ids.Count == 0)
            {
                return;
            }

            after = ids[^1];
            await scope.Database.Writer.InsertAsync(transaction, EmptyRows(scope, fieldId, ids), cancellationToken);
        }
    }

    private static TableRows EmptyRows(LedgerScope scope, int fieldId, List<long> ids)
    {
        var table = scope.Database.Tables.Of<FieldIndex>();
        var rows = new TableRows(table.Name);
        var tenant = rows.Add<int?>(table[nameof(FieldIndex.TenantId)]);
        var field = rows.Add<int?>(table[nameof(FieldIndex.FieldId)]);
        var record = rows.Add<long?>(table[nameof(FieldIndex.RecordId)]);
        var position = rows.Add<int?>(table[nameof(FieldIndex.Position)]);
        var isNull = rows.Add<bool?>(table[nameof(FieldIndex.IsNull)]);
        foreach (var id in ids)
        {
            tenant.Add(scope.TenantId);
            field.Add(fieldId);
            record.Add(id);
            position.Add(0);
            isNull.Add(true);
        }

        return rows;
    }
}
