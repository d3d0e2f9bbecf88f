using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using ClientLedger.Fields;
using ClientLedger.Messages;

namespace ClientLedger.Writing;

/// <summary>Length, range and pattern of a single canonical value.</summary>
internal static class FieldLimits
{
    private static readonly ConcurrentDictionary<string, Regex> Patterns = new();

    /// <summary>Why the value is beyond what the descriptor allows, or null.</summary>
    public static Refusal? Check(FieldDescriptor field, object? canonical) => canonical switch
    {
        string text => CheckText(field, text),
        string[] several => several.Select(text => CheckText(field, text)).FirstOrDefault(refusal => refusal is not null),
        decimal number => CheckNumber(field, number),
        long number when field.Type == FieldType.Integer => CheckNumber(field, number),
        _ => null,
    };

    private static Refusal? CheckText(FieldDescriptor field, string text)
    {
        if (text.Length > field.MaxLength)
        {
            return Refusal.Of(WriteMessages.TooLong, ("field", field.Label), ("maximum", field.MaxLength), ("length", text.Length));
        }

        // A tenant writes these patterns: matching must stay linear in the text.
        return field.Pattern is { } pattern
            && !Patterns.GetOrAdd(pattern, static p => new Regex($@"^(?:{p})\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)).IsMatch(text)
            ? Refusal.Of(WriteMessages.PatternMismatch, ("field", field.Label), ("value", text), ("example", field.Example))
            : null;
    }

    private static Refusal? CheckNumber(FieldDescriptor field, decimal number)
    {
        if (number < field.Minimum)
        {
            return Refusal.Of(WriteMessages.TooSmall, ("field", field.Label), ("value", number), ("minimum", field.Minimum));
        }

        return number > field.Maximum
            ? Refusal.Of(WriteMessages.TooLarge, ("field", field.Label), ("value", number), ("maximum", field.Maximum))
            : null;
    }
}
