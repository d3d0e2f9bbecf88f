namespace ClientLedger.GraphQL.Types.SchemaRules;

/// <summary>An enum has values, with free names (3.9).</summary>
internal static class EnumValues
{
    public static void Check(SchemaCheck check)
    {
        foreach (var type in check.Types.OfType<EnumType>())
        {
            var values = check.Schema.ValuesOf(type);
            if (values.Count == 0)
            {
                check.Report($"Enum type {type} must define one or more values.", Places.OfAll(check.Schema, type));
            }

            foreach (var value in values)
            {
                check.RequireFreeName(value);
            }
        }
    }
}
