using ClientLedger.Help.Demo.Company;
using ClientLedger.Help.Demo.Texts;
using ClientLedger.Writing;

namespace ClientLedger.Help.Demo.Records;

/// <summary>What people have corrected since a customer was written down: a history to look at and to go back in.</summary>
internal static class LaterChanges
{
    private const int ChangedInPercent = 12;

    private static readonly (string, string) Pays = ("上季度起付款及时", "pays on time since last quarter");

    /// <summary>A customer's changes one after the other, each for a set of its own; none for most.</summary>
    public static IEnumerable<RecordChange> Of(CustomerStory story)
    {
        var dice = story.Dice(Subject.Changes);
        if (story.Customer.IsPerson || !dice.Happens(ChangedInPercent))
        {
            yield break;
        }

        yield return Update(story, ("grade", story.Grade switch { "ordinary" => "important", "important" => "core", _ => "important" }));
        if (dice.Happens(60))
        {
            yield return Update(story, ("paymentTerms", story.Say(dice.Pick(CustomerTexts.Terms))), ("remarks", story.Say(Pays)));
        }

        if (dice.Happens(35))
        {
            yield return Update(story, ("grade", story.Grade));
        }
    }

    private static RecordChange Update(CustomerStory story, params (string, object?)[] values) =>
        new(Verb.Upsert, "customer") { Key = "number", Values = FieldValues.Of([("number", story.Number), .. values]) };
}
