using ClientLedger.Fields;

namespace ClientLedger.Access;

/// <summary>Grants of roles that tenants may start from.</summary>
public static class RoleTemplates
{
    /// <summary>
    /// A salesperson who sees own customers and what hangs on them: the credit limit is hidden, phones are masked. May add records, but
    /// neither delete them nor hand them to somebody else; sees all products and changes none.
    /// </summary>
    public static IReadOnlyList<Grant> Restricted(LedgerSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return [.. schema.Entities.Select(entity => entity.Name switch
        {
            "customer" => new Grant(entity.Name, new OwnRecords())
            {
                Create = true,
                Fields = new Dictionary<string, FieldRight>
                {
                    ["creditLimit"] = FieldRight.None,
                    ["phones"] = new(ReadRight.Masked, WriteRight.No),
                },
            },
            "product" => new Grant(entity.Name, new EveryRecord()) { Others = FieldRight.ReadOnly },
            "orderLine" => Under(entity, new RecordsThrough("order", ThroughCustomer)),
            _ => Under(entity, ThroughCustomer),
        })];
    }

    private static RecordsThrough ThroughCustomer => new("customer", new OwnRecords());

    private static Grant Under(EntityDescriptor entity, RecordRule rule) => new(entity.Name, rule) { Create = true };
}
