using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Validation.Rules;

/// <summary>Fragment Spread Target Defined (5.5.2.1): what is spread is there.</summary>
internal sealed class KnownFragmentNamesRule(ValidationContext context) : Rule
{
    public override void Enter(FragmentSpreadNode spread)
    {
        if (context.Facts.FragmentNamed(spread.Name.Value) is null)
        {
            context.Report($"Unknown fragment \"{spread.Name.Value}\".", spread.Name.Start);
        }
    }
}
