using System.Runtime.CompilerServices;
using ClientLedger.GraphQL.Language;
using ClientLedger.GraphQL.Types;

namespace ClientLedger.GraphQL.Validation.Rules;

/// <summary>Single Root Field (5.2.4.1): a subscription selects exactly one field, whatever its variables say, and none of introspection.</summary>
internal sealed class SingleFieldSubscriptionsRule(ValidationContext context) : Rule
{
    public override void Enter(OperationDefinitionNode operation)
    {
        if (operation.Operation != OperationType.Subscription || context.Schema.SubscriptionType is not { } type)
        {
            return;
        }

        var root = new RootSelection(context, type);
        root.Collect(operation.SelectionSet);
        var subject = operation.Name is { } name ? $"Subscription \"{name.Value}\"" : "Anonymous Subscription";
        if (root.Conditions.Count > 0)
        {
            Report($"{subject} must not use `@skip` or `@include` directives in the top level selection.", root.Conditions);
            return;
        }

        if (root.Fields.Count == 0)
        {
            Report($"{subject} must select one top level field.", [operation.SelectionSet]);
        }
        else if (root.Fields.Count > 1)
        {
            Report($"{subject} must select only one top level field.", root.Fields.Skip(1).SelectMany(group => group));
        }

        foreach (var group in root.Fields.Where(group => group[0].Name.Value.StartsWith("__", StringComparison.Ordinal)))
        {
            Report($"{subject} must not select an introspection top level field.", group);
        }
    }

    private void Report(string message, IEnumerable<Node> places) => context.Report(message, places.Select(place => place.Start).ToArray());

    /// <summary>What an operation selects of its root type: CollectSubscriptionFields.</summary>
    private sealed class RootSelection(ValidationContext context, ObjectType type)
    {
        private readonly Dictionary<string, List<FieldNode>> groups = new(StringComparer.Ordinal);
        private readonly HashSet<string> visited = new(StringComparer.Ordinal);

        /// <summary>Fields by response key, in the order in which the keys come first.</summary>
        public List<List<FieldNode>> Fields { get; } = [];

        /// <summary>Directives that make a selection depend on variables.</summary>
        public List<DirectiveNode> Conditions { get; } = [];

        public void Collect(SelectionSetNode set)
        {
            if (!context.Fragments.Spend(set.Selections.Sum(selection => 1 + selection.Directives.Count)))
            {
                return;
            }

            if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            {
                context.Abort("following the fragments of a subscription");
                return;
            }

            foreach (var selection in set.Selections)
            {
                if (ConditionOf(selection) is { } condition)
                {
                    Conditions.Add(condition);
                    continue;
                }

                switch (selection)
                {
                    case FieldNode field:
                        Add(field);
                        break;
                    case InlineFragmentNode inline when inline.TypeCondition is null || Applies(inline.TypeCondition):
                        Collect(inline.SelectionSet);
                        break;
                    case FragmentSpreadNode spread
                        when context.Facts.FragmentNamed(spread.Name.Value) is { } fragment && Applies(fragment.TypeCondition) && visited.Add(spread.Name.Value):
                        Collect(fragment.SelectionSet);
                        break;
                }
            }
        }

        private void Add(FieldNode field)
        {
            if (groups.TryGetValue(field.ResponseKey, out var group))
            {
                group.Add(field);
                return;
            }

            group = [field];
            groups.Add(field.ResponseKey, group);
            Fields.Add(group);
        }

        private bool Applies(NamedTypeNode condition) => context.Schema.TypeNamed(condition.Name) switch
        {
            var named when named == type => true,
            CompositeType composite and not ObjectType => context.Schema.IsSubType(composite, type),
            _ => false,
        };

        private static DirectiveNode? ConditionOf(SelectionNode selection) =>
            selection.Directives.FirstOrDefault(directive => directive.Name.Value == "skip") ?? selection.Directives.FirstOrDefault(directive => directive.Name.Value == "include");
    }
}
