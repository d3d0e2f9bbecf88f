using System.Collections.Immutable;

namespace ClientLedger.GraphQL.Language;

/// <summary>TypeSystemDefinition or TypeSystemExtension (3.1, 3.2).</summary>
internal abstract class TypeSystemNode(int start, int end, bool isExtension, StringValueNode? description, ImmutableArray<DirectiveNode> directives)
    : DefinitionNode(start, end)
{
    /// <summary>Whether it begins with <c>extend</c>.</summary>
    public bool IsExtension { get; } = isExtension;

    /// <summary>An extension has none.</summary>
    public StringValueNode? Description { get; } = description;

    public ImmutableArray<DirectiveNode> Directives { get; } = directives;
}

/// <summary>SchemaDefinition and SchemaExtension (3.3).</summary>
internal sealed class SchemaNode(
    int start, int end, bool isExtension, StringValueNode? description, ImmutableArray<DirectiveNode> directives, ImmutableArray<OperationTypeDefinitionNode> operationTypes)
    : TypeSystemNode(start, end, isExtension, description, directives)
{
    public ImmutableArray<OperationTypeDefinitionNode> OperationTypes { get; } = operationTypes;
}

/// <summary>RootOperationTypeDefinition: which type an operation begins at.</summary>
internal sealed class OperationTypeDefinitionNode(int start, int end, OperationType operation, NamedTypeNode type) : Node(start, end)
{
    public OperationType Operation { get; } = operation;

    public NamedTypeNode Type { get; } = type;
}

/// <summary>DirectiveDefinition (3.13), and its extension as the reference implementation has it.</summary>
internal sealed class DirectiveDefinitionNode(
    int start, int end, bool isExtension, StringValueNode? description, Name name, ImmutableArray<InputValueDefinitionNode> arguments,
    ImmutableArray<DirectiveNode> directives, bool isRepeatable, ImmutableArray<Name> locations)
    : TypeSystemNode(start, end, isExtension, description, directives)
{
    public Name Name { get; } = name;

    public ImmutableArray<InputValueDefinitionNode> Arguments { get; } = arguments;

    public bool IsRepeatable { get; } = isRepeatable;

    public ImmutableArray<Name> Locations { get; } = locations;
}

/// <summary>TypeDefinition and TypeExtension (3.4, 3.4.3).</summary>
internal abstract class TypeDefinitionNode(
    int start, int end, bool isExtension, StringValueNode? description, Name name, ImmutableArray<DirectiveNode> directives)
    : TypeSystemNode(start, end, isExtension, description, directives)
{
    public Name Name { get; } = name;
}

/// <summary>ScalarTypeDefinition and its extension (3.5).</summary>
internal sealed class ScalarTypeNode(int start, int end, bool isExtension, StringValueNode? description, Name name, ImmutableArray<DirectiveNode> directives)
    : TypeDefinitionNode(start, end, isExtension, description, name, directives);

/// <summary>What has fields and implements interfaces: an object type or an interface.</summary>
internal abstract class FieldsTypeNode(
    int start, int end, bool isExtension, StringValueNode? description, Name name, ImmutableArray<NamedTypeNode> interfaces,
    ImmutableArray<DirectiveNode> directives, ImmutableArray<FieldDefinitionNode> fields)
    : TypeDefinitionNode(start, end, isExtension, description, name, directives)
{
    public ImmutableArray<NamedTypeNode> Interfaces { get; } = interfaces;

    public ImmutableArray<FieldDefinitionNode> Fields { get; } = fields;
}

/// <summary>ObjectTypeDefinition and its extension (3.6).</summary>
internal sealed class ObjectTypeNode(
    int start, int end, bool isExtension, StringValueNode? description, Name name, ImmutableArray<NamedTypeNode> interfaces,
    ImmutableArray<DirectiveNode> directives, ImmutableArray<FieldDefinitionNode> fields)
    : FieldsTypeNode(
        start, end, isExtension, description, name, interfaces, directives, fields);

/// <summary>InterfaceTypeDefinition and its extension (3.7).</summary>
internal sealed class InterfaceTypeNode(
    int start, int end, bool isExtension, StringValueNode? description, Name name, ImmutableArray<NamedTypeNode> interfaces,
    ImmutableArray<DirectiveNode> directives, ImmutableArray<FieldDefinitionNode> fields)
    : FieldsTypeNode(
        start, end, isExtension, description, name, interfaces, directives, fields);

/// <summary>FieldDefinition (3.6).</summary>
internal sealed class FieldDefinitionNode(
    int start, int end, StringValueNode? description, Name name, ImmutableArray<InputValueDefinitionNode> arguments, TypeNode type, ImmutableArray<DirectiveNode> directives)
    : Node(start, end)
{
    public StringValueNode? Description { get; } = description;

    public Name Name { get; } = name;

    public ImmutableArray<InputValueDefinitionNode> Arguments { get; } = arguments;

    public TypeNode Type { get; } = type;

    public ImmutableArray<DirectiveNode> Directives { get; } = directives;
}

/// <summary>InputValueDefinition: an argument or a field of an input object (3.6.1, 3.10).</summary>
internal sealed class InputValueDefinitionNode(
    int start, int end, StringValueNode? description, Name name, TypeNode type, ValueNode? defaultValue, ImmutableArray<DirectiveNode> directives)
    : Node(start, end)
{
    public StringValueNode? Description { get; } = description;

    public Name Name { get; } = name;

    public TypeNode Type { get; } = type;

    public ValueNode? DefaultValue { get; } = defaultValue;

    public ImmutableArray<DirectiveNode> Directives { get; } = directives;
}

/// <summary>UnionTypeDefinition and its extension (3.8).</summary>
internal sealed class UnionTypeNode(
    int start, int end, bool isExtension, StringValueNode? description, Name name, ImmutableArray<DirectiveNode> directives, ImmutableArray<NamedTypeNode> members)
    : TypeDefinitionNode(start, end, isExtension, description, name, directives)
{
    public ImmutableArray<NamedTypeNode> Members { get; } = members;
}

/// <summary>EnumTypeDefinition and its extension (3.9).</summary>
internal sealed class EnumTypeNode(
    int start, int end, bool isExtension, StringValueNode? description, Name name, ImmutableArray<DirectiveNode> directives, ImmutableArray<EnumValueDefinitionNode> values)
    : TypeDefinitionNode(start, end, isExtension, description, name, directives)
{
    public ImmutableArray<EnumValueDefinitionNode> Values { get; } = values;
}

/// <summary>EnumValueDefinition (3.9).</summary>
internal sealed class EnumValueDefinitionNode(int start, int end, StringValueNode? description, Name name, ImmutableArray<DirectiveNode> directives)
    : Node(start, end)
{
    public StringValueNode? Description { get; } = description;

    public Name Name { get; } = name;

    public ImmutableArray<DirectiveNode> Directives { get; } = directives;
}

/// <summary>InputObjectTypeDefinition and its extension (3.10).</summary>
internal sealed class InputObjectTypeNode(
    int start, int end, bool isExtension, StringValueNode? description, Name name, ImmutableArray<DirectiveNode> directives, ImmutableArray<InputValueDefinitionNode> fields)
    : TypeDefinitionNode(start, end, isExtension, description, name, directives)
{
    public ImmutableArray<InputValueDefinitionNode> Fields { get; } = fields;
}
