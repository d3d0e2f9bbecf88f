using System.Text.Json.Nodes;
using ClientLedger.GraphQL.Execution.Selecting;
using ClientLedger.GraphQL.Language;
using ClientLedger.GraphQL.Types;
using ClientLedger.TestKit.Generators;

namespace ClientLedger.GraphQL.Tests.Generators;

/// <summary>Data of chance that answer an operation, and the variables that it needs. One value at most is wrong: null where none may be, or of the wrong kind.</summary>
internal sealed class RandomData
{
    private const int MostItems = 3;
    private const int MostValues = 400;

    private readonly Schema schema;
    private readonly Chance chance;
    private readonly ExecutableDocument document;
    private readonly OperationDefinitionNode operation;
    private readonly int wrongValue;
    private int values;

    /// <param name="schema">The schema.</param>
    /// <param name="document">A valid document.</param>
    /// <param name="operation">One of its operations.</param>
    /// <param name="chance">What decides.</param>
    public RandomData(Schema schema, DocumentNode document, OperationDefinitionNode operation, Chance chance)
    {
        this.schema = schema;
        this.chance = chance;
        this.document = new ExecutableDocument(schema, document);
        this.operation = operation;
        wrongValue = chance.In(40) ? chance.Between(1, 12) : 0;
    }

    /// <summary>What the fields at the root are asked of.</summary>
    public JsonNode Root() => ObjectOf(schema.RootOf(operation.Operation)!, [operation.SelectionSet]);

    /// <summary>The variables; one without which the operation can do is sometimes left out.</summary>
    public JsonObject Variables()
    {
        var given = new JsonObject();
        foreach (var variable in operation.Variables)
        {
            var type = TypeReference.Resolve(schema, variable.Type)!;
            if ((type is NonNullType && variable.DefaultValue is null) || chance.In(70))
            {
                given[variable.Variable.Name.Value] = Input(type, 0);
            }
        }

        return given;
    }

    private JsonObject ObjectOf(ObjectType type, List<SelectionSetNode> sets)
    {
        var made = new JsonObject { ["__typename"] = type.Name };
        foreach (var (name, nodes) in FieldsIn(type, sets))
        {
            if (schema.FieldOf(type, name) is { Owner: not null } field)
            {
                made[name] = Value(field.Type, [.. nodes.Select(node => node.SelectionSet).OfType<SelectionSetNode>()]);
            }
        }

        return made;
    }

    /// <summary>All fields that any selection asks of a type, whatever is skipped.</summary>
    private Dictionary<string, List<FieldNode>> FieldsIn(ObjectType type, List<SelectionSetNode> sets)
    {
        var found = new Dictionary<string, List<FieldNode>>(StringComparer.Ordinal);
        var open = new Stack<SelectionSetNode>(sets);
        while (open.TryPop(out var set))
        {
            foreach (var selection in set.Selections)
            {
                var fragment = selection is FragmentSpreadNode spread ? document.FragmentNamed(spread.Name.Value) : null;
                var condition = fragment?.TypeCondition ?? (selection as InlineFragmentNode)?.TypeCondition;
                if (selection is FieldNode field)
                {
                    (found.TryGetValue(field.Name.Value, out var nodes) ? nodes : found[field.Name.Value] = []).Add(field);
                }
                else if (condition is null || schema.PossibleTypesOf((CompositeType)schema.TypeNamed(condition.Name)!).Contains(type))
                {
                    open.Push(fragment?.SelectionSet ?? ((InlineFragmentNode)selection).SelectionSet);
                }
            }
        }

        return found;
    }

    private JsonNode? Value(GraphQLType type, List<SelectionSetNode> sets)
    {
        if (++values == wrongValue)
        {
            // An object without any field would be as many failures as it has fields that can't be null.
            return type is NonNullType ? null
                : type.Nullable is ListType ? JsonValue.Create("no list")
                : type.Nullable is ObjectType ? null
                : type.Innermost is EnumType ? JsonValue.Create("NONE")
                : new JsonObject { ["no"] = "leaf" };
        }

        if (type is not NonNullType && chance.In(values > MostValues ? 100 : 10))
        {
            return null;
        }

        return type.Nullable switch
        {
            ListType list => new JsonArray([.. Enumerable.Range(0, chance.Between(0, values > MostValues ? 0 : MostItems)).Select(_ => Value(list.OfType, sets))]),
            CompositeType composite => ObjectOf(chance.Pick([.. schema.PossibleTypesOf(composite)]), sets),
            var leaf => Leaf((NamedType)leaf),
        };
    }

    private JsonNode? Input(GraphQLType type, int depth)
    {
        if (type is not NonNullType && (depth > 2 || chance.In(10)))
        {
            return null;
        }

        return type.Nullable switch
        {
            ListType list => new JsonArray([.. Enumerable.Range(0, chance.Between(0, depth > 2 ? 0 : 2)).Select(_ => Input(list.OfType, depth + 1))]),
            InputObjectType { IsOneOf: true } input => OneOf(input, depth),
            InputObjectType input => new JsonObject(schema.InputFieldsOf(input).Where(field => field.IsRequired || (depth < 2 && chance.In(50)))
                .Select(field => KeyValuePair.Create(field.Name, Input(field.Type, depth + 1)))),
            var leaf => Leaf((NamedType)leaf),
        };
    }

    private JsonObject OneOf(InputObjectType input, int depth)
    {
        var fields = schema.InputFieldsOf(input).ToList();
        var field = fields.Find(one => one.Type.Innermost is not InputObjectType) ?? fields[0];
        return new JsonObject { [field.Name] = Input(field.Type.NonNull, depth + 1) };
    }

    private JsonValue? Leaf(NamedType type) => type switch
    {
        EnumType values => JsonValue.Create(chance.Pick([.. schema.ValuesOf(values)]).Name),
        _ => type.Name switch
        {
            "Int" => JsonValue.Create(chance.Between(-1_000, 1_000)),
            "Float" => JsonValue.Create(chance.Between(-1_000, 1_000) / 8.0),
            "Boolean" => JsonValue.Create(chance.In(50)),
            "ID" => JsonValue.Create($"id{chance.Between(0, 99)}"),
            _ => JsonValue.Create(chance.Pick((string[])["text", "客户", "a \"quoted\" \\ line\n", "", "😀"])),
        },
    };
}
