using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using ClientLedger.Messages;

namespace ClientLedger.Fields.Values;

/// <summary>E-mail addresses: a dot-atom (RFC 5322) and a domain, in the lengths of RFC 5321.</summary>
public static class EmailAddresses
{
    private const int LongestAddress = 254;
    private const int LongestName = 64;

    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.!#$%&'*+-/=?^_`{|}~");

    /// <summary>
    /// Reads an address, with or without <c>mailto:</c>. It is kept in lower case as a whole, and its domain in Unicode.
    /// Quoted names, comments and addresses by number aren't taken.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out string? address, [NotNullWhen(false)] out Refusal? refusal)
    {
        address = null;
        var cleaned = TextCleaning.LineOf(text);
        cleaned = cleaned.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? cleaned["mailto:".Length..] : cleaned;
        var at = cleaned.IndexOf('@');
        if (at <= 0 || at == cleaned.Length - 1 || cleaned[(at + 1)..].Contains('@'))
        {
            refusal = Refusal.Of(ValueMessages.EmailUnreadable, ("value", ValueMessages.Shown(text)));
            return false;
        }

        var name = cleaned[..at];
        var code = cleaned.Length > LongestAddress ? ValueMessages.EmailTooLong
            : !IsName(name) ? ValueMessages.EmailName
            : DomainNames.Normal(cleaned[(at + 1)..]) is not { } domain ? ValueMessages.EmailDomain
            : Join(name, domain, out address);
        refusal = code is null ? null : Refusal.Of(code, ("value", ValueMessages.Shown(text)));
        return refusal is null;
    }

    private static bool IsName(ReadOnlySpan<char> name) =>
        name.Length <= LongestName && !name.ContainsAnyExcept(NameCharacters) && name[0] != '.' && name[^1] != '.' && !name.Contains("..", StringComparison.Ordinal);

    private static MessageCode? Join(ReadOnlySpan<char> name, string domain, out string address)
    {
        Span<char> lower = stackalloc char[LongestName];
        name.ToLowerInvariant(lower);
        address = $"{lower[..name.Length]}@{domain}";
        return null;
    }
}
