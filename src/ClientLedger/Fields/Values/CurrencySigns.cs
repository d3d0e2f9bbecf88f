using System.Collections.Frozen;
using ClientLedger.Fields.Lists;

namespace ClientLedger.Fields.Values;

/// <summary>What the signs, codes and names beside an amount say about its currency.</summary>
internal static class CurrencySigns
{
    /// <summary>Stands for the dollar sign alone, which many currencies share.</summary>
    private const string SomeDollar = "$";

    private static readonly FrozenDictionary<string, string> Signs = new Dictionary<string, string>
    {
        ["$"] = SomeDollar, ["US$"] = "USD", ["HK$"] = "HKD", ["NT$"] = "TWD", ["A$"] = "AUD", ["AU$"] = "AUD", ["C$"] = "CAD", ["CA$"] = "CAD",
        ["S$"] = "SGD", ["NZ$"] = "NZD", ["R$"] = "BRL", ["€"] = "EUR", ["£"] = "GBP", ["¥"] = "CNY", ["₩"] = "KRW", ["₹"] = "INR", ["₽"] = "RUB",
        ["฿"] = "THB", ["₫"] = "VND", ["₱"] = "PHP", ["₺"] = "TRY", ["₴"] = "UAH", ["₸"] = "KZT", ["₮"] = "MNT",
        ["元"] = "CNY", ["圆"] = "CNY", ["圓"] = "CNY", ["块"] = "CNY", ["块钱"] = "CNY", ["人民币元"] = "CNY", ["元人民币"] = "CNY", ["RMB"] = "CNY",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Adds what a text says to what is known already. True when all of its words are currencies and none contradicts another;
    /// <paramref name="contradicts"/> tells the two failures apart.
    /// </summary>
    public static bool TryAdd(ReadOnlySpan<char> text, ref string? known, out bool contradicts)
    {
        contradicts = false;
        while (!(text = text.TrimStart(' ')).IsEmpty)
        {
            var end = text.IndexOf(' ');
            var word = end < 0 ? text : text[..end];
            text = text[word.Length..];
            foreach (var said in Split(word))
            {
                if (said is null)
                {
                    return false;
                }

                contradicts = known is not null && known != SomeDollar && said != SomeDollar && said != known;
                known = known is null || known == SomeDollar ? said : known;
                if (contradicts)
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>The ISO code, or null where nothing but a dollar sign is known.</summary>
    public static string? CodeOf(string? known) => known == SomeDollar ? null : known;

    /// <summary>One word is one currency, or a code and a sign written together (CNY¥); null stands for what isn't known.</summary>
    private static string?[] Split(ReadOnlySpan<char> word)
    {
        if (Find(word) is { } whole)
        {
            return [whole];
        }

        return word.Length > 3 && Find(word[..3]) is { } code ? [code, Find(word[3..])] : [null];
    }

    private static string? Find(ReadOnlySpan<char> word)
    {
        if (Signs.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var sign))
        {
            return sign;
        }

        if (Currencies.List.Find(word) is { } currency)
        {
            return currency.Code;
        }

        return Currencies.List.FindByName(word.ToString()) is [var only] ? only : null;
    }
}
