using System.Collections.Immutable;
using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Execution.Json;
using ClientLedger.GraphQL.Execution.Selecting;
using ClientLedger.GraphQL.Language;
using ClientLedger.GraphQL.Types;

namespace ClientLedger.GraphQL.Execution;

/// <summary>A field that a document asks of an object, with everything that it asks below it.</summary>
public sealed class SelectedField
{
    private const int BytesOfEach = 350, BytesPerNode = 50;

    private readonly OperationPlan plan;
    private readonly byte[] key;
    private volatile Selection[] selections = [];
    private IReadOnlyList<SourceLocation>? locations;

    internal SelectedField(OperationPlan plan, ObjectType parentType, string responseKey, FieldDefinition field, ImmutableArray<FieldNode> nodes)
    {
        this.plan = plan;
        ParentType = parentType;
        ResponseKey = responseKey;
        Field = field;
        Nodes = nodes;
        key = [(byte)',', .. JsonOutput.Encode(responseKey), (byte)':'];
        if (IsTypeName)
        {
            key = [.. key, .. JsonOutput.Encode(parentType.Name)];
        }

        Index = plan.Add(BytesOfEach + key.Length + ((long)BytesPerNode * nodes.Length));
        Leaf = field.Type.Innermost is { IsLeaf: true } leaf ? plan.LeafOf(leaf) : null;
    }

    /// <summary>The key under which the field stands in the answer.</summary>
    public string ResponseKey { get; }

    /// <summary>The response key as it is written: <c>"key":</c>.</summary>
    public ReadOnlySpan<byte> Utf8Key => IsTypeName ? key.AsSpan(1, key.Length - ParentType.Name.Length - 3) : key.AsSpan(1);

    /// <summary>The field.</summary>
    public FieldDefinition Field { get; }

    /// <summary>The type of its values.</summary>
    public GraphQLType Type => Field.Type;

    /// <summary>The type of the object that it is asked of.</summary>
    public ObjectType ParentType { get; }

    /// <summary>Whether it is <c>__typename</c>: the name of <see cref="ParentType"/>.</summary>
    public bool IsTypeName => Field == Introspection.TypeNameField;

    /// <summary>Where it stands in the document; more than one place when fields were merged.</summary>
    public IReadOnlyList<SourceLocation> Locations => locations ??= [.. Nodes.Select(node => plan.Source.LocationOf(node.Start))];

    internal ImmutableArray<FieldNode> Nodes { get; }

    /// <summary>Its place among all fields of the plan.</summary>
    internal int Index { get; }

    /// <summary>How its values go out when they are scalars or enums, however deep in lists.</summary>
    internal LeafOutput? Leaf { get; }

    /// <summary>What stands before its value in the answer: <c>,"key":</c>, and for <c>__typename</c> the value too.</summary>
    internal ReadOnlySpan<byte> Preamble => key;

    /// <summary>What is asked of an object of that type below the field; nothing for a field that answers with a scalar.</summary>
    public Selection SelectionOf(ObjectType type)
    {
        foreach (var known in selections)
        {
            if (known.Type == type)
            {
                return known;
            }
        }

        var made = FieldCollector.Collect(plan, type, Nodes);
        lock (key)
        {
            if (Array.Find(selections, known => known.Type == type) is { } raced)
            {
                return raced;
            }

            selections = [.. selections, made];
        }

        return made;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{ParentType}.{Field.Name}";
}
