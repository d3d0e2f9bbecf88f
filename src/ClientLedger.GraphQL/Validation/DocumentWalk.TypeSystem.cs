using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Validation;

/// <summary>Type system definitions, which no executable document should have (5.1.1): what else is wrong with them is told as well, as by the reference implementation.</summary>
internal sealed partial class DocumentWalk
{
    private void WalkTypeSystem(DefinitionNode definition)
    {
        switch (definition)
        {
            case SchemaNode schema:
                Walk(schema, schema.Directives, DirectiveLocations.Schema);
                Walk([.. schema.OperationTypes.Select(operationType => operationType.Type)]);
                break;
            case ScalarTypeNode scalar:
                Walk(scalar, scalar.Directives, DirectiveLocations.Scalar);
                break;
            case FieldsTypeNode type:
                EnterTypeSystem(type, type.Directives);
                Walk(type.Interfaces);
                Walk(type.Directives, type is ObjectTypeNode ? DirectiveLocations.Object : DirectiveLocations.Interface);
                foreach (var field in type.Fields)
                {
                    Walk(field);
                }

                break;
            case UnionTypeNode union:
                Walk(union, union.Directives, DirectiveLocations.Union);
                Walk(union.Members);
                break;
            case EnumTypeNode enumType:
                Walk(enumType, enumType.Directives, DirectiveLocations.Enum);
                foreach (var value in enumType.Values)
                {
                    Walk(value, value.Directives, DirectiveLocations.EnumValue);
                }

                break;
            case InputObjectTypeNode input:
                Walk(input, input.Directives, DirectiveLocations.InputObject);
                Walk(input.Fields, DirectiveLocations.InputFieldDefinition);
                break;
            case DirectiveDefinitionNode directive:
                EnterTypeSystem(directive, directive.Directives);
                Walk(directive.Arguments, DirectiveLocations.ArgumentDefinition);
                Walk(directive.Directives, DirectiveLocations.DirectiveDefinition);
                break;
        }
    }

    private void Walk(FieldDefinitionNode field)
    {
        EnterTypeSystem(field, field.Directives);
        Walk(field.Arguments, DirectiveLocations.ArgumentDefinition);
        Walk(field.Type.Innermost, isTypeSystem: true);
        Walk(field.Directives, DirectiveLocations.FieldDefinition);
    }

    private void Walk(NodeList<InputValueDefinitionNode> values, string location)
    {
        foreach (var value in values)
        {
            EnterTypeSystem(value, value.Directives);
            Walk(value.Type.Innermost, isTypeSystem: true);
            if (value.DefaultValue is { } literal)
            {
                WalkLiteral(literal, type: null);
            }

            Walk(value.Directives, location);
        }
    }

    private void Walk(Node node, NodeList<DirectiveNode> directives, string location)
    {
        EnterTypeSystem(node, directives);
        Walk(directives, location);
    }

    private void Walk(NodeList<NamedTypeNode> types)
    {
        foreach (var type in types)
        {
            Walk(type, isTypeSystem: true);
        }
    }

    private void EnterTypeSystem(Node node, NodeList<DirectiveNode> directives)
    {
        foreach (var index in set.EnterTypeSystem)
        {
            rules[index].EnterTypeSystem(node, directives);
        }
    }
}
