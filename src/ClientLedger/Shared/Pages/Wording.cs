using System.Globalization;
using ClientLedger.Fields.Lists;
using ClientLedger.Messages;

namespace ClientLedger.Shared.Pages;

/// <summary>
/// How one request is spoken to: its language, and the zone in which it reads times. Pages have it as <c>L</c>: <c>@L[AccountTexts.SignIn]</c>.
/// Dates are written YYYY-MM-DD in both languages.
/// </summary>
public sealed class Wording(Language language, TimeZoneInfo zone)
{
    public Language Language => language;

    /// <summary>What stands in <c>lang</c>.</summary>
    public string Tag => TagOf(language);

    /// <summary>A page's text.</summary>
    public string this[Label label] => label.In(language);

    /// <summary>A page's text with its placeholders filled in. Numbers and dates are given as they shall be read.</summary>
    public string this[Label label, params ReadOnlySpan<(string Name, object? Value)> arguments]
    {
        get
        {
            var named = new KeyValuePair<string, object?>[arguments.Length];
            for (var i = 0; i < named.Length; i++)
            {
                named[i] = new(arguments[i].Name, arguments[i].Value);
            }

            return Placeholders.Fill(label.In(language), named, language);
        }
    }

    /// <summary>A refusal's text.</summary>
    public string this[Refusal refusal] => refusal.In(language);

    public static string TagOf(Language language) => language == Language.Chinese ? "zh-CN" : "en";

    /// <summary>2026-03-02.</summary>
    public static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The day of a moment, where the tenant is.</summary>
    public string Day(DateTime utc) => Local(utc).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Day and time of a moment, where the tenant is: 2026-03-02 20:00.</summary>
    public string Moment(DateTime utc) => Local(utc).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Day and time of a moment to the second, where the tenant is: 2026-03-02 20:00:05.</summary>
    public string Second(DateTime utc) => Local(utc).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>1,234.5: digits in threes, no more places than the number has.</summary>
    public static string Number(decimal number) => number.ToString("#,##0.####", CultureInfo.InvariantCulture);

    /// <summary>CNY 1,234.50: the code, since several currencies share a sign, and the places that the currency has, or more where the amount does.</summary>
    public static string Money(decimal amount, string? currency)
    {
        var places = currency is null ? 2 : Currencies.MinorUnits(currency) ?? 2;
        var form = "#,##0." + new string('0', Math.Min(places, 4)) + new string('#', Math.Max(0, 4 - places));
        return $"{currency} {amount.ToString(form, CultureInfo.InvariantCulture)}".TrimStart();
    }

    private DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), zone);
}
