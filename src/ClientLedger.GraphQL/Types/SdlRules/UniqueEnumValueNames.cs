using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Types.SdlRules;

/// <summary>The values of an enum have names of their own (3.9).</summary>
internal static class UniqueEnumValueNames
{
    public static void Check(SdlCheck check)
    {
        var seen = new Dictionary<(string, string), Place>();
        foreach (var definition in check.Definitions)
        {
            if (definition.Node is not EnumTypeNode type)
            {
                continue;
            }

            foreach (var value in type.Values)
            {
                var key = (type.Name.Value, value.Name.Value);
                var coordinate = $"\"{type.Name}.{value.Name}\"";
                var place = definition.PlaceOf(value.Name);
                if (check.Extended is { } extended && extended.TypeNamed(type.Name.Value) is EnumType known && extended.ValuesOf(known).Find(value.Name.Value) is not null)
                {
                    check.Report($"Enum value {coordinate} already exists in the schema. It cannot also be defined in this type extension.", place);
                }
                else if (!seen.TryAdd(key, place))
                {
                    check.Report($"Enum value {coordinate} can only be defined once.", seen[key], place);
                }
            }
        }
    }
}
