namespace ClientLedger.GraphQL.Types.SdlRules;

/// <summary>Types have names of their own (3.3).</summary>
internal static class UniqueTypeNames
{
    public static void Check(SdlCheck check)
    {
        var seen = new Dictionary<string, Place>(StringComparer.Ordinal);
        foreach (var (definition, node) in check.TypeDefinitions)
        {
            var name = node.Name.Value;
            var place = definition.PlaceOf(node.Name);
            if (check.Extended?.TypeNamed(name) is not null)
            {
                check.Report($"Type \"{name}\" already exists in the schema. It cannot also be defined in this type definition.", place);
            }
            else if (!seen.TryAdd(name, place))
            {
                check.Report($"There can be only one type named \"{name}\".", seen[name], place);
            }
        }
    }
}
