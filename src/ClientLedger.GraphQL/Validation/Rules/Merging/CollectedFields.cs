using ClientLedger.GraphQL.Language;
using ClientLedger.GraphQL.Types;

namespace ClientLedger.GraphQL.Validation.Rules.Merging;

/// <summary>A field as <see cref="ConflictSearch"/> compares it.</summary>
internal sealed class CollectedField(NamedType? parent, FieldNode node, FieldDefinition? definition)
{
    /// <summary>The type that it is selected on, if the document says so.</summary>
    public NamedType? Parent { get; } = parent;

    public FieldNode Node { get; } = node;

    /// <summary>What the parent says of it, if it does; the fields that every type has are none of its own.</summary>
    public FieldDefinition? Definition { get; } = definition;

    public DirectiveNode? Stream { get; } = StreamDirective.On(node);

    /// <summary>Whether there is nothing in it to compare but its name and type.</summary>
    public bool IsSimpleLeaf => Node.Arguments.IsEmpty && Node.SelectionSet is null && Stream is null;

    /// <summary>Whether two fields have one type object in the reference implementation, where each definition wraps types anew.</summary>
    public bool HasTypeOf(CollectedField other) => Definition == other.Definition || (Definition?.Type is NamedType type && type == other.Definition?.Type);
}

/// <summary>What a selection set holds, its inline fragments included: fields by response key, in the order in which the keys come first, and spreads.</summary>
internal sealed class CollectedFields
{
    private readonly Dictionary<string, List<CollectedField>> byKey = new(StringComparer.Ordinal);
    private readonly Schema schema;

    public CollectedFields(Schema schema, NamedType? parent, SelectionSetNode set)
    {
        this.schema = schema;
        Collect(parent, set);
    }

    public List<(string Key, List<CollectedField> Fields)> Groups { get; } = [];

    public List<FragmentSpreadNode> Spreads { get; } = [];

    /// <summary>The fragments that are spread, each once, null among them when some are unknown; null until somebody asked.</summary>
    public List<FragmentDefinitionNode?>? Fragments { get; set; }

    public List<CollectedField>? Find(string key) => byKey.GetValueOrDefault(key);

    private void Collect(NamedType? parent, SelectionSetNode set)
    {
        foreach (var selection in set.Selections)
        {
            switch (selection)
            {
                case FieldNode field:
                    Add(new CollectedField(parent, field, parent is FieldsType type ? schema.FieldsOf(type).Find(field.Name.Value) : null));
                    break;
                case FragmentSpreadNode spread:
                    Spreads.Add(spread);
                    break;
                case InlineFragmentNode inline:
                    Collect(inline.TypeCondition is { } condition ? schema.TypeNamed(condition.Name) : parent, inline.SelectionSet);
                    break;
            }
        }
    }

    private void Add(CollectedField field)
    {
        var key = field.Node.ResponseKey;
        if (!byKey.TryGetValue(key, out var fields))
        {
            byKey[key] = fields = [];
            Groups.Add((key, fields));
        }

        fields.Add(field);
    }
}
