namespace ClientLedger.GraphQL.Types.SdlRules;

/// <summary>An input object has each field once (5.6.3).</summary>
internal static class UniqueInputFieldNames
{
    public static void Check(SdlCheck check)
    {
        foreach (var (definition, value) in check.Contents.ObjectValues)
        {
            var seen = new Dictionary<string, Place>(StringComparer.Ordinal);
            foreach (var field in value.Fields)
            {
                var name = field.Name.Value;
                var place = definition.PlaceOf(field.Name);
                if (!seen.TryAdd(name, place))
                {
                    check.Report($"There can be only one input field named \"{name}\".", seen[name], place);
                }
            }
        }
    }
}
