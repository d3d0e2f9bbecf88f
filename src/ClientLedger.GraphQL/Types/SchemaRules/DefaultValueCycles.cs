using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Types.SchemaRules;

/// <summary>The default of an input field doesn't lead back to itself (3.10: InputObjectDefaultValueHasCycle).</summary>
internal sealed class DefaultValueCycles
{
    private static readonly ObjectValueNode Nothing = new(0, 0, []);

    private readonly SchemaCheck check;

    /// <summary>The defaults that are being followed.</summary>
    private readonly List<InputValueDefinition> path = [];
    private readonly HashSet<InputValueDefinition> followed = [];

    private DefaultValueCycles(SchemaCheck check) => this.check = check;

    public static void Check(SchemaCheck check)
    {
        var cycles = new DefaultValueCycles(check);
        foreach (var type in check.Types.OfType<InputObjectType>())
        {
            // The fields that nothing is given for.
            cycles.FollowValue(type, Nothing);
        }
    }

    private void FollowValue(InputObjectType type, ValueNode value)
    {
        switch (value)
        {
            case ListValueNode list:
                foreach (var item in list.Values)
                {
                    FollowValue(type, item);
                }

                break;
            case ObjectValueNode fields:
                foreach (var field in check.Schema.InputFieldsOf(type))
                {
                    if (field.Type.Innermost is not InputObjectType fieldType)
                    {
                        continue;
                    }

                    if (fields.Fields.LastOrDefault(given => given.Name.Value == field.Name) is { } given)
                    {
                        FollowValue(fieldType, given.Value);
                    }
                    else if (field.DefaultValue is { } defaultValue)
                    {
                        FollowDefault(field, fieldType, defaultValue);
                    }
                }

                break;
        }
    }

    private void FollowDefault(InputValueDefinition field, InputObjectType type, ValueNode defaultValue)
    {
        var start = path.IndexOf(field);
        if (start >= 0)
        {
            var via = path.Count - start > 1 ? $" via the default values of: {string.Join(", ", path.Skip(start + 1))}" : "";
            check.Report(
                $"Invalid circular reference. The default value of Input Object field {field} references itself{via}.",
                path.Skip(start).SelectMany(PlaceOfDefault));
        }
        else if (followed.Add(field))
        {
            path.Add(field);
            FollowValue(type, defaultValue);
            path.RemoveAt(path.Count - 1);
        }
    }

    private static IEnumerable<Place> PlaceOfDefault(InputValueDefinition field) =>
        field.DefaultValue is { } value ? field.Origins.Take(1).Select(origin => origin.PlaceOf(value)) : [];
}
