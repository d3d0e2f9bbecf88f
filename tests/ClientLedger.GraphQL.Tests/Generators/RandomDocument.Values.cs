using ClientLedger.GraphQL.Types;

namespace ClientLedger.GraphQL.Tests.Generators;

/// <summary>Arguments, values, variables and directives.</summary>
internal sealed partial class RandomDocument
{
    private static readonly string[] AnyValue = ["1", "-2.5", "\"text\"", "\"\"\"block\"\"\"", "true", "null", "VALUE", "[1, null]", "{ a: 1 }", "3000000000", "{ }", "[ ]", "{ x: 1, x: 2 }", "$unknown", "{ i0: 1, i0: 2 }"];

    private string Arguments(FieldDefinition? field) => field is null ? Arguments([], mayUseVariables: true) : Arguments(field.Arguments, mayUseVariables: true);

    private string Arguments(IReadOnlyCollection<InputValueDefinition> definitions, bool mayUseVariables)
    {
        var given = definitions.Where(argument => argument.IsRequired ? !Flaw() : chance.In(40)).Select(argument => $"{argument.Name}: {Value(argument.Type, argument.DefaultValue is not null, mayUseVariables, 0)}").ToList();
        if (Flaw())
        {
            given.Add($"{chance.Pick((string[])["unknown", "a0", "if", "reason"])}: {chance.Pick(AnyValue)}");
        }

        if (given.Count > 0 && Flaw())
        {
            given.Add(given[0]);
        }

        return given.Count == 0 ? "" : $"({string.Join(", ", chance.Some(given, given.Count))})";
    }

    private string Value(GraphQLType type, bool hasDefault, bool mayUseVariables, int depth)
    {
        if (Flaw())
        {
            return chance.Pick(AnyValue).Replace("$unknown", mayUseVariables ? "$unknown" : "1", StringComparison.Ordinal);
        }

        if (mayUseVariables && chance.In(20))
        {
            return Variable(type, hasDefault);
        }

        switch (type)
        {
            case NonNullType nonNull:
                return Literal(nonNull.OfType, mayUseVariables, depth);
            case var _ when chance.In(10):
                return "null";
            default:
                return Literal(type, mayUseVariables, depth);
        }
    }

    private string Literal(GraphQLType type, bool mayUseVariables, int depth) => type switch
    {
        ListType list => chance.In(15)
            ? Value(list.OfType.NonNull, hasDefault: false, mayUseVariables: false, depth + 1)
            : $"[{string.Join(", ", Enumerable.Range(0, chance.Between(0, 3)).Select(_ => Value(list.OfType, hasDefault: false, mayUseVariables, depth + 1)))}]",
        EnumType enumType => chance.Pick([.. schema.ValuesOf(enumType)]).Name,
        InputObjectType input => Object(input, mayUseVariables, depth),
        NamedType { Name: "Int" } => chance.Between(-5, 5_000).ToString(System.Globalization.CultureInfo.InvariantCulture),
        NamedType { Name: "Float" } => chance.Pick((string[])["1", "2.5", "1e3", "-0.5"]),
        NamedType { Name: "Boolean" } => chance.Pick((string[])["true", "false"]),
        NamedType { Name: "ID" } => chance.Pick((string[])["1", "\"x\""]),
        NamedType { Name: "String" } => chance.Pick((string[])["\"text\"", "\"\"\"text\"\"\"", "\"\""]),
        _ => chance.Pick((string[])["1", "\"x\"", "X", "[1, { a: X }]", "{ a: { b: [true] } }"]),
    };

    private string Object(InputObjectType type, bool mayUseVariables, int depth)
    {
        var fields = schema.InputFieldsOf(type);
        List<string> given;
        if (type.IsOneOf && !Flaw())
        {
            var field = chance.Pick([.. fields]);
            given = [$"{field.Name}: {Value(field.Type.Nullable.NonNull, hasDefault: false, mayUseVariables, depth + 1)}"];
        }
        else
        {
            given = [.. fields.Where(field => field.IsRequired ? !Flaw() : depth < 3 && chance.In(40)).Select(field => $"{field.Name}: {Value(field.Type, field.DefaultValue is not null, mayUseVariables, depth + 1)}")];
        }

        if (Flaw())
        {
            given.Add(given.Count > 0 && chance.In(50) ? given[0] : $"unknown: {chance.Pick(AnyValue[..^2])}".Replace("$unknown", "1", StringComparison.Ordinal));
        }

        return $"{{ {string.Join(", ", chance.Some(given, given.Count))} }}";
    }

    /// <summary>A variable that fits a place: one that is there already, or a new one.</summary>
    private string Variable(GraphQLType type, bool hasDefault)
    {
        var fitting = (Flaw() ? variableTypes.Keys : variableTypes.Where(known => known.Value == type.ToString()).Select(known => known.Key)).ToList();
        string name;
        if (fitting.Count > 0 && chance.In(50))
        {
            name = chance.Pick(fitting);
        }
        else
        {
            name = $"v{variableTypes.Count}";
            variableTypes[name] = (hasDefault && type is NonNullType && chance.In(50) ? type.Nullable : chance.In(20) ? type.Nullable.NonNull : type).ToString();
        }

        usedVariables.Add(name);
        return $"${name}";
    }

    private string VariableDefinitions()
    {
        var definitions = usedVariables.Where(_ => !Flaw()).Select(Definition).ToList();
        if (Flaw())
        {
            definitions.Add($"$unused: {AnyTypeName()}");
        }

        if (definitions.Count > 0 && Flaw())
        {
            definitions.Add(definitions[0]);
        }

        return definitions.Count == 0 ? "" : $"({string.Join(", ", definitions)})";

        string Definition(string name)
        {
            var type = Flaw() ? chance.Pick((string[])["Int", "[Int!]", "String!", "Query", AnyTypeName()]) : variableTypes[name];
            var defaultValue = chance.In(10) ? DefaultOf(type) : "";
            return $"${name}: {type}{defaultValue}{Directives("VARIABLE_DEFINITION", mayUseVariables: false)}";
        }
    }

    private string DefaultOf(string type)
    {
        var isNonNull = type.EndsWith('!');
        var nullable = isNonNull ? type[..^1] : type;
        GraphQLType? named = schema.TypeNamed(nullable);
        return named is { IsInput: true } ? $" = {Value(isNonNull ? named.NonNull : named, hasDefault: false, mayUseVariables: false, 0)}" : Flaw() ? " = 1" : "";
    }

    private string Directives(string location, bool mayUseVariables = true)
    {
        var applied = "";
        while (chance.In(8) || Flaw())
        {
            var possible = Flaw() ? [.. schema.Directives] : schema.Directives.Where(directive => directive.Locations.Contains(location)).ToList();
            if (Flaw() || possible.Count == 0)
            {
                return Flaw() ? applied + " @unknown" + Arguments([], mayUseVariables) : applied;
            }

            var directive = chance.Pick(possible);
            if (directive.IsRepeatable || !applied.Contains($"@{directive.Name}", StringComparison.Ordinal) || Flaw())
            {
                applied += $" @{directive.Name}{Arguments(directive.Arguments, mayUseVariables)}";
            }
        }

        return applied;
    }
}
