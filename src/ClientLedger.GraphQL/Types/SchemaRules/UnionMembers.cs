namespace ClientLedger.GraphQL.Types.SchemaRules;

/// <summary>A union has members, which are object types, each once (3.8).</summary>
internal static class UnionMembers
{
    public static void Check(SchemaCheck check)
    {
        var schema = check.Schema;
        foreach (var union in check.Types.OfType<UnionType>())
        {
            var members = schema.DeclaredMembersOf(union);
            if (members.IsEmpty)
            {
                check.Report($"Union type {union} must define one or more member types.", Places.OfAll(schema, union));
            }

            var seen = new HashSet<NamedType>();
            foreach (var member in members)
            {
                if (!seen.Add(member))
                {
                    check.Report($"Union type {union} can only include type {member} once.", Places.OfMember(schema, union, member));
                }
                else if (member is not ObjectType)
                {
                    check.Report($"Union type {union} can only include Object types, it cannot include {member}.", Places.OfMember(schema, union, member));
                }
            }
        }
    }
}
