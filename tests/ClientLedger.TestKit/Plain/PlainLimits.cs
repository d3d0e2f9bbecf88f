using System.Text.RegularExpressions;
using ClientLedger.Fields;

namespace ClientLedger.TestKit.Plain;

/// <summary>What a descriptor says about a field's values.</summary>
public static class PlainLimits
{
    /// <summary>Why a value is refused by itself, or null.</summary>
    public static string? Refuse(FieldDescriptor field, object? value)
    {
        return value switch
        {
            string[] several => several.Select(element => Refuse(field, element)).FirstOrDefault(code => code is not null),
            string text when text.Length > field.MaxLength => "write.tooLong",
            string text when field.Pattern is not null && !Regex.IsMatch(text, $"^(?:{field.Pattern})\\z", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)) => "write.patternMismatch",
            long or decimal when PlainValues.Number(value) < field.Minimum => "write.tooSmall",
            long or decimal when PlainValues.Number(value) > field.Maximum => "write.tooLarge",
            _ => null,
        };
    }

    /// <summary>Another live record has the value of a unique field.</summary>
    public static bool IsTaken(PlainLedger ledger, PlainRecord record, FieldDescriptor field, object? value) =>
        field is { Unique: true } && value is not null
        && ledger.Of(record.Tenant, record.Entity).Any(other =>
            other.IsLive && other.Id != record.Id && other[field.Name] is { } its && PlainValues.Compare(field.Type, its, value) == 0);
}
