using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using ClientLedger.Messages;

namespace ClientLedger.Fields.Values;

/// <summary>Account numbers, domestic ones and IBANs.</summary>
public static class BankAccounts
{
    private const int Longest = 34;
    private const int Shortest = 8;

    /// <summary>The length of an IBAN by country, from the IBAN registry of ISO 13616.</summary>
    private static readonly FrozenDictionary<string, int> IbanLengths = new Dictionary<string, int>
    {
        ["AD"] = 24, ["AE"] = 23, ["AL"] = 28, ["AT"] = 20, ["AZ"] = 28, ["BA"] = 20, ["BE"] = 16, ["BG"] = 22, ["BH"] = 22, ["BI"] = 27, ["BR"] = 29,
        ["BY"] = 28, ["CH"] = 21, ["CR"] = 22, ["CY"] = 28, ["CZ"] = 24, ["DE"] = 22, ["DJ"] = 27, ["DK"] = 18, ["DO"] = 28, ["EE"] = 20, ["EG"] = 29,
        ["ES"] = 24, ["FI"] = 18, ["FK"] = 18, ["FO"] = 18, ["FR"] = 27, ["GB"] = 22, ["GE"] = 22, ["GI"] = 23, ["GL"] = 18, ["GR"] = 27, ["GT"] = 28,
        ["HN"] = 28, ["HR"] = 21, ["HU"] = 28, ["IE"] = 22, ["IL"] = 23, ["IQ"] = 23, ["IS"] = 26, ["IT"] = 27, ["JO"] = 30, ["KW"] = 30, ["KZ"] = 20,
        ["LB"] = 28, ["LC"] = 32, ["LI"] = 21, ["LT"] = 20, ["LU"] = 20, ["LV"] = 21, ["LY"] = 25, ["MC"] = 27, ["MD"] = 24, ["ME"] = 22, ["MK"] = 19,
        ["MN"] = 20, ["MR"] = 27, ["MT"] = 31, ["MU"] = 30, ["NI"] = 28, ["NL"] = 18, ["NO"] = 15, ["OM"] = 23, ["PK"] = 24, ["PL"] = 28, ["PS"] = 29,
        ["PT"] = 25, ["QA"] = 29, ["RO"] = 24, ["RS"] = 22, ["RU"] = 33, ["SA"] = 24, ["SC"] = 31, ["SD"] = 18, ["SE"] = 24, ["SI"] = 19, ["SK"] = 24,
        ["SM"] = 27, ["SO"] = 23, ["ST"] = 25, ["SV"] = 28, ["TL"] = 23, ["TN"] = 24, ["TR"] = 26, ["UA"] = 29, ["VA"] = 22, ["VG"] = 24, ["XK"] = 20,
        ["YE"] = 30,
    }.ToFrozenDictionary();

    /// <summary>
    /// Reads an account number of 8 to 34 letters and digits; spaces and hyphens are left out, letters become capitals. What
    /// begins as an IBAN does (letters of a country of the registry, two digits) must be one: its length and its check digits
    /// (ISO 7064, MOD 97-10). Card numbers aren't checked, since accounts need not be cards.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out string? account, [NotNullWhen(false)] out Refusal? refusal)
    {
        account = CompactCode.Of(text, Longest);
        var code = account is null || account.Length < Shortest ? ValueMessages.BankAccountShape
            : IsWrongIban(account) ? ValueMessages.BankAccountIban
            : null;
        refusal = code is null ? null : Refusal.Of(code, ("value", ValueMessages.ShownEnd(text)));
        account = code is null ? account : null;
        return account is not null && refusal is null;
    }

    private static bool IsWrongIban(string account)
    {
        var looksLikeOne = char.IsAsciiLetter(account[0]) && char.IsAsciiDigit(account[2]) && char.IsAsciiDigit(account[3]);
        return looksLikeOne
            && IbanLengths.TryGetValue(account[..2], out var length)
            && (account.Length != length || Remainder(account[4..] + account[..4]) != 1);
    }

    /// <summary>The remainder by 97 of the digits, where A stands for 10 and Z for 35.</summary>
    private static int Remainder(string rearranged)
    {
        var rest = 0;
        foreach (var c in rearranged)
        {
            rest = char.IsAsciiDigit(c) ? ((rest * 10) + (c - '0')) % 97 : ((rest * 100) + (c - 'A' + 10)) % 97;
        }

        return rest;
    }
}
