using System.Text;

namespace ClientLedger.Fields.Values;

/// <summary>The most common Mandarin reading of a Han character, without tone, in lower case, with <c>v</c> for ü.</summary>
public static class Pinyin
{
    /// <summary>The reading: <c>wei</c> for 微. Null when the character isn't Han or no reading is known.</summary>
    public static string? Of(char character) => HanCharacters.Reading(character);

    /// <summary>The reading of a code point, which reaches the characters beyond U+FFFF that personal names use.</summary>
    public static string? Of(Rune character) => HanCharacters.Reading(character.Value);
}
