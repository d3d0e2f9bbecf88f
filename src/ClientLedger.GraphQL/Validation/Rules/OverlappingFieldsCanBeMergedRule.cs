using ClientLedger.GraphQL.Language;
using ClientLedger.GraphQL.Validation.Rules.Merging;

namespace ClientLedger.GraphQL.Validation.Rules;

/// <summary>
/// Field Selection Merging (5.3.2): fields that would stand under one key of the answer are the same. Whether any may not be is found out for the whole document at once, in time linear in it; only where some may
/// not be are pairs of fields compared, which takes longer and can say why.
/// </summary>
internal sealed class OverlappingFieldsCanBeMergedRule(ValidationContext context) : Rule
{
    // A document that is refused anyhow is searched only for what can be told of it; one that may well be right, as long as it takes to make sure of all but the strangest.
    private const int StepsWhenWrong = 20, StepsWhenUnknown = 100;

    private bool? mayConflict;
    private int stepsPerToken;
    private ConflictSearch? search;

    public override void Enter(SelectionSetNode set)
    {
        if (mayConflict ??= MayConflict())
        {
            search ??= new ConflictSearch(context, stepsPerToken);
            search.Report(set);
        }
    }

    private bool MayConflict()
    {
        var check = new MergeCheck(context.Facts);
        var found = check.MayConflict();
        context.Count(check.Work);
        stepsPerToken = check.HasGivenUp ? StepsWhenUnknown : StepsWhenWrong;
        return found;
    }
}
