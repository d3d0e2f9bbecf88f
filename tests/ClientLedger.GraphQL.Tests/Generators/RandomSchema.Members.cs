namespace ClientLedger.GraphQL.Tests.Generators;

/// <summary>What types have within them.</summary>
internal sealed partial class RandomSchema
{
    private readonly Dictionary<string, List<(string Name, string Arguments, string Type)>> fieldsOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> interfacesOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(string Name, string Type, bool HasDefault)>> inputFieldsOf = new(StringComparer.Ordinal);
    private readonly HashSet<string> oneOf = new(StringComparer.Ordinal);

    private void Interface(string name) => Fields("interface", name, "INTERFACE", interfaces.TakeWhile(other => other != name));

    private void Object(string name) => Fields("type", name, "OBJECT", interfaces);

    private void Fields(string keyword, string name, string location, IEnumerable<string> possible)
    {
        // What an interface implements is implemented with it.
        var implemented = possible.Where(_ => chance.In(30)).SelectMany(one => (interfacesOf.GetValueOrDefault(one) ?? []).Append(one)).Distinct(StringComparer.Ordinal).ToList();
        implemented.RemoveAll(_ => Flaw());
        if (Flaw())
        {
            implemented.Add(AnyType());
        }

        var fields = implemented.SelectMany(one => fieldsOf.GetValueOrDefault(one) ?? []).DistinctBy(field => field.Name).Where(_ => !Flaw()).ToList();
        var own = fields.Select(field => Field(field.Name, MoreArguments(field.Arguments), Narrower(field.Type))).ToList();
        own.AddRange(Members($"{name.ToLowerInvariant()}_", own.Count == 0 ? 1 : 0, 4, field =>
        {
            var arguments = chance.In(40) ? Join(Members("a", 1, 3, argument => Argument(argument, mayRequire: true))) : "";
            var type = Flaw() ? AnyType() : Wrapped(OutputType());
            fields.Add((field, arguments, type));
            return Field(field, arguments, type) + Deprecated(isRequired: false);
        }));
        fieldsOf[name] = fields;
        interfacesOf[name] = implemented;
        Type(keyword, name, location, implemented.Count == 0 ? "" : " implements " + string.Join(" & ", implemented), own);
    }

    private string Field(string name, string arguments, string type) =>
        $"{Description()}{name}{(arguments.Length == 0 ? "" : $"({arguments})")}: {type}{Applied("FIELD_DEFINITION")}";

    /// <summary>An implementation may take more than its interface asks for.</summary>
    private string MoreArguments(string arguments) =>
        Flaw() ? "more: Int!" : chance.In(15) ? $"{arguments} more: Int = 1" : arguments;

    /// <summary>An implementation may promise more.</summary>
    private string Narrower(string type) => Flaw() ? Wrapped(OutputType()) : chance.In(20) && !type.EndsWith('!') ? type + "!" : type;

    private string Argument(string name, bool mayRequire)
    {
        var type = Flaw() ? AnyType() : Wrapped(InputType(inputs));
        type = mayRequire ? type : type.TrimEnd('!');
        var hasDefault = chance.In(30);
        return $"{Description()}{name}: {type}{(hasDefault ? " = " + Value(type) : "")}{Applied("ARGUMENT_DEFINITION")}{Deprecated(type.EndsWith('!') && !hasDefault)}";
    }

    private void Input(int index)
    {
        var name = inputs[index];
        var isOneOf = chance.In(25);
        var known = inputFieldsOf[name] = [];
        if (isOneOf)
        {
            oneOf.Add(name);
        }

        var fields = Members("i", 1, 4, field =>
        {
            // What is required, or has a default, doesn't lead back: it is of an input that was made before.
            var isFirstOfOneOf = isOneOf && known.Count == 0;
            var earlier = chance.In(50) || Flaw();
            var type = Flaw() ? AnyType() : isFirstOfOneOf ? "Int" : Wrapped(InputType(Flaw() ? inputs : earlier ? inputs[..index] : []));
            if (!earlier && chance.In(30) && !isFirstOfOneOf)
            {
                type = chance.Pick(inputs);
            }

            type = isOneOf && !Flaw() ? type.TrimEnd('!') : type;
            var hasDefault = (!isOneOf || Flaw()) && (earlier || !type.Contains('I', StringComparison.Ordinal)) && chance.In(30);
            known.Add((field, type, hasDefault));
            return $"{Description()}{field}: {type}{(hasDefault ? " = " + Value(type) : "")}{Applied("INPUT_FIELD_DEFINITION")}{Deprecated(type.EndsWith('!') && !hasDefault)}";
        });
        Type("input", name, "INPUT_OBJECT", isOneOf ? " @oneOf" : "", fields);
    }

    /// <summary>Named members, each made by its name.</summary>
    private List<string> Members(string letter, int fewest, int most, Func<string, string> make) =>
        [.. Enumerable.Range(0, chance.Between(fewest, most)).Select(index => make(Flaw() ? chance.Pick((string[])["__x", letter + "0"]) : letter + index))];

    private string Wrapped(string type)
    {
        type = chance.In(25) ? type + "!" : type;
        type = chance.In(25) ? $"[{type}]" : type;
        return chance.In(20) && !type.EndsWith('!') ? type + "!" : type;
    }

    private string OutputType() => chance.Pick([.. BuiltIn, .. objects, .. interfaces, .. unions, .. enums, .. scalars]);

    private string InputType(IEnumerable<string> of) => chance.Pick([.. BuiltIn, .. enums, .. scalars, .. of]);

    private string AnyType() => chance.Pick([.. BuiltIn, .. objects, .. interfaces, .. unions, .. enums, .. scalars, .. inputs, "Unknown", "__Type", "O00"]);
}
