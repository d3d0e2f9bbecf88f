namespace ClientLedger.GraphQL.Types.SchemaRules;

/// <summary>Types have free names (3.3).</summary>
internal static class ReservedNames
{
    public static void Check(SchemaCheck check)
    {
        foreach (var type in check.Types)
        {
            check.RequireFreeName(type);
        }
    }
}
