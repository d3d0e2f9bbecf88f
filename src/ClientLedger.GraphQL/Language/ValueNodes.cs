using System.Collections.Immutable;

namespace ClientLedger.GraphQL.Language;

/// <summary>Value (2.9).</summary>
internal abstract class ValueNode(int start, int end) : Node(start, end);

/// <summary>Variable (2.10).</summary>
internal sealed class VariableNode(int start, int end, Name name) : ValueNode(start, end)
{
    public Name Name { get; } = name;
}

/// <summary>IntValue (2.9.1), as it was written.</summary>
internal sealed class IntValueNode(int start, int end, string text) : ValueNode(start, end)
{
    public string Text { get; } = text;
}

/// <summary>FloatValue (2.9.2), as it was written.</summary>
internal sealed class FloatValueNode(int start, int end, string text) : ValueNode(start, end)
{
    public string Text { get; } = text;
}

/// <summary>StringValue (2.9.4).</summary>
internal sealed class StringValueNode : ValueNode
{
    /// <summary>The value, or the source that it is read from when somebody first asks.</summary>
    private object value;

    public StringValueNode(int start, int end, string value, bool isBlock)
        : base(start, end)
    {
        this.value = value;
        IsBlock = isBlock;
    }

    /// <summary>A quoted string that holds nothing but what it says.</summary>
    public StringValueNode(int start, int end, Source source)
        : base(start, end) => value = source;

    public string Value => value as string ?? Read();

    public bool IsBlock { get; }

    /// <summary>Two threads may both read it, and find the same.</summary>
    private string Read()
    {
        var read = value is Source source ? source.Text[(Start + 1)..(End - 1)] : (string)value;
        value = read;
        return read;
    }
}

/// <summary>BooleanValue (2.9.3).</summary>
internal sealed class BooleanValueNode(int start, int end, bool value) : ValueNode(start, end)
{
    public bool Value { get; } = value;
}

/// <summary>NullValue (2.9.5).</summary>
internal sealed class NullValueNode(int start, int end) : ValueNode(start, end);

/// <summary>EnumValue (2.9.6).</summary>
internal sealed class EnumValueNode(int start, int end, string name) : ValueNode(start, end)
{
    public string Name { get; } = name;
}

/// <summary>ListValue (2.9.7).</summary>
internal sealed class ListValueNode(int start, int end, ImmutableArray<ValueNode> values) : ValueNode(start, end)
{
    public ImmutableArray<ValueNode> Values { get; } = values;
}

/// <summary>ObjectValue (2.9.8).</summary>
internal sealed class ObjectValueNode(int start, int end, NodeList<ObjectFieldNode> fields) : ValueNode(start, end)
{
    public NodeList<ObjectFieldNode> Fields { get; } = fields;
}

/// <summary>ObjectField: a field of an input object; it begins with its name.</summary>
internal sealed class ObjectFieldNode(int end, Name name, ValueNode value) : ListedNode(name.Start, end)
{
    private readonly string nameValue = name.Value;

    public Name Name => new(nameValue, Start);

    public ValueNode Value { get; } = value;
}
