using ClientLedger.Reading.Binding;

namespace ClientLedger.Reading.Searching;

/// <summary>A row of the search index.</summary>
internal readonly record struct TermRow(string Term, int FieldId, long RecordId);

/// <summary>
/// Rows of the search index that lie together in its order (term, field, record): one term, or the terms from a text on and before another one; of one
/// term perhaps only the fields behind one, or of one field the records behind one. Each is an equality or a range to the database.
/// </summary>
internal sealed record TermRange
{
    private TermRange()
    {
    }

    public string? Term { get; private init; }

    public string? From { get; private init; }

    /// <summary>Without <see cref="From"/> itself.</summary>
    public bool IsFromExcluded { get; private init; }

    public string? Before { get; private init; }

    public int? BehindField { get; private init; }

    public int? Field { get; private init; }

    public long? BehindRecord { get; private init; }

    /// <summary>The rows of a term.</summary>
    public static TermRange Of(string term) => new() { Term = term };

    /// <summary>The rows of all terms that begin so.</summary>
    public static TermRange StartingWith(string start) => new() { From = start, Before = start + Binder.AfterAll };

    /// <summary>What lies behind one of the rows, in order.</summary>
    public IEnumerable<TermRange> Behind(TermRow row)
    {
        if (Field is not null)
        {
            return [this with { BehindRecord = row.RecordId }];
        }

        IEnumerable<TermRange> ofTerm =
        [
            new() { Term = row.Term, Field = row.FieldId, BehindRecord = row.RecordId },
            new() { Term = row.Term, BehindField = row.FieldId },
        ];
        return Term is null ? [.. ofTerm, this with { From = row.Term, IsFromExcluded = true }] : ofTerm;
    }
}
