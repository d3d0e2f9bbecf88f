namespace ClientLedger.Shared;

/// <summary>
/// Ids as they are written outside: the entity's prefix, an underscore and the number in Crockford's base 32, lower case
/// (<c>cus_0f3kz9…</c>). The same record has the same text for ever.
/// </summary>
public static class RecordIds
{
    private const string Digits = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int Length = 13;

    /// <summary>Prefix of account ids; records take theirs from their entity.</summary>
    public const string Account = "acc";

    /// <summary>Prefix of the ids of programs' keys. Their numbers and those of accounts are of one kind: a program stands where a person does.</summary>
    public const string Key = "key";

    /// <summary>Prefix of the ids of job runs and of what they are about.</summary>
    public const string Job = "job";

    /// <summary>The text of an id. The number must not be negative.</summary>
    public static string Format(string prefix, long id)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        return string.Create(prefix.Length + 1 + Length, (prefix, id), static (span, state) =>
        {
            state.prefix.CopyTo(span);
            span[state.prefix.Length] = '_';
            var rest = (ulong)state.id;
            for (var i = span.Length - 1; i > state.prefix.Length; i--)
            {
                span[i] = Digits[(int)(rest & 31)];
                rest >>= 5;
            }
        });
    }

    /// <summary>Writes the text of an id as UTF-8 and tells how many bytes it has.</summary>
    public static int Format(string prefix, long id, Span<byte> utf8)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        var length = prefix.Length + 1 + Length;
        for (var i = 0; i < prefix.Length; i++)
        {
            utf8[i] = (byte)prefix[i];
        }

        utf8[prefix.Length] = (byte)'_';
        var rest = (ulong)id;
        for (var i = length - 1; i > prefix.Length; i--)
        {
            utf8[i] = (byte)Digits[(int)(rest & 31)];
            rest >>= 5;
        }

        return length;
    }

    /// <summary>Reads an id of a prefix; false for any other text, another prefix included.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, string prefix, out long id)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        id = 0;
        if (text.Length != prefix.Length + 1 + Length || !text.StartsWith(prefix, StringComparison.Ordinal) || text[prefix.Length] != '_')
        {
            return false;
        }

        ulong number = 0;
        foreach (var character in text[(prefix.Length + 1)..])
        {
            var digit = Digits.IndexOf(character, StringComparison.Ordinal);
            if (digit < 0 || number >> 58 != 0)
            {
                return false;
            }

            number = (number << 5) | (uint)digit;
        }

        id = (long)number;
        return true;
    }
}
