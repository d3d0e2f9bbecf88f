using ClientLedger.GraphQL.Errors;

namespace ClientLedger.GraphQL.Types.SchemaRules;

/// <summary>A rule that a schema must keep.</summary>
/// <param name="Section">Where the specification has it.</param>
/// <param name="Check">Reports what breaks it.</param>
internal sealed record SchemaRule(string Section, Action<SchemaCheck> Check);

/// <summary>What makes a schema valid (3): the reference implementation's <c>validateSchema</c>.</summary>
internal static class SchemaRuleTable
{
    public static IReadOnlyList<SchemaRule> All { get; } =
    [
        new("3.3.1 Root Operation Types", RootTypes.Check),
        new("3.13 Directives", DirectiveDefinitions.Check),
        new("3.3 Schema", ReservedNames.Check),
        new("3.6 Objects, 3.7 Interfaces", FieldDefinitions.Check),
        new("3.6, 3.7 IsValidImplementation", ImplementedInterfaces.Check),
        new("3.8 Unions", UnionMembers.Check),
        new("3.9 Enums", EnumValues.Check),
        new("3.10 Input Objects", InputFields.Check),
        new("3.10 InputObjectDefaultValueHasCycle", DefaultValueCycles.Check),
        new("3.10 Circular References", FiniteInputObjects.Check),
        new("none: the weights of costs", CostWeights.Check),
    ];

    /// <summary>What is wrong with a schema; nothing when it is valid.</summary>
    public static IReadOnlyList<GraphQLError> Check(Schema schema)
    {
        var check = new SchemaCheck(schema);
        foreach (var rule in All)
        {
            rule.Check(check);
        }

        return check.Errors;
    }
}
