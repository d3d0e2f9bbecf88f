using System.Diagnostics.CodeAnalysis;
using ClientLedger.Fields.Lists;
using ClientLedger.Messages;

namespace ClientLedger.Fields.Values;

/// <summary>Phone numbers, kept as E.164: a plus sign, the country code and the number, 15 digits at most.</summary>
public static class PhoneNumbers
{
    private const int MostDigits = 15;

    private static readonly Label SomeCountry = new("该国家或地区", "its country");

    /// <summary>
    /// Reads a number in any usual spelling: spaces, hyphens, brackets and full width, with +, 00 or the home country's own
    /// international prefix, with or without the national prefix. Accepted is what libphonenumber's metadata holds to be in
    /// use. Short service numbers, which can't be called from abroad, and extensions are refused.
    /// </summary>
    /// <param name="text">The number as it was written.</param>
    /// <param name="defaultCountry">ISO 3166-1 alpha-2 of the country that a number without country code is of; null when not known.</param>
    /// <param name="e164">The number, such as <c>+8613800138000</c>.</param>
    /// <param name="refusal">Why it can't be taken.</param>
    public static bool TryParse(
        ReadOnlySpan<char> text, string? defaultCountry, [NotNullWhen(true)] out string? e164, [NotNullWhen(false)] out Refusal? refusal)
    {
        Span<char> buffer = stackalloc char[PhoneText.MostDigits];
        refusal = PhoneText.Read(text, buffer, out var count, out var plus);
        if (refusal is not null)
        {
            e164 = null;
            return false;
        }

        var read = buffer[..count];
        if (!plus && defaultCountry == "CN" && PhonePlan.IsChineseMobile(read))
        {
            e164 = $"+86{read}";
            return true;
        }

        MessageCode? code;
        PhonePlan? home;
        (e164, code, home) = Resolve(read.ToString(), plus, PhonePlans.Of(defaultCountry));
        if (e164 is null)
        {
            refusal = Refusal.Of(code!, ("value", ValueMessages.Shown(text)), ("country", CountryOf(home)));
            return false;
        }

        return true;
    }

    /// <summary>
    /// A form for reading: Chinese mobile numbers as 138 0013 8000, all others with country code and spaces (+86 10 6234 5678).
    /// Text that isn't E.164 is returned as it is.
    /// </summary>
    public static string Format(string e164)
    {
        if (e164.Length < 4 || e164[0] != '+' || PhonePlans.At(e164.AsSpan(1)) is not [var plan, ..])
        {
            return e164;
        }

        var national = e164[(1 + plan.CallingCode.Length)..];
        if (plan.CallingCode == "86" && PhonePlan.IsChineseMobile(national))
        {
            return $"{national[..3]} {national[3..7]} {national[7..]}";
        }

        var grouped = plan.Formats.Select(format => format.Group(national)).FirstOrDefault(group => group is not null);
        return $"+{plan.CallingCode} {grouped ?? national}";
    }

    private static Outcome Resolve(string digits, bool plus, PhonePlan? home)
    {
        if (plus)
        {
            return International(digits);
        }

        if (digits.StartsWith("00", StringComparison.Ordinal))
        {
            var abroad = International(digits[2..]);
            return abroad.E164 is null && home is not null && National(home, digits) is { E164: not null } local ? local : abroad;
        }

        if (home is null)
        {
            return new(null, ValueMessages.PhoneNeedsCountry, null);
        }

        var national = National(home, digits);
        if (national.E164 is null && home.WithoutInternationalPrefix(digits) is { } dialled && International(dialled) is { E164: not null } called)
        {
            return called;
        }

        var repeatsOwnCode = national.E164 is null && digits.StartsWith(home.CallingCode, StringComparison.Ordinal);
        return repeatsOwnCode && International(digits) is { E164: not null } own ? own : national;
    }

    private static Outcome International(string digits) => PhonePlans.At(digits) is [var main, ..]
        ? National(main, digits[main.CallingCode.Length..])
        : new(null, ValueMessages.PhoneUnknownCountryCode, null);

    /// <summary>Takes the prefix off by the region's own plan; a number of any region that shares its calling code will do (+1, +44, +7 …).</summary>
    private static Outcome National(PhonePlan plan, string digits)
    {
        var national = plan.WithoutPrefix(digits);
        if (national.Length + plan.CallingCode.Length <= MostDigits)
        {
            foreach (var each in PhonePlans.Sharing(plan))
            {
                if (each.Accepts(national))
                {
                    return new($"+{plan.CallingCode}{national}", null, null);
                }
            }
        }

        var code = national.Length < plan.Shortest ? ValueMessages.PhoneTooShort
            : national.Length > plan.Longest ? ValueMessages.PhoneTooLong
            : ValueMessages.PhoneNotAssigned;
        return new(null, code, plan);
    }

    private static Label CountryOf(PhonePlan? plan) => plan is null ? SomeCountry : Countries.List.Find(plan.Region)?.Label ?? SomeCountry;

    private readonly record struct Outcome(string? E164, MessageCode? Code, PhonePlan? Plan);
}
