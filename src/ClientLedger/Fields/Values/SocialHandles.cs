using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using ClientLedger.Messages;

namespace ClientLedger.Fields.Values;

/// <summary>Names on social networks, kept as <c>network:name</c>: <c>wechat:abc123</c>.</summary>
public static class SocialHandles
{
    private const int Longest = 100;

    /// <summary>The networks that a name may be of.</summary>
    public static IReadOnlyList<string> Networks { get; } = ["wechat", "qq", "weibo", "linkedin", "x", "other"];

    private static readonly FrozenDictionary<string, string> NetworkNamed = new Dictionary<string, string>
    {
        ["wechat"] = "wechat", ["weixin"] = "wechat", ["wx"] = "wechat", ["微信"] = "wechat", ["微信号"] = "wechat", ["qq"] = "qq", ["qq号"] = "qq",
        ["weibo"] = "weibo", ["微博"] = "weibo", ["新浪微博"] = "weibo", ["linkedin"] = "linkedin", ["领英"] = "linkedin", ["x"] = "x", ["twitter"] = "x",
        ["推特"] = "x", ["other"] = "other", ["其他"] = "other", ["其它"] = "other",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> NetworkAt = new Dictionary<string, string>
    {
        ["weibo.com"] = "weibo", ["linkedin.com"] = "linkedin", ["x.com"] = "x", ["twitter.com"] = "x",
    }.ToFrozenDictionary();

    /// <summary>
    /// Reads a name with its network before a colon, in Chinese or English, or the address of a profile on Weibo, LinkedIn or
    /// X. WeChat and X names and LinkedIn's are kept in lower case, since these networks make no difference.
    /// </summary>
    /// <param name="text">The name as it was written: <c>微信：abc123</c>, <c>qq:10001</c>, <c>https://x.com/abc</c>.</param>
    /// <param name="handle">The name with its network.</param>
    /// <param name="refusal">Why it can't be taken.</param>
    /// <param name="network">The network of a text that names none, such as that of a file's column; null asks for it.</param>
    public static bool TryParse(
        ReadOnlySpan<char> text, [NotNullWhen(true)] out string? handle, [NotNullWhen(false)] out Refusal? refusal, string? network = null)
    {
        handle = null;
        var cleaned = TextCleaning.LineOf(text).ToString();
        var (said, name) = Profile(cleaned) ?? Named(cleaned) ?? (network, cleaned);
        if (said is null)
        {
            refusal = Refusal.Of(ValueMessages.SocialNetwork, ("value", ValueMessages.Shown(text)), ("networks", string.Join(", ", Networks)));
            return false;
        }

        name = name.StartsWith('@') ? name[1..] : name;
        name = said is "wechat" or "x" or "linkedin" ? name.ToLowerInvariant() : name;
        handle = IsName(said, name) ? $"{said}:{name}" : null;
        refusal = handle is null ? Refusal.Of(ValueMessages.SocialHandle, ("value", ValueMessages.Shown(text)), ("network", said)) : null;
        return handle is not null && refusal is null;
    }

    private static (string? Network, string Name)? Named(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && NetworkNamed.TryGetValue(text[..colon].Trim().ToLowerInvariant(), out var network) ? (network, text[(colon + 1)..].Trim()) : null;
    }

    private static (string? Network, string Name)? Profile(string text)
    {
        if (!text.Contains('/', StringComparison.Ordinal) || !WebAddresses.TryParse(text, out var address, out _))
        {
            return null;
        }

        var parts = address.Split('/', '?', '#');
        var host = parts[2][(parts[2].StartsWith("www.", StringComparison.Ordinal) ? 4 : 0)..];
        host = host.EndsWith(".linkedin.com", StringComparison.Ordinal) ? "linkedin.com" : host;
        var at = host == "linkedin.com" || (host == "weibo.com" && parts.Length > 4 && parts[3] is "u" or "n") ? 4 : 3;
        return NetworkAt.TryGetValue(host, out var network) && parts.Length > at ? (network, Uri.UnescapeDataString(parts[at])) : null;
    }

    private static bool IsName(string network, string name) => name.Length is > 0 and <= Longest && network switch
    {
        "wechat" => name.Length is >= 5 and <= 40 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.' or '@'),
        "qq" => name.Length is >= 5 and <= 12 && name[0] != '0' && name.All(char.IsAsciiDigit),
        "x" => name.Length <= 15 && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'),
        "linkedin" => name.Length >= 3 && name.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.'),
        "weibo" => name.Length >= 2 && name.All(c => char.IsLetterOrDigit(c) || c is '-' or '_'),
        _ => true,
    };
}
