using System.Collections.Immutable;
using ClientLedger.GraphQL.Language;
using ClientLedger.GraphQL.Types;

namespace ClientLedger.GraphQL.Validation.Facts;

/// <summary>Collects the facts of a document in one pass over its operations and fragments. The depth that the parser allows bounds the recursion.</summary>
internal sealed class FactCollector
{
    private readonly Schema schema;
    private readonly FactList<FieldFact> fields;
    private readonly FactList<SelectionSetFact> sets;
    private readonly FactList<SpreadFact> spreads = new(capacity: 4);
    private readonly FactList<VariableUsage> usages = new(capacity: 4);
    private readonly Dictionary<string, int> fragments = new(StringComparer.Ordinal);
    private readonly bool mayUseVariables;

    private FactCollector(Schema schema, DocumentNode document)
    {
        this.schema = schema;
        fields = new FactList<FieldFact>(document.TokenCount / 3);
        sets = new FactList<SelectionSetFact>(document.TokenCount / 8);
        mayUseVariables = document.Source.Text.Contains('$', StringComparison.Ordinal);
    }

    public static DocumentFacts Collect(Schema schema, DocumentNode document) => new FactCollector(schema, document).Collect(document);

    private DocumentFacts Collect(DocumentNode document)
    {
        var nodes = new List<ExecutableDefinitionNode>();
        foreach (var definition in document.Definitions)
        {
            if (definition is ExecutableDefinitionNode node)
            {
                if (node is FragmentDefinitionNode fragment)
                {
                    fragments[fragment.Name.Value] = nodes.Count;
                }

                nodes.Add(node);
                sets.Add(new SelectionSetFact());
            }
        }

        var definitions = new DefinitionFact[nodes.Count];
        for (var index = 0; index < definitions.Length; index++)
        {
            var node = nodes[index];
            var firstUsage = usages.Count;
            FindUsages(node.Directives, field: null);
            Collect(node.SelectionSet, TypeOf(node), index, field: null);
            definitions[index] = new DefinitionFact(node, firstUsage, usages.Count - firstUsage);
        }

        return new DocumentFacts(definitions, fragments, fields, sets, spreads, usages);
    }

    private CompositeType? TypeOf(ExecutableDefinitionNode definition) => definition switch
    {
        OperationDefinitionNode operation => schema.RootOf(operation.Operation),
        FragmentDefinitionNode fragment => schema.TypeNamed(fragment.TypeCondition.Name) as CompositeType,
        _ => null,
    };

    /// <param name="node">What is selected.</param>
    /// <param name="parent">The type that it is selected on.</param>
    /// <param name="set">The selection set that it belongs to.</param>
    /// <param name="field">The field that it lies in: an unknown directive's arguments are looked up there, as in the reference implementation.</param>
    private void Collect(SelectionSetNode node, CompositeType? parent, int set, FieldDefinition? field)
    {
        foreach (var selection in node.Selections)
        {
            switch (selection)
            {
                case FieldNode selected:
                    Collect(selected, parent, set);
                    break;
                case FragmentSpreadNode spread:
                    FindUsages(spread.Directives, field);
                    Add(spread, set);
                    break;
                case InlineFragmentNode inline:
                    FindUsages(inline.Directives, field);
                    Collect(inline.SelectionSet, inline.TypeCondition is { } condition ? schema.TypeNamed(condition.Name) as CompositeType : parent, set, field);
                    break;
            }
        }
    }

    private void Collect(FieldNode node, CompositeType? parent, int set)
    {
        var definition = parent is null ? null : schema.FieldOf(parent, node.Name.Value);
        var index = fields.Add(new FieldFact { Node = node, Parent = parent, Definition = definition, SelectionSet = FieldFact.None, Next = FieldFact.None });
        ref var owner = ref sets[set];
        if (owner.LastField == FieldFact.None)
        {
            owner.FirstField = index;
        }
        else
        {
            fields[owner.LastField].Next = index;
        }

        owner.LastField = index;
        FindUsages(node.Arguments, definition?.Arguments);
        FindUsages(node.Directives, definition);
        if (node.SelectionSet is { } selectionSet)
        {
            var own = sets.Add(new SelectionSetFact());
            fields[index].SelectionSet = own;
            Collect(selectionSet, definition?.Type.Innermost as CompositeType, own, definition);
        }
    }

    private void Add(FragmentSpreadNode node, int set)
    {
        var index = spreads.Add(new SpreadFact { Fragment = fragments.GetValueOrDefault(node.Name.Value, FieldFact.None), Next = FieldFact.None });
        ref var owner = ref sets[set];
        if (owner.LastSpread == FieldFact.None)
        {
            owner.FirstSpread = index;
        }
        else
        {
            spreads[owner.LastSpread].Next = index;
        }

        owner.LastSpread = index;
    }

    private void FindUsages(NodeList<DirectiveNode> directives, FieldDefinition? field)
    {
        if (!mayUseVariables)
        {
            return;
        }

        foreach (var directive in directives)
        {
            FindUsages(directive.Arguments, schema.DirectiveNamed(directive.Name.Value)?.Arguments ?? field?.Arguments);
        }
    }

    private void FindUsages(NodeList<ArgumentNode> arguments, MemberCollection<InputValueDefinition>? definitions)
    {
        if (!mayUseVariables)
        {
            return;
        }

        foreach (var argument in arguments)
        {
            var definition = definitions?.Find(argument.Name.Value);
            FindUsages(argument.Value, definition?.Type, parentType: null, definition?.DefaultValue is not null);
        }
    }

    private void FindUsages(ValueNode value, GraphQLType? type, GraphQLType? parentType, bool hasDefault)
    {
        switch (value)
        {
            case VariableNode variable:
                usages.Add(new VariableUsage(variable, type, parentType, hasDefault));
                break;
            case ListValueNode list:
                var itemType = InputPlaces.ItemType(type);
                foreach (var item in list.Values)
                {
                    FindUsages(item, itemType, type, hasDefault: false);
                }

                break;
            case ObjectValueNode fieldValues:
                foreach (var fieldValue in fieldValues.Fields)
                {
                    var definition = InputPlaces.FieldOf(schema, type, fieldValue.Name.Value);
                    FindUsages(fieldValue.Value, definition?.Type, type, definition?.DefaultValue is not null);
                }

                break;
        }
    }
}
