using System.Diagnostics.CodeAnalysis;
using ClientLedger.Messages;

namespace ClientLedger.Fields.Values;

/// <summary>Web addresses that may be opened: http and https only.</summary>
public static class WebAddresses
{
    private const int Longest = 2048;

    /// <summary>
    /// Reads an address; without a scheme it gets https://. Scheme and host are kept in lower case, the host in Unicode, a
    /// lone slash at the end is left out. User names and passwords, other schemes and hosts without a point are refused.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out string? address, [NotNullWhen(false)] out Refusal? refusal)
    {
        address = null;
        var code = Read(TextCleaning.LineOf(text), ref address);
        refusal = code is null ? null : Refusal.Of(code, ("value", ValueMessages.Shown(text)), ("most", Longest));
        return address is not null && refusal is null;
    }

    private static MessageCode? Read(ReadOnlySpan<char> text, ref string? address)
    {
        if (text.Length > Longest)
        {
            return ValueMessages.WebTooLong;
        }

        var scheme = "https";
        if (text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
        {
            scheme = text[4] == ':' ? "http" : "https";
            text = text[(scheme.Length + 3)..];
        }
        else if (HasOtherScheme(text))
        {
            return ValueMessages.WebScheme;
        }

        var end = text.IndexOfAny("/?#");
        var authority = end < 0 ? text : text[..end];
        var rest = end < 0 ? [] : text[end..];
        if (authority.Contains('@'))
        {
            return ValueMessages.WebSignIn;
        }

        var colon = authority.LastIndexOf(':');
        var port = colon < 0 ? [] : authority[colon..];
        if (HostOf(colon < 0 ? authority : authority[..colon]) is not { } host || !IsPort(port) || !IsPath(rest))
        {
            return ValueMessages.WebUnreadable;
        }

        address = $"{scheme}://{host}{port}{(rest is "/" ? [] : rest)}";
        return null;
    }

    /// <summary>A name and a colon, unless a port or nothing but digits follows: javascript:, mailto:, ftp://.</summary>
    private static bool HasOtherScheme(ReadOnlySpan<char> text)
    {
        var colon = text.IndexOf(':');
        var end = text.IndexOfAny("/?#");
        if (colon < 0 || (end >= 0 && end < colon))
        {
            return false;
        }

        var port = end < 0 ? text[colon..] : text[colon..end];
        return !(IsPort(port) && text[..colon].Contains('.'));
    }

    private static string? HostOf(ReadOnlySpan<char> host) =>
        System.Net.IPAddress.TryParse(host, out var ip) && ip.ToString() is var shown && host.SequenceEqual(shown) ? shown : DomainNames.Normal(host);

    private static bool IsPort(ReadOnlySpan<char> port) =>
        port.IsEmpty || (port.Length is > 1 and <= 6 && !port[1..].ContainsAnyExceptInRange('0', '9') && int.Parse(port[1..], System.Globalization.CultureInfo.InvariantCulture) is > 0 and <= 65535);

    private static bool IsPath(ReadOnlySpan<char> rest)
    {
        foreach (var c in rest)
        {
            if (c <= ' ' || c is '<' or '>' or '"' or '\\' or '^' or '`' or '{' or '|' or '}')
            {
                return false;
            }
        }

        return true;
    }
}
