using ClientLedger.TestKit.Generators;

namespace ClientLedger.GraphQL.Tests.Generators;

/// <summary>
/// Schemas of chance, as SDL. Without flaws they are valid; with flaws any choice is wrong now and then: a name that is unknown, taken or reserved, a type of the wrong kind, a field left out, a value that doesn't fit.
/// Objects are O0, O1, …, interfaces F, unions U, enums E, inputs I, scalars S, directives @d.
/// </summary>
/// <param name="chance">What decides.</param>
/// <param name="flaws">How many choices in a hundred are wrong.</param>
internal sealed partial class RandomSchema(Chance chance, int flaws = 0)
{
    private readonly List<string> definitions = [];
    private readonly List<string> objects = [];
    private readonly List<string> interfaces = [];
    private readonly List<string> unions = [];
    private readonly List<string> enums = [];
    private readonly List<string> inputs = [];
    private readonly List<string> scalars = [];
    private readonly List<string> directives = [];

    /// <summary>The SDL of a schema.</summary>
    public string Sdl()
    {
        Name(objects, "O", 1, 5);
        Name(interfaces, "F", 0, 3);
        Name(unions, "U", 0, 2);
        Name(enums, "E", 1, 3);
        Name(inputs, "I", 0, 4);
        Name(scalars, "S", 0, 2);
        Name(directives, "d", 0, 3);

        enums.ForEach(Enum);
        scalars.ForEach(Scalar);
        directives.ForEach(Directive);
        for (var index = 0; index < inputs.Count; index++)
        {
            Input(index);
        }

        interfaces.ForEach(Interface);
        objects.ForEach(Object);
        unions.ForEach(Union);
        Roots();
        return string.Join('\n', chance.Some(definitions, definitions.Count));
    }

    /// <summary>The SDL of an extension of the schema that was made.</summary>
    public string Extension()
    {
        definitions.Clear();
        var more = new List<string>();
        Name(more, "N", 0, 2);
        foreach (var name in more)
        {
            Object(name);
            objects.Add(name);
        }

        foreach (var type in chance.Some(objects, chance.Between(0, 3)))
        {
            definitions.Add($"extend type {type} {{ {Join(Members("x", 1, 3, field => Field(field, "", Flaw() ? AnyType() : Wrapped(OutputType()))))} }}");
        }

        foreach (var type in chance.Some(enums, chance.Between(0, 1)))
        {
            definitions.Add($"extend enum {type} {{ {Join(Members("X", 1, 2, value => value + Deprecated(isRequired: false)))} }}");
        }

        foreach (var type in chance.Some(inputs, chance.Between(0, 1)))
        {
            definitions.Add($"extend input {type} {{ {Join(Members("x", 1, 2, field => $"{field}: {Wrapped(InputType([])).TrimEnd('!')}"))} }}");
        }

        if (more.Count > 0 && unions.Count > 0)
        {
            definitions.Add($"extend union {chance.Pick(unions)} = {string.Join(" | ", more)}");
        }

        return definitions.Count == 0 ? "extend type O0 { x: Float }" : string.Join('\n', definitions);
    }

    /// <summary>Whether the next choice is wrong.</summary>
    private bool Flaw() => chance.In(flaws);

    private void Name(List<string> names, string letter, int fewest, int most)
    {
        for (var count = chance.Between(fewest, most); names.Count < count;)
        {
            names.Add(Flaw() ? chance.Pick((string[])["__" + letter, letter + "0", "Int", "Query"]) : letter + names.Count);
        }
    }

    private void Roots()
    {
        string[] operations = Flaw() ? ["mutation"] : chance.In(50) ? ["query", "mutation", "subscription"] : ["query"];
        if (chance.In(60))
        {
            // By their default names.
            foreach (var operation in operations)
            {
                Object(Flaw() ? "Other" : char.ToUpperInvariant(operation[0]) + operation[1..]);
            }

            return;
        }

        var roots = operations.Select(operation => $"{operation}: {(Flaw() ? AnyType() : "Root" + operation)}").ToList();
        operations.ToList().ForEach(operation => Object("Root" + operation));
        definitions.Add($"{Description()}schema{Applied("SCHEMA")} {{ {string.Join(' ', roots)} }}");
        if (Flaw())
        {
            definitions.Add($"extend schema {{ {roots[0]} }}");
        }
    }

    private void Enum(string name)
    {
        var values = Members("V", 1, 4, value => $"{value}{Applied("ENUM_VALUE")}{Deprecated(isRequired: false)}");
        Type("enum", name, "ENUM", "", values);
    }

    private void Scalar(string name)
    {
        var specified = chance.In(40) ? $" @specifiedBy(url: {(Flaw() ? "5" : "\"https://scalars.example/" + name + "\"")})" : "";
        definitions.Add($"{Description()}scalar {name}{specified}{Applied("SCALAR")}");
    }

    private void Union(string name)
    {
        var members = chance.Some(objects, chance.Between(1, objects.Count)).Select(member => Flaw() ? AnyType() : member);
        definitions.Add($"{Description()}union {name}{Applied("UNION")}{(Flaw() ? "" : " = " + string.Join(" | ", members))}");
    }

    private void Directive(string name)
    {
        var arguments = chance.In(50) ? $"({Join(Members("a", 1, 3, argument => Argument(argument, mayRequire: false)))})" : "";
        var locations = Locations[name] = chance.Some(AllLocations, chance.Between(1, 6));
        definitions.Add($"{Description()}directive @{name}{arguments}{(chance.In(40) ? " repeatable" : "")} on {string.Join(" | ", locations)}");
    }

    /// <summary>A type and, now and then, a part of its members in an extension.</summary>
    private void Type(string keyword, string name, string location, string heading, List<string> members)
    {
        var extended = chance.In(15) && members.Count > 1 ? 1 : 0;
        definitions.Add($"{Description()}{keyword} {name}{heading}{Applied(location)}{Block(members[extended..])}");
        if (extended > 0)
        {
            definitions.Add($"extend {(Flaw() ? "enum" : keyword)} {(Flaw() ? name + "x" : name)}{Applied(location)}{Block(members[..extended])}");
        }
    }

    private string Block(List<string> members) => members.Count == 0 || Flaw() ? "" : $" {{ {Join(members)} }}";

    private static string Join(List<string> members) => string.Join(' ', members);
}
