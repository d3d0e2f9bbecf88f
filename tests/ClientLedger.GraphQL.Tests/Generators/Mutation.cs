using ClientLedger.TestKit.Generators;

namespace ClientLedger.GraphQL.Tests.Generators;

/// <summary>Mistakes in texts: something is left out, doubled, moved or put in.</summary>
internal static class Mutation
{
    private static readonly string[] Pieces =
    [
        "{", "}", "(", ")", "[", "]", "!", "$", "&", "|", "=", ":", "@", "...", "..", ".", "\"", "\"\"\"", "\\", "'", "#", "-", "0", "1.", "1e", "00", "é", "\u0000", "\u200B", "\uD83D", "\uDE00", "\U0001F600",
        "\\u", "\\u{110000}", "\\uD83D", "\\u{1F600}", "\\x", "on", "fragment on", "extend", "true", "null", "$a", "query", "type", "\n", "\r\n", "&&", "?", "~", "\uFEFF", "repeatable", "implements",
    ];

    /// <summary>The text with one to three mistakes.</summary>
    public static string Of(string text, Chance chance)
    {
        for (var mistakes = chance.Between(1, 3); mistakes > 0; mistakes--)
        {
            var at = chance.Between(0, text.Length);
            var length = Math.Min(chance.Between(0, 6), text.Length - at);
            text = chance.Between(0, 3) switch
            {
                0 => text.Remove(at, length),
                1 => text.Insert(at, text.Substring(at, length)),
                2 => text.Remove(at, length).Insert(chance.Between(0, text.Length - length), text.Substring(at, length)),
                _ => text.Remove(at, length).Insert(at, chance.Pick(Pieces)),
            };
        }

        return text;
    }
}
