using System.Collections.Immutable;

namespace ClientLedger.GraphQL.Language;

/// <summary>TypeSystemDefinition or TypeSystemExtension (3.1, 3.2).</summary>
internal abstract class TypeSystemNode(int start, int end, bool isExtension, StringValueNode? description, NodeList<DirectiveNode> directives)
    : DefinitionNode(start, end)
{
    /// <summary>Whether it begins with <c>extend</c>.</summary>
    public bool IsExtension { get; } = isExtension;

    /// <summary>An extension has none.</summary>
    public StringValueNode? Description { get; } = description;

    public NodeList<DirectiveNode> Directives { get; } = directives;
}

/// <summary>SchemaDefinition and SchemaExtension (3.3).</summary>
internal sealed class SchemaNode(
    int start, int end, bool isExtension, StringValueNode? description, NodeList<DirectiveNode> directives, NodeList<OperationTypeDefinitionNode> operationTypes)
    : TypeSystemNode(start, end, isExtension, description, directives)
{
    public NodeList<OperationTypeDefinitionNode> OperationTypes { get; } = operationTypes;
}

/// <summary>RootOperationTypeDefinition: which type an operation begins at.</summary>
internal sealed class OperationTypeDefinitionNode(int start, int end, OperationType operation, NamedTypeNode type) : ListedNode(start, end)
{
    public OperationType Operation { get; } = operation;

    public NamedTypeNode Type { get; } = type;
}

/// <summary>DirectiveDefinition (3.13), and its extension as the reference implementation has it.</summary>
internal sealed class DirectiveDefinitionNode(
    int start, int end, bool isExtension, StringValueNode? description, Name name, NodeList<InputValueDefinitionNode> arguments,
    NodeList<DirectiveNode> directives, bool isRepeatable, ImmutableArray<Name> locations)
    : TypeSystemNode(start, end, isExtension, description, directives)
{
    public Name Name { get; } = name;

    public NodeList<InputValueDefinitionNode> Arguments { get; } = arguments;

    public bool IsRepeatable { get; } = isRepeatable;

    public ImmutableArray<Name> Locations { get; } = locations;
}

/// <summary>TypeDefinition and TypeExtension (3.4, 3.4.3).</summary>
internal abstract class TypeDefinitionNode(
    int start, int end, bool isExtension, StringValueNode? description, Name name, NodeList<DirectiveNode> directives)
    : TypeSystemNode(start, end, isExtension, description, directives)
{
    public Name Name { get; } = name;
}

/// <summary>ScalarTypeDefinition and its extension (3.5).</summary>
internal sealed class ScalarTypeNode(int start, int end, bool isExtension, StringValueNode? description, Name name, NodeList<DirectiveNode> directives)
    : TypeDefinitionNode(start, end, isExtension, description, name, directives);

/// <summary>What has fields and implements interfaces: an object type or an interface.</summary>
internal abstract class FieldsTypeNode(
    int start, int end, bool isExtension, StringValueNode? description, Name name, NodeList<NamedTypeNode> interfaces,
    NodeList<DirectiveNode> directives, NodeList<FieldDefinitionNode> fields)
    : TypeDefinitionNode(start, end, isExtension, description, name, directives)
{
    public NodeList<NamedTypeNode> Interfaces { get; } = interfaces;

    public NodeList<FieldDefinitionNode> Fields { get; } = fields;
}

/// <summary>ObjectTypeDefinition and its extension (3.6).</summary>
internal sealed class ObjectTypeNode(
    int start, int end, bool isExtension, StringValueNode? description, Name name, NodeList<NamedTypeNode> interfaces,
    NodeList<DirectiveNode> directives, NodeList<FieldDefinitionNode> fields)
    : FieldsTypeNode(
        start, end, isExtension, description, name, interfaces, directives, fields);

/// <summary>InterfaceTypeDefinition and its extension (3.7).</summary>
internal sealed class InterfaceTypeNode(
    int start, int end, bool isExtension, StringValueNode? description, Name name, NodeList<NamedTypeNode> interfaces,
    NodeList<DirectiveNode> directives, NodeList<FieldDefinitionNode> fields)
    : FieldsTypeNode(
        start, end, isExtension, description, name, interfaces, directives, fields);

/// <summary>FieldDefinition (3.6).</summary>
internal sealed class FieldDefinitionNode(
    int start, int end, StringValueNode? description, Name name, NodeList<InputValueDefinitionNode> arguments, TypeNode type, NodeList<DirectiveNode> directives)
    : ListedNode(start, end)
{
    public StringValueNode? Description { get; } = description;

    public Name Name { get; } = name;

    public NodeList<InputValueDefinitionNode> Arguments { get; } = arguments;

    public TypeNode Type { get; } = type;

    public NodeList<DirectiveNode> Directives { get; } = directives;
}

/// <summary>InputValueDefinition: an argument or a field of an input object (3.6.1, 3.10).</summary>
internal sealed class InputValueDefinitionNode(
    int start, int end, StringValueNode? description, Name name, TypeNode type, ValueNode? defaultValue, NodeList<DirectiveNode> directives)
    : ListedNode(start, end)
{
    public StringValueNode? Description { get; } = description;

    public Name Name { get; } = name;

    public TypeNode Type { get; } = type;

    public ValueNode? DefaultValue { get; } = defaultValue;

    public NodeList<DirectiveNode> Directives { get; } = directives;
}

/// <summary>UnionTypeDefinition and its extension (3.8).</summary>
internal sealed class UnionTypeNode(
    int start, int end, bool isExtension, StringValueNode? description, Name name, NodeList<DirectiveNode> directives, NodeList<NamedTypeNode> members)
    : TypeDefinitionNode(start, end, isExtension, description, name, directives)
{
    public NodeList<NamedTypeNode> Members { get; } = members;
}

/// <summary>EnumTypeDefinition and its extension (3.9).</summary>
internal sealed class EnumTypeNode(
    int start, int end, bool isExtension, StringValueNode? description, Name name, NodeList<DirectiveNode> directives, NodeList<EnumValueDefinitionNode> values)
    : TypeDefinitionNode(start, end, isExtension, description, name, directives)
{
    public NodeList<EnumValueDefinitionNode> Values { get; } = values;
}

/// <summary>EnumValueDefinition (3.9).</summary>
internal sealed class EnumValueDefinitionNode(int start, int end, StringValueNode? description, Name name, NodeList<DirectiveNode> directives)
    : ListedNode(start, end)
{
    public StringValueNode? Description { get; } = description;

    public Name Name { get; } = name;

    public NodeList<DirectiveNode> Directives { get; } = directives;
}

/// <summary>InputObjectTypeDefinition and its extension (3.10).</summary>
internal sealed class InputObjectTypeNode(
    int start, int end, bool isExtension, StringValueNode? description, Name name, NodeList<DirectiveNode> directives, NodeList<InputValueDefinitionNode> fields)
    : TypeDefinitionNode(start, end, isExtension, description, name, directives)
{
    public NodeList<InputValueDefinitionNode> Fields { get; } = fields;
}
