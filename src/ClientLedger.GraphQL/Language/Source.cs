using ClientLedger.GraphQL.Errors;

namespace ClientLedger.GraphQL.Language;

/// <summary>The text of a document. Positions are offsets in UTF-16 code units; lines and columns are computed when somebody asks.</summary>
internal sealed class Source(string text)
{
    private int[]? terminators;

    public string Text { get; } = text;

    /// <summary>Line and column of an offset. A line ends with LF, CR, or CR LF.</summary>
    public SourceLocation LocationOf(int position)
    {
        terminators ??= FindTerminators(Text);

        // The number of line terminators that begin before the position.
        var before = Array.BinarySearch(terminators, position);
        if (before < 0)
        {
            before = ~before;
        }

        return new SourceLocation(before + 1, position + 1 - LineStart(before));
    }

    /// <summary>The error that a document isn't GraphQL, at an offset.</summary>
    public GraphQLException SyntaxError(int position, string description) =>
        new(new GraphQLError($"Syntax Error: {description}", ErrorCodes.ParseFailed) { Locations = [LocationOf(position)] });

    /// <summary>The refusal of a document that is more than the parser reads. Whether it is GraphQL nobody knows then.</summary>
    public GraphQLException LimitError(int position, string description) =>
        new(new GraphQLError($"Syntax Error: {description} Parsing aborted.", ErrorCodes.LimitExceeded) { Locations = [LocationOf(position)] });

    public bool IsSurrogatePair(int position) => position + 1 < Text.Length && char.IsSurrogatePair(Text[position], Text[position + 1]);

    /// <summary>The character at an offset, as an error shows it: a printable ASCII character in quotes, any other code point by its number.</summary>
    public string DescribeCharacter(int position)
    {
        if (position >= Text.Length)
        {
            return TokenKind.EndOfFile.Describe();
        }

        var code = IsSurrogatePair(position) ? char.ConvertToUtf32(Text[position], Text[position + 1]) : Text[position];
        return code switch
        {
            '"' => "'\"'",
            >= 0x20 and <= 0x7E => $"\"{(char)code}\"",
            _ => $"U+{code:X4}",
        };
    }

    private int LineStart(int terminatorsBefore)
    {
        if (terminatorsBefore == 0)
        {
            return 0;
        }

        var last = terminators![terminatorsBefore - 1];
        return IsCarriageReturnLineFeed(Text, last) ? last + 2 : last + 1;
    }

    private static int[] FindTerminators(string text)
    {
        var found = new List<int>();
        for (var at = text.AsSpan().IndexOfAny('\n', '\r'); at >= 0 && at < text.Length;)
        {
            found.Add(at);
            var next = IsCarriageReturnLineFeed(text, at) ? at + 2 : at + 1;
            var further = text.AsSpan(next).IndexOfAny('\n', '\r');
            at = further < 0 ? -1 : next + further;
        }

        return [.. found];
    }

    private static bool IsCarriageReturnLineFeed(string text, int at) => text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n';
}
