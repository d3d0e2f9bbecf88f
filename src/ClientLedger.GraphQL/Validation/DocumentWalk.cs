using ClientLedger.GraphQL.Language;
using ClientLedger.GraphQL.Types;

namespace ClientLedger.GraphQL.Validation;

/// <summary>Goes over a document once, tells the context where it is, and calls all rules at every node. The depth that the parser allows bounds the recursion, whose frames keep what lies around.</summary>
internal sealed partial class DocumentWalk(ValidationContext context, RuleSet set)
{
    private readonly Rule[] rules = set.Make(context);
    private int nextField;

    public void Walk()
    {
        foreach (var index in set.EnterDocument)
        {
            rules[index].Enter(context.Document);
        }

        foreach (var definition in context.Document.Definitions)
        {
            if (context.IsDone)
            {
                return;
            }

            switch (definition)
            {
                case OperationDefinitionNode operation:
                    Walk(operation);
                    break;
                case FragmentDefinitionNode fragment:
                    Walk(fragment);
                    break;
                default:
                    WalkTypeSystem(definition);
                    break;
            }
        }

        foreach (var index in set.LeaveDocument)
        {
            rules[index].Leave(context.Document);
        }
    }

    private void Walk(OperationDefinitionNode operation)
    {
        context.Type = context.Schema.RootOf(operation.Operation);
        foreach (var index in set.EnterOperation)
        {
            rules[index].Enter(operation);
        }

        foreach (var variable in operation.Variables)
        {
            Walk(variable);
        }

        Walk(operation.Directives, operation.Operation switch
        {
            OperationType.Query => DirectiveLocations.Query,
            OperationType.Mutation => DirectiveLocations.Mutation,
            _ => DirectiveLocations.Subscription,
        });
        Walk(operation.SelectionSet);
        foreach (var index in set.LeaveOperation)
        {
            rules[index].Leave(operation);
        }

        context.Type = null;
    }

    private void Walk(FragmentDefinitionNode fragment)
    {
        context.Type = context.Schema.TypeNamed(fragment.TypeCondition.Name);
        foreach (var index in set.EnterFragment)
        {
            rules[index].Enter(fragment);
        }

        Walk(fragment.TypeCondition, isTypeSystem: false);
        Walk(fragment.Directives, DirectiveLocations.FragmentDefinition);
        Walk(fragment.SelectionSet);
        context.Type = null;
    }

    private void Walk(VariableDefinitionNode variable)
    {
        foreach (var index in set.EnterVariable)
        {
            rules[index].Enter(variable);
        }

        Walk(variable.Type.Innermost, isTypeSystem: false);
        if (variable.DefaultValue is { } literal)
        {
            WalkLiteral(literal, TypeReference.Resolve(context.Schema, variable.Type) is { IsInput: true } type ? type : null);
        }

        Walk(variable.Directives, DirectiveLocations.VariableDefinition);
    }

    private void Walk(SelectionSetNode selectionSet)
    {
        var outer = context.ParentType;
        context.ParentType = context.Type?.Innermost as CompositeType;
        foreach (var index in set.EnterSelectionSet)
        {
            rules[index].Enter(selectionSet);
        }

        WalkSelections(selectionSet);
        context.ParentType = outer;
    }

    private void WalkSelections(SelectionSetNode selectionSet)
    {
        foreach (var selection in selectionSet.Selections)
        {
            context.Count(1);
            if (context.IsDone)
            {
                return;
            }

            switch (selection)
            {
                case FieldNode field:
                    Walk(field);
                    break;
                case FragmentSpreadNode spread:
                    Walk(spread);
                    break;
                case InlineFragmentNode fragment:
                    Walk(fragment);
                    break;
            }
        }
    }

    private void Walk(FieldNode field)
    {
        var (outerField, outerType) = (context.Field, context.Type);
        context.Field = context.Facts.Fields[nextField++].Definition;
        context.Type = context.Field?.Type;
        foreach (var index in set.EnterField)
        {
            rules[index].Enter(field);
        }

        Walk(field.Arguments);
        Walk(field.Directives, DirectiveLocations.Field);
        if (field.SelectionSet is { } selectionSet)
        {
            Walk(selectionSet);
        }

        foreach (var index in set.LeaveField)
        {
            rules[index].Leave(field);
        }

        (context.Field, context.Type) = (outerField, outerType);
    }

    private void Walk(FragmentSpreadNode spread)
    {
        foreach (var index in set.EnterSpread)
        {
            rules[index].Enter(spread);
        }

        Walk(spread.Directives, DirectiveLocations.FragmentSpread);
    }

    private void Walk(InlineFragmentNode fragment)
    {
        var (outerParent, outerType) = (context.ParentType, context.Type);
        context.Type = fragment.TypeCondition is { } condition ? context.Schema.TypeNamed(condition.Name) : context.Type?.Innermost;
        foreach (var index in set.EnterInlineFragment)
        {
            rules[index].Enter(fragment);
        }

        if (fragment.TypeCondition is { } typeCondition)
        {
            Walk(typeCondition, isTypeSystem: false);
        }

        Walk(fragment.Directives, DirectiveLocations.InlineFragment);
        context.ParentType = context.Type as CompositeType;
        WalkSelections(fragment.SelectionSet);
        (context.ParentType, context.Type) = (outerParent, outerType);
    }

    private void Walk(NamedTypeNode type, bool isTypeSystem)
    {
        foreach (var index in set.EnterNamedType)
        {
            rules[index].Enter(type, isTypeSystem);
        }
    }

    private void Walk(NodeList<DirectiveNode> directives, string location)
    {
        foreach (var directive in directives)
        {
            context.IsInDirective = true;
            context.Directive = context.Schema.DirectiveNamed(directive.Name.Value);
            foreach (var index in set.EnterDirective)
            {
                rules[index].Enter(directive, location);
            }

            Walk(directive.Arguments);
            foreach (var index in set.LeaveDirective)
            {
                rules[index].Leave(directive);
            }

            context.Directive = null;
            context.IsInDirective = false;
        }
    }

    private void Walk(NodeList<ArgumentNode> arguments)
    {
        if (arguments.IsEmpty)
        {
            return;
        }

        // An unknown directive's arguments are looked up in the field that it stands on or in, as in the reference implementation.
        var definitions = context.Directive?.Arguments ?? context.Field?.Arguments;
        foreach (var argument in arguments)
        {
            context.Argument = definitions?.Find(argument.Name.Value);
            foreach (var index in set.EnterArgument)
            {
                rules[index].Enter(argument);
            }

            WalkLiteral(argument.Value, context.Argument?.Type);
            context.Argument = null;
        }
    }

    private void WalkLiteral(ValueNode literal, GraphQLType? type)
    {
        if (literal is VariableNode)
        {
            return;
        }

        context.InputType = type;
        foreach (var index in set.EnterLiteral)
        {
            rules[index].EnterLiteral(literal);
        }

        WalkWithin(literal, type);
        context.InputType = null;
    }

    private void WalkWithin(ValueNode literal, GraphQLType? type)
    {
        switch (literal)
        {
            case EnumValueNode value:
                context.InputType = type;
                foreach (var index in set.EnterEnumValue)
                {
                    rules[index].Enter(value);
                }

                break;
            case ListValueNode list:
                var itemType = InputPlaces.ItemType(type);
                foreach (var item in list.Values)
                {
                    WalkWithin(item, itemType);
                }

                break;
            case ObjectValueNode fields:
                foreach (var index in set.EnterObject)
                {
                    rules[index].Enter(fields);
                }

                foreach (var field in fields.Fields)
                {
                    context.ParentInputType = type;
                    foreach (var index in set.EnterObjectField)
                    {
                        rules[index].Enter(field);
                    }

                    WalkWithin(field.Value, InputPlaces.FieldOf(context.Schema, type, field.Name.Value)?.Type);
                }

                break;
        }
    }
}
