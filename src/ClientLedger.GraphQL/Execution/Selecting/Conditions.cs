using ClientLedger.GraphQL.Language;
using ClientLedger.GraphQL.Types;
using ClientLedger.GraphQL.Types.Coercion;

namespace ClientLedger.GraphQL.Execution.Selecting;

/// <summary>The variables of an operation that decide what is left out: those in the <c>if</c> of <c>@skip</c> and <c>@include</c>, wherever they stand in what the operation reaches.</summary>
internal sealed class Conditions
{
    /// <summary>Stands for a value that is no Boolean, which a document that was validated can't give.</summary>
    private static readonly EnumValueNode Other = new(0, 0, "other");

    private readonly List<string> variables;

    private Conditions(List<string> variables) => this.variables = variables;

    public static Conditions Of(ExecutableDocument document, OperationDefinitionNode operation)
    {
        var finder = new Finder();
        finder.Visit(operation.SelectionSet);
        for (var next = 0; next < finder.Fragments.Count; next++)
        {
            finder.Visit(document.FragmentNamed(finder.Fragments.GetAt(next).Key)?.SelectionSet);
        }

        return new Conditions([.. finder.Variables.Keys]);
    }

    /// <summary>One letter a variable: true, false, null, absent, other.</summary>
    public string OutcomeOf(VariableValues values) => variables.Count == 0 ? "" : string.Create(variables.Count, (variables, values), static (outcome, state) =>
    {
        for (var index = 0; index < outcome.Length; index++)
        {
            outcome[index] = !state.values.TryGet(state.variables[index], out var value) ? 'a' : value switch
            {
                true => 't',
                false => 'f',
                null => 'n',
                _ => 'o',
            };
        }
    });

    /// <summary>The variables alone, as an outcome tells of them: a plan outlives the request that it was first made for.</summary>
    public VariableValues ValuesOf(string outcome)
    {
        var values = new VariableValues();
        for (var index = 0; index < variables.Count; index++)
        {
            (ValueNode Literal, object? Value)? known = outcome[index] switch
            {
                't' => (new BooleanValueNode(0, 0, true), true),
                'f' => (new BooleanValueNode(0, 0, false), false),
                'n' => (new NullValueNode(0, 0), null),
                'o' => (Other, Other),
                _ => null,
            };
            if (known is { } given)
            {
                values.AddDefault(variables[index], SpecifiedScalars.Boolean, given.Literal, given.Value);
            }
        }

        return values;
    }

    private sealed class Finder : Visitor
    {
        public OrderedDictionary<string, bool> Variables { get; } = new(StringComparer.Ordinal);

        public OrderedDictionary<string, bool> Fragments { get; } = new(StringComparer.Ordinal);

        protected override bool Enter(Node node)
        {
            switch (node)
            {
                case FragmentSpreadNode spread:
                    Fragments.TryAdd(spread.Name.Value, true);
                    return true;
                case DirectiveNode { Name.Value: "skip" or "include" } directive:
                    foreach (var argument in directive.Arguments)
                    {
                        if (argument.Value is VariableNode variable)
                        {
                            Variables.TryAdd(variable.Name.Value, true);
                        }
                    }

                    return false;
                default:
                    return node is SelectionSetNode or SelectionNode;
            }
        }

        protected override void Leave(Node node)
        {
        }
    }
}
