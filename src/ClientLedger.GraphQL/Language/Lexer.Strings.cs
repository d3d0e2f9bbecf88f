using System.Text;

namespace ClientLedger.GraphQL.Language;

/// <summary>StringValue (2.9.4): quoted and block strings.</summary>
internal ref partial struct Lexer
{
    private void ReadString(int start)
    {
        if (ReadShortString(start))
        {
            return;
        }

        StringBuilder? value = null;
        var position = start + 1;
        var chunkStart = position;
        while (true)
        {
            position = EndOfPlainText(position, text[position..].IndexOfAny("\"\\\n\r"));
            switch (text[position])
            {
                case '"':
                    SetString(chunkStart, position, value?.Append(text[chunkStart..position]).ToString());
                    Set(TokenKind.String, start, position + 1);
                    return;

                case '\\':
                    value ??= new StringBuilder();
                    value.Append(text[chunkStart..position]);
                    position = AppendEscape(position, value);
                    chunkStart = position;
                    continue;

                default:
                    throw source.SyntaxError(position, "Unterminated string.");
            }
        }
    }

    /// <summary>Reads a string of few characters that mean nothing but themselves, as most are. It is read before a search would have begun.</summary>
    private bool ReadShortString(int start)
    {
        const int longest = 24;
        var characters = text[(start + 1)..];
        for (var length = 0; length < longest && length < characters.Length; length++)
        {
            var character = characters[length];
            if (character == '"')
            {
                SetString(start + 1, start + 1 + length, null);
                Set(TokenKind.String, start, start + length + 2);
                return true;
            }

            if (character is '\\' or '\n' or '\r' || char.IsSurrogate(character))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Where the text of a string is interrupted by a quote, an escape or the end of a line; before it there are no halves of surrogate pairs.</summary>
    private readonly int EndOfPlainText(int start, int length)
    {
        var end = length < 0 ? text.Length : start + length;
        for (var surrogate = NextSurrogate(start, end); surrogate >= 0; surrogate = NextSurrogate(surrogate + 2, end))
        {
            if (!IsSurrogatePair(surrogate))
            {
                throw source.SyntaxError(surrogate, $"Invalid character within String: {source.DescribeCharacter(surrogate)}.");
            }
        }

        return length < 0 ? throw source.SyntaxError(end, "Unterminated string.") : end;
    }

    /// <summary>Appends what an escape sequence stands for and returns where it has ended.</summary>
    private readonly int AppendEscape(int position, StringBuilder value)
    {
        var escape = At(position + 1);
        if (escape == 'u')
        {
            return At(position + 2) == '{' ? AppendVariableWidth(position, value) : AppendFixedWidth(position, value);
        }

        value.Append(escape switch
        {
            '"' => '"',
            '\\' => '\\',
            '/' => '/',
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => throw source.SyntaxError(position, $"Invalid character escape sequence: \"{Clamped(position, 2)}\"."),
        });
        return position + 2;
    }

    /// <summary>The escape <c>\u{…}</c>, for any Unicode scalar value.</summary>
    private readonly int AppendVariableWidth(int position, StringBuilder value)
    {
        const int longest = 12;
        const int shortest = 5;
        var point = 0;
        var size = 3;
        while (size < longest)
        {
            var character = At(position + size++);
            if (character == '}')
            {
                if (size < shortest || !Rune.IsValid(point))
                {
                    break;
                }

                value.Append(char.ConvertFromUtf32(point));
                return position + size;
            }

            // -1, for no digit, makes the number negative.
            point = (point << 4) | Characters.HexDigit(character);
            if (point < 0)
            {
                break;
            }
        }

        throw source.SyntaxError(position, $"Invalid Unicode escape sequence: \"{Clamped(position, size)}\".");
    }

    /// <summary>The escape <c>\uXXXX</c>; what lies above U+FFFF takes two of them.</summary>
    private readonly int AppendFixedWidth(int position, StringBuilder value)
    {
        var code = FourHexDigits(position + 2);
        if (Rune.IsValid(code))
        {
            value.Append((char)code);
            return position + 6;
        }

        if (code is >= 0xD800 and <= 0xDBFF && At(position + 6) == '\\' && At(position + 7) == 'u'
            && FourHexDigits(position + 8) is >= 0xDC00 and <= 0xDFFF and var trailing)
        {
            value.Append((char)code).Append((char)trailing);
            return position + 12;
        }

        throw source.SyntaxError(position, $"Invalid Unicode escape sequence: \"{Clamped(position, 6)}\".");
    }

    private readonly int FourHexDigits(int position) =>
        (Characters.HexDigit(At(position)) << 12) | (Characters.HexDigit(At(position + 1)) << 8)
        | (Characters.HexDigit(At(position + 2)) << 4) | Characters.HexDigit(At(position + 3));

    private void ReadBlockString(int start)
    {
        var position = start + 3;
        var escaped = false;
        while (true)
        {
            position = EndOfPlainText(position, text[position..].IndexOfAny('"', '\\'));
            var isQuotes = At(position + 1) == '"' && At(position + 2) == '"';
            if (text[position] == '"' && isQuotes)
            {
                var raw = text[(start + 3)..position];
                var value = BlockString.ValueOf(raw, escaped, out var part);
                var (partStart, length) = part.GetOffsetAndLength(raw.Length);
                SetString(start + 3 + partStart, start + 3 + partStart + length, value);
                Set(TokenKind.BlockString, start, position + 3);
                return;
            }

            var isEscape = text[position] == '\\' && isQuotes && At(position + 3) == '"';
            escaped |= isEscape;
            position += isEscape ? 4 : 1;
        }
    }

    private void SetString(int start, int end, string? value)
    {
        valueStart = start;
        valueEnd = end;
        builtValue = value;
    }

    private readonly ReadOnlySpan<char> Clamped(int start, int length) => text[start..Math.Min(start + length, text.Length)];
}
