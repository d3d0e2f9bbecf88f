using System.Text.Json;
using ClientLedger.GraphQL.Errors;

namespace ClientLedger.GraphQL.Types.Coercion;

/// <summary>Says what is wrong with JSON that was given for a variable.</summary>
/// <param name="schema">The schema that the caller sees.</param>
/// <param name="report">Gets each problem and where it is within the value.</param>
/// <param name="suggest">Whether problems may suggest names.</param>
internal sealed class InputProblems(Schema schema, Action<string, InputPath?> report, bool suggest = true)
{
    /// <summary>Absent JSON (of kind Undefined) is a value that wasn't given.</summary>
    public void Find(JsonElement value, GraphQLType type) => Find(value, type, null);

    /// <summary>The problem with an input object that takes exactly one field.</summary>
    public static string NotOne(InputObjectType type) =>
        $"Within OneOf Input Object type \"{type}\", exactly one field must be specified, and the value for that field must be non-null.";

    private void Find(JsonElement value, GraphQLType type, InputPath? path)
    {
        if (value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
        {
            if (type is NonNullType)
            {
                report(
                    value.ValueKind == JsonValueKind.Null
                        ? $"Expected value of non-null type \"{type}\" not to be null."
                        : $"Expected a value of non-null type \"{type}\" to be provided.",
                    path);
            }

            return;
        }

        switch (type.Nullable)
        {
            case ListType list when value.ValueKind == JsonValueKind.Array:
                var index = 0;
                foreach (var item in value.EnumerateArray())
                {
                    Find(item, list.OfType, InputPath.At(path, index++));
                }

                break;
            case ListType list:
                Find(value, list.OfType, path);
                break;
            case InputObjectType input:
                FindInObject(value, input, path);
                break;
            case NamedType leaf:
                FindInLeaf(value, leaf, path);
                break;
        }
    }

    private void FindInObject(JsonElement value, InputObjectType type, InputPath? path)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            report($"Expected value of type \"{type}\" to be an object, found: {Inspection.Show(value)}.", path);
            return;
        }

        var fields = schema.InputFieldsOf(type);
        foreach (var field in fields)
        {
            if (value.TryGetProperty(field.Name, out var given))
            {
                Find(given, field.Type, InputPath.At(path, field.Name));
            }
            else if (field.IsRequired)
            {
                report($"Expected value of type \"{type}\" to include required field \"{field.Name}\", found: {Inspection.Show(value)}.", path);
            }
        }

        var known = new List<string>();
        foreach (var given in value.EnumerateObject().DistinctBy(property => property.Name))
        {
            if (fields.Find(given.Name) is not null)
            {
                known.Add(given.Name);
                continue;
            }

            var suggestion = suggest ? Suggestions.DidYouMean(null, Suggestions.Near(given.Name, fields.Select(field => field.Name))) : "";
            var found = suggestion.Length > 0 ? $".{suggestion} Found" : ", found";
            report($"Expected value of type \"{type}\" not to include unknown field \"{given.Name}\"{found}: {Inspection.Show(value)}.", path);
        }

        if (type.IsOneOf)
        {
            FindNotOne(value, type, known, path);
        }
    }

    private void FindNotOne(JsonElement value, InputObjectType type, List<string> known, InputPath? path)
    {
        if (known.Count != 1)
        {
            report(NotOne(type), path);
        }

        if (known.Count > 0 && value.GetProperty(known[0]).ValueKind == JsonValueKind.Null)
        {
            report(NotOne(type), InputPath.At(path, known[0]));
        }
    }

    private void FindInLeaf(JsonElement value, NamedType type, InputPath? path)
    {
        try
        {
            LeafCoercion.Parse(schema, type, new RawValue(value), suggest);
        }
        catch (GraphQLException refusal)
        {
            report(refusal.Message, path);
        }
    }
}
