using System.Globalization;

namespace ClientLedger.Fields.Values;

/// <summary>Domain names as e-mail and web addresses hold them (RFC 1123, RFC 5890).</summary>
internal static class DomainNames
{
    private const int LongestName = 253;
    private const int LongestLabel = 63;

    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    /// <summary>
    /// The name in lower case and in Unicode; null when it isn't a domain: a label is empty, too long or begins or ends with a
    /// hyphen, there is no point in it, or its last label is a number.
    /// </summary>
    public static string? Normal(ReadOnlySpan<char> text)
    {
        Span<char> lower = stackalloc char[LongestName + 1];
        if (text.Length > LongestName)
        {
            return null;
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAscii(text[i]) || text[i..].StartsWith("xn--", StringComparison.OrdinalIgnoreCase))
            {
                return NormalInternational(text);
            }

            lower[i] = char.ToLowerInvariant(text[i]);
        }

        var name = lower[..text.Length];
        return IsDomain(name) ? name.ToString() : null;
    }

    private static string? NormalInternational(ReadOnlySpan<char> text)
    {
        try
        {
            var ascii = Idn.GetAscii(text.ToString().Replace('。', '.').ToLowerInvariant());
            return ascii.Length <= LongestName && IsDomain(ascii) ? Idn.GetUnicode(ascii).ToLowerInvariant() : null;
        }
        catch (ArgumentException)
        {
            // IdnMapping has no other way to say that a label isn't allowed.
            return null;
        }
    }

    private static bool IsDomain(ReadOnlySpan<char> name)
    {
        var labels = 0;
        var last = ReadOnlySpan<char>.Empty;
        foreach (var range in name.Split('.'))
        {
            last = name[range];
            labels++;
            if (last.Length is 0 or > LongestLabel || last[0] == '-' || last[^1] == '-' || !IsLabel(last))
            {
                return false;
            }
        }

        return labels > 1 && last.Length > 1 && last.ContainsAnyExceptInRange('0', '9');
    }

    private static bool IsLabel(ReadOnlySpan<char> label)
    {
        foreach (var c in label)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '-')
            {
                return false;
            }
        }

        return true;
    }
}
