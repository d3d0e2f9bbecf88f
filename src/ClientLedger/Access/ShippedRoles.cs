using ClientLedger.Fields;
using ClientLedger.Messages;

namespace ClientLedger.Access;

/// <summary>The roles that a new tenant has beside its owner's. They are the tenant's from then on: what is changed here reaches no tenant that there is.</summary>
public static class ShippedRoles
{
    private static readonly FieldRight Masked = new(ReadRight.Masked, WriteRight.No);

    /// <summary>Names in a tenant's language, and grants.</summary>
    public static IReadOnlyList<(string Name, IReadOnlyList<Grant> Grants)> In(Language language, LedgerSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return
        [
            (RoleTexts.Manager.In(language), RoleTemplates.TeamLead(schema)),
            (RoleTexts.Sales.In(language), RoleTemplates.Restricted(schema)),
            (RoleTexts.Finance.In(language), Finance(schema)),
            (RoleTexts.Service.In(language), Service(schema)),
            (RoleTexts.ReadOnly.In(language), ReadOnly(schema)),
            (RoleTexts.Partner.In(language), Partner(schema)),
        ];
    }

    /// <summary>
    /// Somebody who keeps the accounts: sees all customers, contacts, products and orders, and of customers changes the credit limit alone; keeps contracts and payments, with
    /// what is attached, and deletes nothing. What was talked about isn't shown.
    /// </summary>
    public static IReadOnlyList<Grant> Finance(LedgerSchema schema) => Of(schema, entity => entity.Name switch
    {
        "customer" => Read(entity) with { Fields = new Dictionary<string, FieldRight> { ["creditLimit"] = FieldRight.All } },
        "contact" or "product" or "order" or "orderLine" or "project" => Read(entity),
        "contract" or "payment" or "attachment" => Keep(entity),
        _ => null,
    });

    /// <summary>
    /// Somebody who answers customers: sees all of them, without credit limits and with sensitive numbers masked, and what they bought and signed; keeps contacts, tickets,
    /// interactions, tasks, notes, needs and attachments, and deletes nothing. Payments aren't shown.
    /// </summary>
    public static IReadOnlyList<Grant> Service(LedgerSchema schema) => Of(schema, entity => entity.Name switch
    {
        "payment" => null,
        "contact" or "ticket" or "interaction" or "task" or "note" or "need" or "attachment" => Guarded(entity, Keep(entity), Masked),
        _ => Guarded(entity, Read(entity), Masked),
    });

    /// <summary>Somebody who looks: sees everything, sensitive numbers masked, and changes nothing.</summary>
    public static IReadOnlyList<Grant> ReadOnly(LedgerSchema schema) => Of(schema, entity => WithFields(entity, Read(entity), field => field.Sensitivity == Sensitivity.Sensitive ? Masked : null));

    /// <summary>
    /// Another company, or its program: sees the customers that were shared with it, their contacts, orders and tickets, without credit limits and sensitive numbers and with phones
    /// masked, and all products; enters tickets, and changes and deletes nothing else.
    /// </summary>
    public static IReadOnlyList<Grant> Partner(LedgerSchema schema) => Of(schema, entity => entity.Name switch
    {
        "customer" => OfPartner(entity, new SharedRecords()),
        "contact" or "order" => OfPartner(entity, new RecordsThrough("customer", new SharedRecords())),
        "orderLine" => OfPartner(entity, new RecordsThrough("order", new RecordsThrough("customer", new SharedRecords()))),
        "ticket" => new Grant(entity.Name, new RecordsThrough("customer", new SharedRecords())) { Create = true },
        "product" => Read(entity),
        _ => null,
    });

    private static IReadOnlyList<Grant> Of(LedgerSchema schema, Func<EntityDescriptor, Grant?> grant)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return [.. schema.Entities.Select(grant).OfType<Grant>()];
    }

    private static Grant Read(EntityDescriptor entity) => new(entity.Name, new EveryRecord()) { Others = FieldRight.ReadOnly };

    private static Grant Keep(EntityDescriptor entity) => new(entity.Name, new EveryRecord()) { Create = true };

    private static Grant OfPartner(EntityDescriptor entity, RecordRule rule) => WithFields(
        entity,
        Guarded(entity, new Grant(entity.Name, rule) { Others = FieldRight.ReadOnly }, FieldRight.None),
        field => field.Type == FieldType.Phone ? Masked : null);

    /// <summary>Without credit limits, and with another right on what is sensitive.</summary>
    private static Grant Guarded(EntityDescriptor entity, Grant grant, FieldRight sensitive) =>
        WithFields(entity, grant, field => field.Name == "creditLimit" ? FieldRight.None : field.Sensitivity == Sensitivity.Sensitive ? sensitive : null);

    private static Grant WithFields(EntityDescriptor entity, Grant grant, Func<FieldDescriptor, FieldRight?> right)
    {
        var fields = new Dictionary<string, FieldRight>(grant.Fields);
        foreach (var field in entity.Fields)
        {
            if (right(field) is { } own)
            {
                fields[field.Name] = own;
            }
        }

        return grant with { Fields = fields };
    }
}
