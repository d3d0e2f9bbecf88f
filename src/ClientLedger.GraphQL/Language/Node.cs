namespace ClientLedger.GraphQL.Language;

/// <summary>A name and where it stands.</summary>
internal readonly record struct Name(string Value, int Start)
{
    public override string ToString() => Value;
}

/// <summary>What a node is; the names are those of the reference implementation's <c>Kind</c>.</summary>
internal enum NodeKind : byte
{
    Document,
    OperationDefinition,
    VariableDefinition,
    SelectionSet,
    Field,
    Argument,
    FragmentSpread,
    InlineFragment,
    FragmentDefinition,
    Variable,
    IntValue,
    FloatValue,
    StringValue,
    BooleanValue,
    NullValue,
    EnumValue,
    ListValue,
    ObjectValue,
    ObjectField,
    Directive,
    NamedType,
    ListType,
    NonNullType,
    SchemaDefinition,
    OperationTypeDefinition,
    ScalarTypeDefinition,
    ObjectTypeDefinition,
    FieldDefinition,
    InputValueDefinition,
    InterfaceTypeDefinition,
    UnionTypeDefinition,
    EnumTypeDefinition,
    EnumValueDefinition,
    InputObjectTypeDefinition,
    DirectiveDefinition,
    SchemaExtension,
    ScalarTypeExtension,
    ObjectTypeExtension,
    InterfaceTypeExtension,
    UnionTypeExtension,
    EnumTypeExtension,
    InputObjectTypeExtension,
    DirectiveExtension,
}

/// <summary>A part of a document. Nodes never change once they are made; equality is identity.</summary>
/// <param name="kind">What it is.</param>
/// <param name="start">Offset of its first character.</param>
/// <param name="end">Offset behind its last character.</param>
internal abstract class Node(NodeKind kind, int start, int end)
{
    public NodeKind Kind { get; } = kind;

    public int Start { get; } = start;

    public int End { get; } = end;

    /// <summary>The node as GraphQL text.</summary>
    public override string ToString() => Printer.Print(this);
}
