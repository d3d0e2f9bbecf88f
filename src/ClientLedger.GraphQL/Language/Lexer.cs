using ClientLedger.GraphQL.Errors;

namespace ClientLedger.GraphQL.Language;

/// <summary>
/// Turns source text into tokens, one at a time (2.1). A token is a kind and a slice of the text: nothing is allocated but the values of strings that hold escapes or several lines. A copy of the lexer looks ahead.
/// </summary>
internal ref partial struct Lexer(Source source)
{
    private const TokenKind LastPunctuator = TokenKind.BraceRight;
    private const char ByteOrderMark = '\uFEFF';

    private readonly Source source = source;
    private readonly ReadOnlySpan<char> text = source.Text;
    private string? builtValue;
    private int valueStart;
    private int valueEnd;

    /// <summary>The kind of the current token.</summary>
    public TokenKind Kind { get; private set; }

    /// <summary>Where the current token begins.</summary>
    public int Start { get; private set; }

    /// <summary>Where the current token has ended.</summary>
    public int End { get; private set; }

    /// <summary>Where the token before the current one has ended.</summary>
    public int LastEnd { get; private set; }

    /// <summary>The value of a string token. It is a slice of the text too, unless it had to be put together.</summary>
    public readonly ReadOnlySpan<char> StringValue => builtValue ?? text[valueStart..valueEnd];

    /// <summary>Whether the value of the current token is what stands between two quotes.</summary>
    public readonly bool IsPlainString => Kind == TokenKind.String && builtValue is null;

    /// <summary>The text of the current token.</summary>
    public readonly ReadOnlySpan<char> Slice => text[Start..End];

    /// <summary>Reads the next token, skipping what is ignored. At the end of the text it stays there.</summary>
    public void Next()
    {
        LastEnd = End;
        var characters = text;
        var position = End;
        while ((uint)position < (uint)characters.Length)
        {
            var kind = Characters.KindOf(characters[position]);
            if (kind == TokenKind.Name)
            {
                var end = position + 1;
                while ((uint)end < (uint)characters.Length && Characters.IsNameContinue(characters[end]))
                {
                    end++;
                }

                Set(TokenKind.Name, position, end);
                return;
            }

            if (kind == TokenKind.Ignored)
            {
                // Lines are indented: one space is seldom alone there.
                position++;
                while ((uint)position < (uint)characters.Length && characters[position] == ' ')
                {
                    position++;
                }
            }
            else if (kind <= LastPunctuator)
            {
                Set(kind, position, position + 1);
                return;
            }
            else if ((position = ReadOther(kind, position)) < 0)
            {
                return;
            }
        }

        Set(TokenKind.EndOfFile, characters.Length, characters.Length);
    }

    /// <summary>The current token, as an error names it.</summary>
    public readonly string Describe() => Kind switch
    {
        TokenKind.Name or TokenKind.Int or TokenKind.Float => $"{Kind.Describe()} \"{Slice}\"",
        TokenKind.String or TokenKind.BlockString => $"{Kind.Describe()} \"{StringValue}\"",
        _ => Kind.Describe(),
    };

    /// <summary>Reads what is neither a name nor one punctuator; where it has ended when it is ignored, and otherwise -1.</summary>
    private int ReadOther(TokenKind kind, int position)
    {
        switch (kind)
        {
            case TokenKind.Comment:
                return EndOfComment(position);

            case TokenKind.Int:
                ReadNumber(position);
                return -1;

            case TokenKind.String when At(position + 1) == '"' && At(position + 2) == '"':
                ReadBlockString(position);
                return -1;

            case TokenKind.String:
                ReadString(position);
                return -1;

            case TokenKind.Dot:
                ReadSpread(position);
                return -1;

            case TokenKind.Invalid when text[position] == ByteOrderMark:
                return position + 1;

            default:
                throw Unexpected(position);
        }
    }

    private void Set(TokenKind kind, int start, int end)
    {
        Kind = kind;
        Start = start;
        End = end;
    }

    /// <summary>The character at a position, or -1 behind the end.</summary>
    private readonly int At(int position) => (uint)position < (uint)text.Length ? text[position] : -1;

    /// <summary>The end of the line, or half a surrogate pair before it: the next token is an error then.</summary>
    private readonly int EndOfComment(int start)
    {
        var length = text[start..].IndexOfAny('\n', '\r');
        var end = length < 0 ? text.Length : start + length;
        for (var surrogate = NextSurrogate(start, end); surrogate >= 0; surrogate = NextSurrogate(surrogate + 2, end))
        {
            if (!IsSurrogatePair(surrogate))
            {
                return surrogate;
            }
        }

        return end;
    }

    /// <summary>The next half of a surrogate pair before the end, or -1.</summary>
    private readonly int NextSurrogate(int start, int end)
    {
        var length = text[start..end].IndexOfAnyInRange('\uD800', '\uDFFF');
        return length < 0 ? -1 : start + length;
    }

    private void ReadSpread(int position)
    {
        var next = At(position + 1);
        if (next == '.' && At(position + 2) == '.')
        {
            Set(TokenKind.Spread, position, position + 3);
            return;
        }

        if (next == '.')
        {
            throw source.SyntaxError(position, "Unexpected \"..\", did you mean \"...\"?");
        }

        if (Characters.IsDigit(next))
        {
            var digits = text[(position + 1)..EndOfDigits(position + 1)];
            throw source.SyntaxError(position, $"Invalid number, expected digit before \".\", did you mean \"0.{digits}\"?");
        }

        throw Unexpected(position);
    }

    /// <summary>IntValue and FloatValue (2.9.1, 2.9.2).</summary>
    private void ReadNumber(int start)
    {
        var position = start;
        var kind = TokenKind.Int;
        if (At(position) == '-')
        {
            position++;
        }

        if (At(position) == '0')
        {
            position++;
            if (Characters.IsDigit(At(position)))
            {
                throw source.SyntaxError(position, $"Invalid number, unexpected digit after 0: {source.DescribeCharacter(position)}.");
            }
        }
        else
        {
            position = EndOfDigits(position);
        }

        if (At(position) == '.')
        {
            kind = TokenKind.Float;
            position = EndOfDigits(position + 1);
        }

        if (At(position) is 'E' or 'e')
        {
            kind = TokenKind.Float;
            position++;
            if (At(position) is '+' or '-')
            {
                position++;
            }

            position = EndOfDigits(position);
        }

        // A number and what follows it must stand apart: 1x or 1.2.3 would surprise.
        var next = At(position);
        if (next == '.' || Characters.IsNameStart(next))
        {
            throw ExpectedDigit(position);
        }

        Set(kind, start, position);
    }

    private readonly int EndOfDigits(int start)
    {
        if (!Characters.IsDigit(At(start)))
        {
            throw ExpectedDigit(start);
        }

        var position = start + 1;
        while (Characters.IsDigit(At(position)))
        {
            position++;
        }

        return position;
    }

    private readonly bool IsSurrogatePair(int position) => source.IsSurrogatePair(position);

    private readonly GraphQLException ExpectedDigit(int position) =>
        source.SyntaxError(position, $"Invalid number, expected digit but got: {source.DescribeCharacter(position)}.");

    private readonly GraphQLException Unexpected(int position) => source.SyntaxError(position, text[position] switch
    {
        '\'' => "Unexpected single quote character ('), did you mean to use a double quote (\")?",
        var character when char.IsSurrogate(character) && !IsSurrogatePair(position) => $"Invalid character: {source.DescribeCharacter(position)}.",
        _ => $"Unexpected character: {source.DescribeCharacter(position)}.",
    });
}
