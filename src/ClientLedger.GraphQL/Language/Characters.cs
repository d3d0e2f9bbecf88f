namespace ClientLedger.GraphQL.Language;

/// <summary>Classes of characters (2.1).</summary>
internal static class Characters
{
    /// <summary>For each ASCII character the kind of token that it begins, or is.</summary>
    private static readonly TokenKind[] Kinds = MakeTable();

    /// <summary>The kind of token that a character begins, or is.</summary>
    public static TokenKind KindOf(char character)
    {
        var kinds = Kinds;
        return character < kinds.Length ? kinds[character] : TokenKind.Invalid;
    }

    public static bool IsDigit(int character) => (uint)(character - '0') <= 9;

    public static bool IsNameStart(int character) => (uint)((character | 0x20) - 'a') <= 25 || character == '_';

    public static bool IsNameContinue(int character) => IsNameStart(character) || IsDigit(character);

    public static bool IsWhiteSpace(char character) => character is ' ' or '\t';

    /// <summary>The digit that a hexadecimal character stands for, or -1.</summary>
    public static int HexDigit(int character) => character switch
    {
        >= '0' and <= '9' => character - '0',
        >= 'A' and <= 'F' => character - 'A' + 10,
        >= 'a' and <= 'f' => character - 'a' + 10,
        _ => -1,
    };

    private static TokenKind[] MakeTable()
    {
        var kinds = new TokenKind[128];
        for (var character = 0; character < kinds.Length; character++)
        {
            kinds[character] = character switch
            {
                '\t' or ' ' or ',' or '\n' or '\r' => TokenKind.Ignored,
                '#' => TokenKind.Comment,
                '!' => TokenKind.Bang,
                '$' => TokenKind.Dollar,
                '&' => TokenKind.Ampersand,
                '(' => TokenKind.ParenthesisLeft,
                ')' => TokenKind.ParenthesisRight,
                '.' => TokenKind.Dot,
                ':' => TokenKind.Colon,
                '=' => TokenKind.EqualsSign,
                '@' => TokenKind.At,
                '[' => TokenKind.BracketLeft,
                ']' => TokenKind.BracketRight,
                '{' => TokenKind.BraceLeft,
                '|' => TokenKind.Pipe,
                '}' => TokenKind.BraceRight,
                '"' => TokenKind.String,
                '-' => TokenKind.Int,
                _ when IsDigit(character) => TokenKind.Int,
                _ when IsNameStart(character) => TokenKind.Name,
                _ => TokenKind.Invalid,
            };
        }

        return kinds;
    }
}
