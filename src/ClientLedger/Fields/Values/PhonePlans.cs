using System.Collections.Frozen;

namespace ClientLedger.Fields.Values;

/// <summary>All numbering plans, by region and by calling code.</summary>
internal static class PhonePlans
{
    private static readonly Lazy<PhonePlan[]> All = new(() => [.. EmbeddedTable.Rows("phones.tsv.gz").Select(row => new PhonePlan(row))]);

    private static readonly Lazy<FrozenDictionary<string, PhonePlan>> ByRegion = new(() =>
        All.Value.Where(plan => plan.Region != "001").ToFrozenDictionary(plan => plan.Region, StringComparer.OrdinalIgnoreCase));

    private static readonly Lazy<FrozenDictionary<string, PhonePlan[]>> ByCallingCode = new(() =>
        All.Value.GroupBy(plan => plan.CallingCode).ToFrozenDictionary(group => group.Key, group => group.ToArray()));

    /// <summary>The plan of a country (ISO 3166-1 alpha-2), or null.</summary>
    public static PhonePlan? Of(string? country) => country is null ? null : ByRegion.Value.GetValueOrDefault(country);

    /// <summary>The plans that share a calling code, the main country's first.</summary>
    public static IReadOnlyList<PhonePlan> Sharing(PhonePlan plan) => ByCallingCode.Value[plan.CallingCode];

    /// <summary>The plans of the calling code with which the digits begin, the main country's first; empty when there is no such code.</summary>
    public static IReadOnlyList<PhonePlan> At(ReadOnlySpan<char> digits)
    {
        var codes = ByCallingCode.Value.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = 1; length <= 3 && length <= digits.Length; length++)
        {
            if (codes.TryGetValue(digits[..length], out var plans))
            {
                return plans;
            }
        }

        return [];
    }
}
