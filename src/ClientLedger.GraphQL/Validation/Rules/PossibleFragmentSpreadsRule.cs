using ClientLedger.GraphQL.Language;
using ClientLedger.GraphQL.Types;

namespace ClientLedger.GraphQL.Validation.Rules;

/// <summary>Fragment Spread Is Possible (5.5.2.3): an object can be of the type around the fragment and of its own.</summary>
internal sealed class PossibleFragmentSpreadsRule(ValidationContext context) : Rule
{
    public override void Enter(InlineFragmentNode fragment)
    {
        if (context is { Type: CompositeType type, ParentType: { } parent } && !TypeComparison.Overlap(context.Schema, type, parent))
        {
            context.Report($"Fragment cannot be spread here as objects of type \"{parent}\" can never be of type \"{type}\".", fragment.Start);
        }
    }

    public override void Enter(FragmentSpreadNode spread)
    {
        if (context.ParentType is { } parent
            && context.Facts.FragmentNamed(spread.Name.Value) is { } fragment
            && context.Schema.TypeNamed(fragment.TypeCondition.Name) is CompositeType type
            && !TypeComparison.Overlap(context.Schema, type, parent))
        {
            context.Report($"Fragment \"{spread.Name.Value}\" cannot be spread here as objects of type \"{parent}\" can never be of type \"{type}\".", spread.Start);
        }
    }
}
