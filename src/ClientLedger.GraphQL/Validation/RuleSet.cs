using System.Collections.Immutable;
using System.Reflection;
using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Validation;

/// <summary>Rules in their order, with what each wants to hear of: the methods that it overrides, found out once, so that a walk calls nothing in vain.</summary>
internal sealed class RuleSet
{
    private readonly ImmutableArray<KnownRule> rules;

    public RuleSet(IEnumerable<KnownRule> rules)
    {
        this.rules = [.. rules];
        EnterDocument = Overriding(nameof(Rule.Enter), typeof(DocumentNode));
        LeaveDocument = Overriding(nameof(Rule.Leave), typeof(DocumentNode));
        EnterOperation = Overriding(nameof(Rule.Enter), typeof(OperationDefinitionNode));
        LeaveOperation = Overriding(nameof(Rule.Leave), typeof(OperationDefinitionNode));
        EnterFragment = Overriding(nameof(Rule.Enter), typeof(FragmentDefinitionNode));
        EnterVariable = Overriding(nameof(Rule.Enter), typeof(VariableDefinitionNode));
        EnterSelectionSet = Overriding(nameof(Rule.Enter), typeof(SelectionSetNode));
        EnterField = Overriding(nameof(Rule.Enter), typeof(FieldNode));
        LeaveField = Overriding(nameof(Rule.Leave), typeof(FieldNode));
        EnterSpread = Overriding(nameof(Rule.Enter), typeof(FragmentSpreadNode));
        EnterInlineFragment = Overriding(nameof(Rule.Enter), typeof(InlineFragmentNode));
        EnterNamedType = Overriding(nameof(Rule.Enter), typeof(NamedTypeNode), typeof(bool));
        EnterDirective = Overriding(nameof(Rule.Enter), typeof(DirectiveNode), typeof(string));
        LeaveDirective = Overriding(nameof(Rule.Leave), typeof(DirectiveNode));
        EnterArgument = Overriding(nameof(Rule.Enter), typeof(ArgumentNode));
        EnterLiteral = Overriding(nameof(Rule.EnterLiteral), typeof(ValueNode));
        EnterObject = Overriding(nameof(Rule.Enter), typeof(ObjectValueNode));
        EnterObjectField = Overriding(nameof(Rule.Enter), typeof(ObjectFieldNode));
        EnterEnumValue = Overriding(nameof(Rule.Enter), typeof(EnumValueNode));
        EnterTypeSystem = Overriding(nameof(Rule.EnterTypeSystem), typeof(Node), typeof(NodeList<DirectiveNode>));
    }

    public int[] EnterDocument { get; }

    public int[] LeaveDocument { get; }

    public int[] EnterOperation { get; }

    public int[] LeaveOperation { get; }

    public int[] EnterFragment { get; }

    public int[] EnterVariable { get; }

    public int[] EnterSelectionSet { get; }

    public int[] EnterField { get; }

    public int[] LeaveField { get; }

    public int[] EnterSpread { get; }

    public int[] EnterInlineFragment { get; }

    public int[] EnterNamedType { get; }

    public int[] EnterDirective { get; }

    public int[] LeaveDirective { get; }

    public int[] EnterArgument { get; }

    public int[] EnterLiteral { get; }

    public int[] EnterObject { get; }

    public int[] EnterObjectField { get; }

    public int[] EnterEnumValue { get; }

    public int[] EnterTypeSystem { get; }

    /// <summary>The rules for a document.</summary>
    public Rule[] Make(ValidationContext context)
    {
        var made = new Rule[rules.Length];
        for (var index = 0; index < made.Length; index++)
        {
            made[index] = rules[index].Make(context);
        }

        return made;
    }

    private int[] Overriding(string method, params Type[] parameters) =>
        [.. Enumerable.Range(0, rules.Length).Where(index => rules[index].Type.GetMethod(method, BindingFlags.Instance | BindingFlags.Public, parameters)!.DeclaringType != typeof(Rule))];
}
