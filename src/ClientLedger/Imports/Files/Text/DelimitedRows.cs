using System.Buffers;
using System.Text;
using ClientLedger.Messages;

namespace ClientLedger.Imports.Files.Text;

/// <summary>
/// Rows of a delimited text, by RFC 4180 where the text follows it and by what was probably meant where it doesn't: lines end with CR, LF or
/// both; spaces before an opening quotation mark and text after a closing one are taken; a quotation mark inside an unquoted cell is a plain
/// character; <c>="…"</c>, by which exports keep Excel from reading numbers, is its content; U+0000 is left out. Only one cell at a time is
/// held in the buffer.
/// </summary>
internal sealed class DelimitedRows : IRowSource
{
    private const int FirstBuffer = 1 << 16;

    private readonly StreamReader reader;
    private readonly Stream stream;
    private readonly SearchValues<char> stops;
    private readonly char delimiter;
    private readonly char quote;
    private readonly int mostCharacters;
    private readonly int mostCells;
    private readonly List<string> previous = [];
    private char[] buffer = new char[FirstBuffer];
    private int at;
    private int end;
    private long line = 1;
    private long quotedFrom;
    private bool wanted;
    private bool filled;

    /// <summary>Reads a stream from its start; the stream stays open.</summary>
    public DelimitedRows(Stream stream, Encoding encoding, char delimiter, char quote, FileLimits limits)
    {
        this.stream = stream;
        this.delimiter = delimiter;
        this.quote = quote;
        mostCharacters = limits.CellCharacters;

        // One more than a file may have, so that a row of too many is seen to be one.
        mostCells = limits.Columns + 1;
        stops = SearchValues.Create([delimiter, '\r', '\n']);
        stream.Position = 0;
        reader = new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: false, FirstBuffer, leaveOpen: true);
        PassMarkAndHint();
    }

    private enum After
    {
        Cell,
        Row,
        Text,
    }

    public FileProgress Progress => new(stream.Position, Math.Max(1, stream.Length));

    public Refusal? Problem { get; private set; }

    public bool TryRead(List<object?> cells, long after, out long number)
    {
        while (at < end || Fill(ref at))
        {
            number = line;
            (wanted, filled, Problem) = (number > after, false, null);
            cells.Clear();
            while (ReadCell(cells) == After.Cell)
            {
            }

            if (filled && wanted)
            {
                return true;
            }
        }

        number = 0;
        return false;
    }

    public void Dispose() => reader.Dispose();

    private void PassMarkAndHint()
    {
        if (Fill(ref at) && buffer[at] == '\uFEFF')
        {
            at++;
        }

        if (DelimiterFinder.Named(buffer.AsSpan(at, end - at)) is not null)
        {
            at += "sep=;".Length;
            PassStop();
        }
    }

    private After ReadCell(List<object?> cells)
    {
        var start = at;
        if (at == end && !Fill(ref start))
        {
            Add(cells, []);
            return After.Text;
        }

        if (OpensQuoted())
        {
            return ReadQuoted(cells);
        }

        while (true)
        {
            var offset = buffer.AsSpan(at, end - at).IndexOfAny(stops);
            at = offset < 0 ? end : at + offset;
            if (offset >= 0)
            {
                Add(cells, buffer.AsSpan(start, at - start));
                return PassStop();
            }

            if (!Fill(ref start))
            {
                Add(cells, buffer.AsSpan(start, at - start));
                return After.Text;
            }
        }
    }

    private bool OpensQuoted()
    {
        var first = at;
        while (first < end && buffer[first] == ' ')
        {
            first++;
        }

        var opens = quote != '\0' && first < end && buffer[first] == quote;
        at = opens ? first : at;
        return opens;
    }

    /// <summary>Reads from an opening quotation mark; the content moves together at the start of the cell as marks are left out.</summary>
    private After ReadQuoted(List<object?> cells)
    {
        quotedFrom = line;
        var start = at++;
        var length = 0;
        while (true)
        {
            var offset = buffer.AsSpan(at, end - at).IndexOf(quote);
            Take(start, ref length, offset < 0 ? end - at : offset);
            if (offset < 0)
            {
                if (!Fill(ref start))
                {
                    Problem = Refusal.Of(FileMessages.QuoteOpen, ("row", quotedFrom));
                    return FinishQuoted(cells, start, length, After.Text);
                }

                continue;
            }

            at++;
            if ((at < end || Fill(ref start)) && buffer[at] == quote)
            {
                Take(start, ref length, 1);
                continue;
            }

            return ReadTail(cells, start, length);
        }
    }

    /// <summary>What stands between a closing quotation mark and the next delimiter.</summary>
    private After ReadTail(List<object?> cells, int start, int length)
    {
        while (true)
        {
            var offset = buffer.AsSpan(at, end - at).IndexOfAny(stops);
            Take(start, ref length, offset < 0 ? end - at : offset);
            if (offset >= 0)
            {
                // The line ends inside the cell count before the one that ends the row.
                FinishQuoted(cells, start, length, After.Cell);
                return PassStop();
            }

            if (!Fill(ref start))
            {
                return FinishQuoted(cells, start, length, After.Text);
            }
        }
    }

    private void Take(int start, ref int length, int count)
    {
        buffer.AsSpan(at, count).CopyTo(buffer.AsSpan(start + length));
        length += count;
        at += count;
    }

    private After FinishQuoted(List<object?> cells, int start, int length, After after)
    {
        var content = buffer.AsSpan(start, length);
        for (var i = 0; i < content.Length; i++)
        {
            line += content[i] == '\n' || (content[i] == '\r' && (i + 1 == content.Length || content[i + 1] != '\n')) ? 1 : 0;
        }

        quotedFrom = 0;
        Add(cells, content);
        return after;
    }

    private After PassStop()
    {
        var stop = buffer[at++];
        if (stop == delimiter)
        {
            return After.Cell;
        }

        line++;
        if (stop == '\r' && (at < end || Fill(ref at)) && buffer[at] == '\n')
        {
            at++;
        }

        return After.Row;
    }

    /// <summary>Reads on, keeping what stands from <paramref name="start"/>; false at the end of the text.</summary>
    private bool Fill(ref int start)
    {
        var kept = end - start;
        if (kept > mostCharacters)
        {
            throw new RefusedException(quotedFrom > 0
                ? Refusal.Of(FileMessages.QuoteOpen, ("row", quotedFrom))
                : Refusal.Of(FileMessages.CellTooLong, ("row", line), ("most", mostCharacters)));
        }

        if (kept > buffer.Length / 2)
        {
            Array.Resize(ref buffer, buffer.Length * 2);
        }

        buffer.AsSpan(start, kept).CopyTo(buffer);
        at -= start;
        start = 0;
        end = kept;
        var read = reader.Read(buffer, end, buffer.Length - end);
        end += read;
        return read > 0;
    }

    private void Add(List<object?> cells, ReadOnlySpan<char> text)
    {
        if (text.IsWhiteSpace())
        {
            if (cells.Count < mostCells)
            {
                cells.Add(null);
            }

            return;
        }

        filled = true;
        if (!wanted || cells.Count >= mostCells)
        {
            return;
        }

        if (text is ['=', '"', .., '"'])
        {
            text = text[2..^1];
        }

        // Lines that follow each other often hold the same invoice, customer, date: their texts are shared.
        var column = cells.Count;
        while (previous.Count <= column)
        {
            previous.Add("");
        }

        var value = previous[column];
        if (!text.SequenceEqual(value))
        {
            value = text.Contains('\0') ? text.ToString().Replace("\0", "", StringComparison.Ordinal) : text.ToString();
            previous[column] = value;
        }

        cells.Add(string.IsNullOrWhiteSpace(value) ? null : value);
    }
}
