namespace ClientLedger.GraphQL.Language;

/// <summary>Walks a document in its own order: every node is entered, its children are visited, and it is left. The depth that the parser allows bounds the recursion.</summary>
internal abstract class Visitor
{
    public void Visit(Node? node)
    {
        if (node is null)
        {
            return;
        }

        if (Enter(node))
        {
            VisitChildren(node);
        }

        Leave(node);
    }

    /// <summary>False leaves the children out.</summary>
    protected abstract bool Enter(Node node);

    protected abstract void Leave(Node node);

    private void VisitChildren(Node node)
    {
        switch (node)
        {
            case FieldNode field:
                Visit(field.Arguments);
                Visit(field.Directives);
                Visit(field.SelectionSet);
                break;
            case ArgumentNode argument:
                Visit(argument.Value);
                break;
            case SelectionSetNode selectionSet:
                Visit(selectionSet.Selections);
                break;
            case ObjectValueNode fields:
                Visit(fields.Fields);
                break;
            case ObjectFieldNode field:
                Visit(field.Value);
                break;
            case ListValueNode list:
                foreach (var value in list.Values)
                {
                    Visit(value);
                }

                break;
            case DirectiveNode directive:
                Visit(directive.Arguments);
                break;
            case FragmentSpreadNode spread:
                Visit(spread.Directives);
                break;
            case InlineFragmentNode fragment:
                Visit(fragment.TypeCondition);
                Visit(fragment.Directives);
                Visit(fragment.SelectionSet);
                break;
            case DocumentNode document:
                Visit(document.Definitions);
                break;
            case OperationDefinitionNode operation:
                Visit(operation.Description);
                Visit(operation.Variables);
                Visit(operation.Directives);
                Visit(operation.SelectionSet);
                break;
            case FragmentDefinitionNode fragment:
                Visit(fragment.Description);
                Visit(fragment.TypeCondition);
                Visit(fragment.Directives);
                Visit(fragment.SelectionSet);
                break;
            case VariableDefinitionNode variable:
                Visit(variable.Description);
                Visit(variable.Variable);
                Visit(variable.Type);
                Visit(variable.DefaultValue);
                Visit(variable.Directives);
                break;
            case ListTypeNode list:
                Visit(list.Type);
                break;
            case NonNullTypeNode nonNull:
                Visit(nonNull.Type);
                break;
            default:
                VisitTypeSystem(node);
                break;
        }
    }

    private void VisitTypeSystem(Node node)
    {
        switch (node)
        {
            case SchemaNode schema:
                Visit(schema.Description);
                Visit(schema.Directives);
                Visit(schema.OperationTypes);
                break;
            case OperationTypeDefinitionNode operationType:
                Visit(operationType.Type);
                break;
            case ScalarTypeNode scalar:
                Visit(scalar.Description);
                Visit(scalar.Directives);
                break;
            case FieldsTypeNode type:
                Visit(type.Description);
                Visit(type.Interfaces);
                Visit(type.Directives);
                Visit(type.Fields);
                break;
            case UnionTypeNode union:
                Visit(union.Description);
                Visit(union.Directives);
                Visit(union.Members);
                break;
            case EnumTypeNode enumType:
                Visit(enumType.Description);
                Visit(enumType.Directives);
                Visit(enumType.Values);
                break;
            case InputObjectTypeNode input:
                Visit(input.Description);
                Visit(input.Directives);
                Visit(input.Fields);
                break;
            case DirectiveDefinitionNode directive:
                Visit(directive.Description);
                Visit(directive.Arguments);
                Visit(directive.Directives);
                break;
            case FieldDefinitionNode field:
                Visit(field.Description);
                Visit(field.Arguments);
                Visit(field.Type);
                Visit(field.Directives);
                break;
            case InputValueDefinitionNode value:
                Visit(value.Description);
                Visit(value.Type);
                Visit(value.DefaultValue);
                Visit(value.Directives);
                break;
            case EnumValueDefinitionNode value:
                Visit(value.Description);
                Visit(value.Directives);
                break;
        }
    }

    private void Visit<T>(NodeList<T> nodes)
        where T : ListedNode
    {
        foreach (var node in nodes)
        {
            Visit(node);
        }
    }
}
