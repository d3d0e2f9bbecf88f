using System.Diagnostics.CodeAnalysis;
using ClientLedger.Fields.Lists;
using ClientLedger.Messages;

namespace ClientLedger.Fields.Values;

/// <summary>Tax numbers of companies and persons.</summary>
public static class TaxNumbers
{
    /// <summary>The characters of a unified social credit code; a character's place is its value.</summary>
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private const string China = "CN";

    /// <summary>How the tax authorities of Europe call Greece.</summary>
    private const string Greece = "EL";

    private const int Longest = 20;
    private const int ShortestAbroad = 4;

    /// <summary>
    /// Reads a number. For China (CN) it is the unified social credit code of GB 32100-2015 with its check character, a
    /// person's identity number, or an older number of 15 or 20 characters; for other countries 4 to 20 letters and digits.
    /// A number that begins with the two letters of another country is of that one (DE123456789): a ledger in China has
    /// customers abroad too. Kept in capitals without spaces and hyphens.
    /// </summary>
    /// <param name="text">The number as it was written.</param>
    /// <param name="country">ISO 3166-1 alpha-2 of the country that issued it, or null.</param>
    /// <param name="number">The number.</param>
    /// <param name="refusal">Why it can't be taken.</param>
    public static bool TryParse(
        ReadOnlySpan<char> text, string? country, [NotNullWhen(true)] out string? number, [NotNullWhen(false)] out Refusal? refusal)
    {
        number = CompactCode.Of(text, Longest);
        var code = country == China && !BeginsWithAnotherCountry(number) ? FaultOfChinese(number)
            : number is null || number.Length < ShortestAbroad ? ValueMessages.TaxNumberAbroad
            : null;
        refusal = code is null ? null : Refusal.Of(code, ("value", ValueMessages.Shown(text)));
        number = code is null ? number : null;
        return number is not null && refusal is null;
    }

    /// <summary>No Chinese number begins with two letters.</summary>
    private static bool BeginsWithAnotherCountry(string? number) =>
        number is { Length: >= 2 } && number[..2] is var letters && letters != China && (letters == Greece || Countries.List.Find(letters) is not null);

    private static MessageCode? FaultOfChinese(string? number) => number switch
    {
        { Length: 18 } => IsCreditCode(number, out var isShaped) || NationalIds.FaultOfChinese(number) is null ? null
            : isShaped ? ValueMessages.TaxNumberCheck
            : ValueMessages.TaxNumberShape,
        { Length: 15 } => number.AsSpan(0, 6).ContainsAnyExceptInRange('0', '9') ? ValueMessages.TaxNumberShape : null,
        { Length: 20 } => number.AsSpan(0, 17).ContainsAnyExceptInRange('0', '9') ? ValueMessages.TaxNumberShape : null,
        _ => ValueMessages.TaxNumberShape,
    };

    /// <summary>
    /// The code is department and kind, six digits of the region, nine characters of the organisation and a check character:
    /// the sum of the values, each by 3 to the power of its place, is a multiple of 31 (ISO 7064, MOD 31-3).
    /// </summary>
    private static bool IsCreditCode(string number, out bool isShaped)
    {
        var (sum, weight) = (0, 1);
        isShaped = !number.AsSpan(2, 6).ContainsAnyExceptInRange('0', '9') && number[0] != '0';
        foreach (var c in number.AsSpan(0, 17))
        {
            var value = Alphabet.IndexOf(c, StringComparison.Ordinal);
            isShaped &= value >= 0;
            (sum, weight) = ((sum + (Math.Max(0, value) * weight)) % 31, weight * 3 % 31);
        }

        return isShaped && number[17] == Alphabet[(31 - sum) % 31];
    }
}
