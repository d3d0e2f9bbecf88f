using ClientLedger.Fields;
using ClientLedger.Reading;

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

    /// <summary>
    /// Somebody who leads a team: everything about the customers of the team and the teams below, and about those that nobody has, whom such a person hands
    /// out; sees all products and changes none.
    /// </summary>
    public static IReadOnlyList<Grant> TeamLead(LedgerSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var customers = new EitherRule([new TeamRecords(AndBelow: true), new MatchingRecords(new FieldFilter("owner", Operator.IsEmpty, []))]);
        return [.. schema.Entities.Select(entity => entity.Name switch
        {
            "customer" => Leading(entity, customers),
            "product" => new Grant(entity.Name, new EveryRecord()) { Others = FieldRight.ReadOnly },
            "orderLine" => Leading(entity, new RecordsThrough("order", new RecordsThrough("customer", customers))),
            _ => Leading(entity, new RecordsThrough("customer", customers)),
        })];
    }

    private static RecordsThrough ThroughCustomer => new("customer", new OwnRecords());

    private static Grant Leading(EntityDescriptor entity, RecordRule rule) => new(entity.Name, rule) { Create = true, Delete = true, Reassign = true };

    private static Grant Under(EntityDescriptor entity, RecordRule rule) => new(entity.Name, rule) { Create = true };
}
