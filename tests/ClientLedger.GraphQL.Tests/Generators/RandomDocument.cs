using System.Text;
using ClientLedger.GraphQL.Types;
using ClientLedger.TestKit.Generators;

namespace ClientLedger.GraphQL.Tests.Generators;

/// <summary>
/// An executable document of chance for a schema. Each choice is wrong in so many of a thousand cases: without flaws a document is valid but for fields that can't be merged.
/// </summary>
internal sealed partial class RandomDocument
{
    private const int Deepest = 5;
    private const int MostSelections = 120;

    private static readonly string[] Aliases = ["a", "b", "c"];

    private readonly Schema schema;
    private readonly Chance chance;
    private readonly int flawsInThousand;
    private readonly CompositeType[] compositeTypes;
    private readonly List<(string Name, CompositeType Type)> fragments = [];
    private readonly Dictionary<string, HashSet<string>> fragmentVariables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> variableTypes = new(StringComparer.Ordinal);
    private readonly Dictionary<FieldDefinition, string> lastArguments = [];
    private readonly StringBuilder text = new();
    private HashSet<string> usedVariables = new(StringComparer.Ordinal);
    private int nextFragment;
    private int selections;

    private RandomDocument(Schema schema, Chance chance, int flawsInThousand)
    {
        this.schema = schema;
        this.chance = chance;
        this.flawsInThousand = flawsInThousand;
        compositeTypes = [.. schema.Types.OfType<CompositeType>().Where(type => !type.IsIntrospection && schema.PossibleTypesOf(type).Length > 0)];
    }

    public static string Of(Schema schema, Chance chance, int flawsInThousand) => new RandomDocument(schema, chance, flawsInThousand).Write();

    private string Write()
    {
        for (var count = chance.Between(0, 5); count > 0; count--)
        {
            fragments.Add(($"F{fragments.Count}", chance.Pick(compositeTypes)));
        }

        // Fragments are written from the last to the first, and each may spread those that are written.
        var definitions = new List<string>();
        for (nextFragment = fragments.Count - 1; nextFragment >= 0; nextFragment--)
        {
            definitions.Add(Fragment(nextFragment));
        }

        nextFragment = -1;
        var operations = chance.In(70) ? 1 : chance.Between(2, 3);
        for (var index = 0; index < operations; index++)
        {
            definitions.Add(Operation(index, operations));
        }

        if (Flaw())
        {
            definitions.Add(chance.Pick((string[])["type T { a(b: Int = 1, c: Unknown): T @skip }", "extend schema @skip", "directive @d(x: Int! = {a: 1, a: 2}) on FIELD", "enum E @deprecated { A @deprecated @deprecated }"]));
        }

        return string.Join("\n\n", chance.Some(definitions, definitions.Count));
    }

    private string Fragment(int index)
    {
        Begin();
        var (name, type) = fragments[index];
        text.Append("fragment ").Append(Flaw() ? "F0" : name).Append(" on ").Append(Flaw() ? AnyTypeName() : type.Name).Append(Directives("FRAGMENT_DEFINITION"));
        SelectionSet(type, 0);
        fragmentVariables[name] = usedVariables;
        return text.ToString();
    }

    private string Operation(int index, int operations)
    {
        Begin();
        var (keyword, root) = chance.Pick((List<(string, ObjectType)>)
        [
            ("query", schema.QueryType!),
            .. schema.MutationType is { } mutation ? [("mutation", mutation)] : Array.Empty<(string, ObjectType)>(),
            .. schema.SubscriptionType is { } subscription ? [("subscription", subscription)] : Array.Empty<(string, ObjectType)>(),
        ]);
        keyword = Flaw() ? "mutation" : keyword;
        var directives = Directives(keyword.ToUpperInvariant());
        if (keyword == "subscription" && !Flaw())
        {
            text.Append(" {\n  ");
            Field(root, chance.Pick([.. schema.FieldsOf(root)]), 0);
            text.Append("\n}");
        }
        else
        {
            SelectionSet(root, 0);
        }

        var selection = text.ToString();
        var name = operations > 1 && !Flaw() ? $" O{index}" : Flaw() ? " O0" : "";
        var variables = VariableDefinitions();
        return $"{keyword}{name}{variables}{directives}{selection}";
    }

    private void Begin()
    {
        text.Clear();
        selections = 0;
        usedVariables = new HashSet<string>(StringComparer.Ordinal);
    }

    private void SelectionSet(CompositeType type, int depth)
    {
        text.Append(" {\n");
        for (var count = chance.Between(1, 4); count > 0; count--)
        {
            text.Append(' ', (depth + 1) * 2);
            Selection(type, depth);
            text.Append('\n');
        }

        text.Append(' ', depth * 2).Append('}');
    }

    private void Selection(CompositeType type, int depth)
    {
        selections++;
        var isShort = depth >= Deepest || selections > MostSelections;
        if (isShort && !Flaw())
        {
            text.Append(chance.In(30) ? chance.Pick(Aliases) + ": " : "").Append("__typename");
            return;
        }

        switch (chance.Between(0, 9))
        {
            case 0 or 1:
                InlineFragment(type, depth);
                break;
            case 2 when Spreadable(type) is { } fragment:
                text.Append("...").Append(fragment).Append(Directives("FRAGMENT_SPREAD"));
                break;
            default:
                AnyField(type, depth);
                break;
        }
    }

    private void AnyField(CompositeType type, int depth)
    {
        if (Flaw())
        {
            text.Append(chance.Pick((string[])["unknown", "__schema", "__type", "id", "f0", "name"])).Append(Arguments(null));
        }
        else if (type is FieldsType fieldsType && schema.FieldsOf(fieldsType).Count > 0 && !chance.In(5))
        {
            Field(type, chance.Pick([.. schema.FieldsOf(fieldsType)]), depth);
        }
        else if (type == schema.QueryType && chance.In(30))
        {
            text.Append("__schema { types { name fields { name type { kind } } } }");
        }
        else
        {
            text.Append("__typename");
        }
    }

    private void Field(CompositeType parent, FieldDefinition field, int depth)
    {
        text.Append(chance.In(25) ? chance.Pick(Aliases) + ": " : Flaw() ? chance.Pick([.. compositeTypes.OfType<FieldsType>().SelectMany(type => schema.FieldsOf(type)).Select(other => other.Name)]) + ": " : "");

        // Often the same arguments again: otherwise nothing could be merged.
        var arguments = lastArguments.TryGetValue(field, out var last) && chance.In(60) && !last.Contains('$', StringComparison.Ordinal) ? last : Arguments(field);
        lastArguments[field] = arguments;
        text.Append(field.Name).Append(arguments).Append(Directives("FIELD"));
        if (field.Type.Innermost is CompositeType type ? !Flaw() : Flaw())
        {
            SelectionSet(field.Type.Innermost as CompositeType ?? parent, depth + 1);
        }
    }

    private void InlineFragment(CompositeType type, int depth)
    {
        text.Append("...");
        var inner = type;
        if (!chance.In(20))
        {
            inner = chance.Pick(Flaw() ? compositeTypes : [.. compositeTypes.Where(other => MayBe(type, other))]);
            text.Append(" on ").Append(Flaw() ? AnyTypeName() : inner.Name);
        }

        text.Append(Directives("INLINE_FRAGMENT"));
        SelectionSet(inner, depth + 1);
    }

    private string? Spreadable(CompositeType type)
    {
        if (Flaw())
        {
            return chance.Pick([.. fragments.Select(fragment => fragment.Name), "Unknown"]);
        }

        var possible = fragments.Skip(nextFragment + 1).Where(fragment => MayBe(type, fragment.Type)).ToList();
        if (possible.Count == 0)
        {
            return null;
        }

        var spread = chance.Pick(possible).Name;
        usedVariables.UnionWith(fragmentVariables[spread]);
        return spread;
    }

    private bool MayBe(CompositeType one, CompositeType other) => one == other || schema.PossibleTypesOf(one).Intersect(schema.PossibleTypesOf(other)).Any();

    private string AnyTypeName() => chance.Pick([.. schema.Types.Select(type => type.Name), "Unknown", "Quer"]);

    private bool Flaw() => chance.Between(1, 1_000) <= flawsInThousand;
}
