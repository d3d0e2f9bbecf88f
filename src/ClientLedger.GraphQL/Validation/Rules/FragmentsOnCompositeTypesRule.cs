using ClientLedger.GraphQL.Language;
using ClientLedger.GraphQL.Types;

namespace ClientLedger.GraphQL.Validation.Rules;

/// <summary>Fragments on Object, Interface or Union Types (5.5.1.3): only these have something to select.</summary>
internal sealed class FragmentsOnCompositeTypesRule(ValidationContext context) : Rule
{
    public override void Enter(InlineFragmentNode fragment)
    {
        if (fragment.TypeCondition is { } condition && IsNotComposite(condition))
        {
            context.Report($"Fragment cannot condition on non composite type \"{condition.Name}\".", condition.Start);
        }
    }

    public override void Enter(FragmentDefinitionNode fragment)
    {
        if (IsNotComposite(fragment.TypeCondition))
        {
            context.Report($"Fragment \"{fragment.Name.Value}\" cannot condition on non composite type \"{fragment.TypeCondition.Name}\".", fragment.TypeCondition.Start);
        }
    }

    private bool IsNotComposite(NamedTypeNode condition) => context.Schema.TypeNamed(condition.Name) is { } type and not CompositeType;
}
