using ClientLedger.Fields;

namespace ClientLedger.Reading.Searching;

/// <summary>A record within the caller's sight that a search may find.</summary>
/// <param name="Title">As the caller may see it.</param>
/// <param name="Clear">The searched fields that are clear on it, each with its values; none where they don't matter.</param>
internal sealed record Candidate(long Id, string? Title, IReadOnlyList<(FieldDescriptor Field, string[] Values)> Clear)
{
    /// <summary>The rows of the index that the values have.</summary>
    public List<TermRow> Terms()
    {
        var terms = new List<TermRow>();
        var ofField = new List<string>();
        foreach (var (field, values) in Clear)
        {
            ofField.Clear();
            foreach (var value in values)
            {
                SearchTerms.Collect(field.Search, value, ofField);
            }

            terms.AddRange(ofField.Select(term => new TermRow(term, field.Id, Id)));
        }

        return terms;
    }
}
