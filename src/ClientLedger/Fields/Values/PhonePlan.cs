using System.Globalization;
using System.Text.RegularExpressions;

namespace ClientLedger.Fields.Values;

/// <summary>The numbering plan of one region, or of a service without a region (001), as libphonenumber's metadata gives it.</summary>
internal sealed class PhonePlan
{
    /// <summary>The patterns come with the product and texts have at most twenty digits, so this is never reached.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    private readonly string prefix;
    private readonly string transform;
    private readonly Lazy<Regex> prefixPattern;
    private readonly Lazy<Regex> internationalPrefix;
    private readonly Lazy<Regex> general;
    private readonly Lazy<Regex> assigned;
    private readonly Lazy<PhoneFormat[]> formats;

    /// <summary>Reads a row of the table: the columns are told in <c>Data/README.md</c>.</summary>
    public PhonePlan(string[] row)
    {
        Region = row[0];
        CallingCode = row[1];
        prefix = row[3];
        transform = row[4];
        var lengths = row[6].Split(',').Select(length => int.Parse(length, CultureInfo.InvariantCulture)).ToList();
        (Shortest, Longest) = (lengths.Min(), lengths.Max());
        internationalPrefix = new(() => AtStart(row[2].Length == 0 ? "00" : row[2]));
        prefixPattern = new(() => AtStart(prefix));
        general = new(() => Whole(row[7]));
        assigned = new(() => Whole(row[8]));
        formats = new(() => [.. row[9].Split(';', StringSplitOptions.RemoveEmptyEntries).Select(format => new PhoneFormat(format.Split('@')))]);
    }

    /// <summary>ISO 3166-1 alpha-2, or 001.</summary>
    public string Region { get; }

    public string CallingCode { get; }

    /// <summary>The fewest digits of a number without prefix.</summary>
    public int Shortest { get; }

    /// <summary>The most digits of a number without prefix.</summary>
    public int Longest { get; }

    public IReadOnlyList<PhoneFormat> Formats => formats.Value;

    /// <summary>
    /// True when the digits without prefix are of a kind in use: fixed, mobile, toll-free and so on. Every Chinese mobile
    /// number is accepted by its shape, because ranges open there faster than tables follow.
    /// </summary>
    public bool Accepts(ReadOnlySpan<char> national) => (CallingCode == "86" && IsChineseMobile(national)) || assigned.Value.IsMatch(national);

    /// <summary>Takes the digits for calling abroad off the front; null when they aren't there.</summary>
    public string? WithoutInternationalPrefix(string digits)
    {
        var match = internationalPrefix.Value.Match(digits);
        return match.Success ? digits[match.Length..] : null;
    }

    /// <summary>
    /// Takes the national prefix off, or rewrites it as the plan says. Digits that are a number as they stand keep a beginning
    /// that only looks like the prefix.
    /// </summary>
    public string WithoutPrefix(string digits)
    {
        if (prefix.Length == 0)
        {
            return digits;
        }

        var match = prefixPattern.Value.Match(digits);
        if (!match.Success || match.Length == 0)
        {
            return digits;
        }

        var rewrites = transform.Length > 0 && match.Groups.Count > 1 && match.Groups[^1].Success;
        var rest = rewrites ? match.Result(transform) + digits[match.Length..] : digits[match.Length..];
        return general.Value.IsMatch(digits) && !general.Value.IsMatch(rest) ? digits : rest;
    }

    /// <summary>True for eleven digits that begin with 13 to 19.</summary>
    public static bool IsChineseMobile(ReadOnlySpan<char> digits) => digits is ['1', >= '3' and <= '9', ..] && digits.Length == 11;

    internal static Regex Whole(string pattern) => new($@"^(?:{pattern})\z", RegexOptions.CultureInvariant, Limit);

    internal static Regex AtStart(string pattern) => new($"^(?:{pattern})", RegexOptions.CultureInvariant, Limit);
}

/// <summary>One way of grouping the digits of a number for reading.</summary>
internal sealed class PhoneFormat(string[] parts)
{
    private readonly Regex pattern = PhonePlan.Whole(parts[0]);
    private readonly Regex leading = PhonePlan.AtStart(parts[2]);

    /// <summary>The digits in groups with spaces, or null when this format isn't for them.</summary>
    public string? Group(string national)
    {
        if (!leading.IsMatch(national))
        {
            return null;
        }

        var match = pattern.Match(national);
        return match.Success ? Spaced(match.Result(parts[1])) : null;
    }

    /// <summary>Hyphens and brackets differ from country to country; spaces are read everywhere.</summary>
    private static string Spaced(string grouped) =>
        string.Join(' ', grouped.Split(['-', '/', '(', ')', ' ', '.'], StringSplitOptions.RemoveEmptyEntries));
}
