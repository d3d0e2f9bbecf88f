using System.Runtime.CompilerServices;
using ClientLedger.Fields.Values;
using ClientLedger.Reading.Binding;
using ClientLedger.Reading.Sql;
using ClientLedger.Storage;

namespace ClientLedger.Reading.Searching;

/// <summary>
/// Rows of the search index in its order (term, field, record), in pieces that grow: most searches need few rows, and one that needs many shouldn't ask
/// often. The rows are counted.
/// </summary>
/// <param name="readable">What may be read, bound for a statement. Rows of other fields, and of records outside of the caller's sight, are neither returned nor counted.</param>
/// <param name="most">Rows that may be read altogether; null for all.</param>
internal sealed class TermRows(LedgerConnection connection, LedgerDatabase database, Func<Shape, IReadOnlyList<BoundTerms>> readable, int? most)
{
    /// <summary>Rows of a range: a first piece with all hits that are shown, and some that find a record twice.</summary>
    private const int FirstPiece = 32, LargestPiece = 8192, Growth = 4;

    /// <summary>Rows that were read.</summary>
    public int Count { get; private set; }

    /// <summary>Reading ended at the limit; there may be more.</summary>
    public bool WasCut { get; private set; }

    /// <summary>The rows that a word asks for in one class.</summary>
    public async IAsyncEnumerable<IReadOnlyList<TermRow>> OfAsync(SearchWord word, Match match, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        List<Part> parts = [.. word.Asked[(int)match].Order(Comparer<string>.Create(FoldedText.Compare))
            .Select(text => new Part(match == Match.Exact ? TermRange.Of(text) : TermRange.StartingWith(text)))];
        for (var size = FirstPiece; parts.Count > 0; size = Math.Min(size * Growth, LargestPiece))
        {
            var unread = parts.FindAll(part => part.Rows is null);
            size = most is null ? size : Math.Min(size, (most.Value - Count) / unread.Count);
            if (size == 0)
            {
                WasCut = true;
                yield break;
            }

            await ReadAsync(unread, size, cancellationToken);
            yield return Next(parts);
        }
    }

    /// <summary>Takes the rows of the parts in order, as far as nothing is missing between them.</summary>
    private static List<TermRow> Next(List<Part> parts)
    {
        var rows = new List<TermRow>();
        while (parts is [var first, ..])
        {
            parts.RemoveAt(0);
            rows.AddRange(first.Rows!);
            if (!first.IsWhole)
            {
                parts.InsertRange(0, first.Range.Behind(rows[^1]).Select(range => new Part(range)));
                break;
            }
        }

        return rows;
    }

    private async Task ReadAsync(List<Part> parts, int size, CancellationToken cancellationToken)
    {
        using var shape = new Shape();
        var terms = readable(shape);
        var statement = SearchSql.Rows(database.Dialect, database.Tables, shape, [.. parts.Select(part => part.Range)], terms, size).With(shape);
        parts.ForEach(part => part.Rows = []);
        await using var reader = await connection.QueryAsync(statement, cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            Count++;
            parts[reader.GetInt32(0)].Rows!.Add(new TermRow(reader.GetString(1), reader.GetInt32(2), reader.GetInt64(3)));
        }

        parts.ForEach(part => part.IsWhole = part.Rows!.Count < size);
    }

    private sealed class Part(TermRange range)
    {
        public TermRange Range { get; } = range;

        /// <summary>Null until they were read.</summary>
        public List<TermRow>? Rows { get; set; }

        /// <summary>It has no more rows.</summary>
        public bool IsWhole { get; set; }
    }
}
