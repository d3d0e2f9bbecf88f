namespace ClientLedger.GraphQL.Tests.Generators;

/// <summary>Descriptions, directives and default values.</summary>
internal sealed partial class RandomSchema
{
    private static readonly string[] BuiltIn = ["Int", "Float", "String", "Boolean", "ID"];

    private static readonly string[] AllLocations =
    [
        "QUERY", "FIELD", "SCHEMA", "SCALAR", "OBJECT", "FIELD_DEFINITION", "ARGUMENT_DEFINITION", "INTERFACE", "UNION", "ENUM", "ENUM_VALUE", "INPUT_OBJECT", "INPUT_FIELD_DEFINITION",
    ];

    private static readonly string[] Descriptions =
    [
        "\"d\"", "\"\"\"d\"\"\"", "\"\"\"\n  two\n    lines\n\"\"\"", "\"\"", "\"客户 \\\" \\\\ \\n next\"", "\"\"\"ends with \\\"\"\" \"\"\"", "\" begins with a space\"", "\"ends with a backslash \\\\\"",
        "\"a description that is so long that it has to stand on lines of its own, or so they say\"", "\"\\u0007\"", "\"\\n\\n  odd\\n indents\\n\"",
    ];

    private const int DeepestValue = 20;

    private Dictionary<string, List<string>> Locations { get; } = new(StringComparer.Ordinal);

    private string Description() => chance.In(15) ? chance.Pick(Descriptions) + " " : "";

    private string Deprecated(bool isRequired) =>
        (isRequired && !Flaw()) || !chance.In(12) ? ""
        : chance.Pick((string[])[" @deprecated", " @deprecated(reason: \"old \\\"style\\\"\")", " @deprecated(reason: \"\"\"\n  two\n  lines\n\"\"\")", " @deprecated(reason: \"No longer supported\")"]);

    /// <summary>One of the directives that may stand there.</summary>
    private string Applied(string location)
    {
        if (Flaw())
        {
            return chance.Pick((string[])[" @unknown", " @skip(if: true)", " @deprecated @deprecated", " @deprecated(reson: \"x\")", " @specifiedBy", " @d0 @d0", " @d0(a0: 1, a0: 2)", " @d1(a1: {x: 1, x: 2})"]);
        }

        var possible = directives.Where(directive => Locations.GetValueOrDefault(directive)?.Contains(location, StringComparer.Ordinal) == true).ToList();
        return possible.Count > 0 && chance.In(25) ? $" @{chance.Pick(possible)}" : "";
    }

    /// <summary>A value of a type.</summary>
    private string Value(string type, int depth = 0)
    {
        if (Flaw())
        {
            return chance.Pick((string[])["null", "5", "\"x\"", "V9", "[null]", "{ i0: 1, unknown: 2 }", "{}", "1.5", "[[1]]", "99999999999"]);
        }

        if (type.EndsWith('!'))
        {
            return NonNull(type[..^1], depth);
        }

        return chance.In(10) ? "null" : NonNull(type, depth);
    }

    private string NonNull(string type, int depth)
    {
        if (type.StartsWith('['))
        {
            var item = type[1..^1];
            return chance.In(20) ? NonNull(item.TrimEnd('!'), depth) : $"[{string.Join(", ", Enumerable.Range(0, chance.Between(0, 3)).Select(_ => Value(item, depth + 1)))}]";
        }

        return type switch
        {
            "Int" => chance.Pick((string[])["0", "1", "-5", "2147483647"]),
            "Float" => chance.Pick((string[])["0", "1.5", "-1e3", "7"]),
            "String" => chance.Pick((string[])["\"\"", "\"x\"", "\"\"\"block\"\"\"", "\"客\\n户\""]),
            "Boolean" => chance.Pick((string[])["true", "false"]),
            "ID" => chance.Pick((string[])["\"a\"", "5"]),
            _ when enums.Contains(type, StringComparer.Ordinal) => "V0",
            _ when inputFieldsOf.ContainsKey(type) => InputValue(type, depth),
            _ => chance.Pick((string[])["1", "\"s\"", "true", "[1, { a: \"b\" }]", "ENUM"]),
        };
    }

    private string InputValue(string type, int depth)
    {
        if (depth > DeepestValue)
        {
            // Flawed schemas may hold inputs that need themselves: no value of theirs ends.
            return "{}";
        }

        var fields = inputFieldsOf[type];
        var given = oneOf.Contains(type)
            ? fields.Take(1).Select(field => $"{field.Name}: {NonNull(field.Type.TrimEnd('!'), depth + 1)}")
            : fields.Where(field => (field.Type.EndsWith('!') && !field.HasDefault) || (depth < 2 && chance.In(30))).Select(field => $"{field.Name}: {Value(field.Type, depth + 1)}");
        return $"{{ {string.Join(", ", given)} }}";
    }
}
