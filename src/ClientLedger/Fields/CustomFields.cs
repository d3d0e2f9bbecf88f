using ClientLedger.Messages;
using ClientLedger.Storage;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Fields;

/// <summary>Adds a tenant's own fields.</summary>
public static class CustomFields
{
    /// <summary>Adds a field with the next free id; the descriptor's own id is passed over.</summary>
    /// <param name="schema">The tenant's schema.</param>
    /// <returns>What is wrong; empty when the field was added.</returns>
    public static async Task<IReadOnlyList<Refusal>> AddAsync(
        LedgerContext context, LedgerSchema schema, string entity, FieldDescriptor field, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(field);
        var refusals = CustomFieldRules.Check(schema, entity, field);
        if (refusals.Count > 0)
        {
            return refusals;
        }

        var fields = await context.Set<CustomField>().AsNoTracking().Select(x => new { x.Id, x.Entity, x.Name }).ToListAsync(cancellationToken);
        if (fields.Exists(x => x.Entity == entity && x.Name == field.Name))
        {
            return [Refusal.Of(CustomFieldMessages.NameTaken, ("name", field.Name), ("entity", entity)) with { Field = field.Name }];
        }

        var sensitive = field.Type is FieldType.NationalId or FieldType.BankAccount ? Sensitivity.Sensitive : field.Sensitivity;
        var id = fields.Select(x => x.Id).DefaultIfEmpty(CustomField.FirstId - 1).Max() + 1;
        context.Add(CustomField.Of(entity, field with { Id = id, Custom = true, Sensitivity = sensitive }));
        await context.SaveChangesAsync(cancellationToken);
        return [];
    }
}
