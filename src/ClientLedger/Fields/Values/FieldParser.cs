using System.Diagnostics.CodeAnalysis;
using ClientLedger.Fields.Lists;
using ClientLedger.Messages;
using ClientLedger.Settings;
using ClientLedger.Shared;
using ClientLedger.Storage;

namespace ClientLedger.Fields.Values;

/// <summary>
/// Makes the canonical value of what was typed, sent or read from a file, by the field's type. Both gates use it, so that a filter finds what
/// the same text would store.
/// </summary>
public static class FieldParser
{
    private static readonly char[] Separators = [';', '；', '\n', '\r', '\u2028', '\u2029'];

    /// <summary>
    /// The canonical value of a whole field: for several values a <c>string[]</c> without doubles, in their order.
    /// </summary>
    /// <param name="raw">Text, several texts, one text with elements apart by semicolons or line breaks, the canonical type itself, or null.</param>
    /// <param name="schema">Knows the prefix of the ids that a reference takes.</param>
    /// <param name="canonical">Null when the value is empty: null, or text of nothing but space.</param>
    public static bool TryParse(
        FieldDescriptor field, object? raw, LedgerSchema schema, TenantSettings settings, out object? canonical, [NotNullWhen(false)] out Refusal? refusal)
    {
        ArgumentNullException.ThrowIfNull(field);
        if (field.Several)
        {
            return TryParseSeveral(field, raw, schema, settings, out canonical, out refusal);
        }

        if (raw is IEnumerable<string> list)
        {
            var texts = list.Take(2).ToList();
            if (texts.Count > 1)
            {
                canonical = null;
                refusal = Refusal.Of(FieldValueMessages.OnlyOne, ("field", field.Label));
                return false;
            }

            raw = texts.FirstOrDefault();
        }

        return TryParseElement(field, raw, schema, settings, out canonical, out refusal);
    }

    /// <summary>The canonical value of one element: of a field of several values, one of them.</summary>
    public static bool TryParseElement(
        FieldDescriptor field, object? raw, LedgerSchema schema, TenantSettings settings, out object? canonical, [NotNullWhen(false)] out Refusal? refusal)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(settings);
        refusal = null;
        canonical = null;
        if (raw is null)
        {
            return true;
        }

        if (raw is string text)
        {
            return string.IsNullOrWhiteSpace(text) || TryParseText(field, text, schema, settings, out canonical, out refusal);
        }

        canonical = AsCanonical(field.Type, raw);
        refusal = canonical is null ? Refusal.Of(FieldValueMessages.KindWrong, ("field", field.Label), ("kind", raw.GetType().Name))
            : canonical is decimal number && decimal.Round(number, TenThousandths.Places) != number ? Refusal.Of(ValueMessages.NumberTooPrecise, ("value", number))
            : canonical is decimal large && Math.Abs(large) > TenThousandths.Most ? Refusal.Of(ValueMessages.NumberOutOfRange, ("value", large), ("most", TenThousandths.Most))
            : null;
        return refusal is null;
    }

    private static bool TryParseSeveral(
        FieldDescriptor field, object? raw, LedgerSchema schema, TenantSettings settings, out object? canonical, [NotNullWhen(false)] out Refusal? refusal)
    {
        canonical = null;
        refusal = null;
        IEnumerable<string> texts = raw switch
        {
            null => [],
            string text => text.Split(Separators),
            IEnumerable<string> list => list,
            _ => [],
        };
        if (raw is not (null or string or IEnumerable<string>))
        {
            refusal = Refusal.Of(FieldValueMessages.KindWrong, ("field", field.Label), ("kind", raw.GetType().Name));
            return false;
        }

        var elements = new List<string>();
        foreach (var text in texts)
        {
            if (!TryParseElement(field, text, schema, settings, out var element, out refusal))
            {
                return false;
            }

            if (element is string kept && !elements.Contains(kept))
            {
                elements.Add(kept);
            }
        }

        canonical = elements.Count == 0 ? null : elements.ToArray();
        return true;
    }

    private static bool TryParseText(
        FieldDescriptor field, string text, LedgerSchema schema, TenantSettings settings, out object? canonical, [NotNullWhen(false)] out Refusal? refusal)
    {
        refusal = null;
        switch (field.Type)
        {
            case FieldType.Text:
                canonical = NullIfEmpty(TextCleaning.Line(text));
                return true;
            case FieldType.LongText:
                canonical = NullIfEmpty(TextCleaning.Block(text));
                return true;
            case FieldType.Integer:
                return Kept(Numbers.TryParseInteger(text, out var whole, out refusal), whole, out canonical);
            case FieldType.Decimal:
                return Kept(Numbers.TryParse(text, out var number, out refusal), number, out canonical);
            case FieldType.Money:
                return Kept(Amounts.TryParse(text, out var amount, out _, out refusal), amount, out canonical);
            case FieldType.Boolean:
                return TryParseBoolean(text, out canonical, out refusal);
            case FieldType.Date:
                return Kept(Dates.TryParse(text, out var date, out refusal), date, out canonical);
            case FieldType.Moment:
                return Kept(Moments.TryParse(text, settings.Zone, out var moment, out refusal), moment, out canonical);
            case FieldType.Choice:
                return TryParseChoice(field, text, out canonical, out refusal);
            case FieldType.Reference:
                var prefix = PrefixOf(field, schema);
                var unreadable = field.Name == SystemFields.Id
                    ? Refusal.Of(FieldValueMessages.IdUnreadable, ("value", ValueMessages.Shown(text)), ("prefix", prefix + "_"))
                    : Refusal.Of(FieldValueMessages.ReferenceUnreadable, ("value", ValueMessages.Shown(text)), ("field", field.Label));
                return TryParseId(text, prefix, unreadable, out canonical, out refusal);
            case FieldType.Person:
                // A program stands where a person does, under the number of its key.
                var prefixOfPerson = text.AsSpan().TrimStart().StartsWith(RecordIds.Key, StringComparison.Ordinal) ? RecordIds.Key : RecordIds.Account;
                return TryParseId(text, prefixOfPerson, Refusal.Of(FieldValueMessages.PersonUnreadable, ("value", ValueMessages.Shown(text))), out canonical, out refusal);
            case FieldType.Phone:
                return Kept(PhoneNumbers.TryParse(text, settings.DefaultCountry, out var phone, out refusal), phone, out canonical);
            case FieldType.Email:
                return Kept(EmailAddresses.TryParse(text, out var email, out refusal), email, out canonical);
            case FieldType.WebAddress:
                return Kept(WebAddresses.TryParse(text, out var address, out refusal), address, out canonical);
            case FieldType.Handle:
                return Kept(SocialHandles.TryParse(text, out var handle, out refusal), handle, out canonical);
            case FieldType.TaxNumber:
                return Kept(TaxNumbers.TryParse(text, settings.DefaultCountry, out var tax, out refusal), tax, out canonical);
            case FieldType.NationalId:
                return Kept(NationalIds.TryParse(text, settings.DefaultCountry, out var person, out refusal), person, out canonical);
            case FieldType.BankAccount:
                return Kept(BankAccounts.TryParse(text, out var account, out refusal), account, out canonical);
            default:
                throw new ArgumentOutOfRangeException(nameof(field), field.Type, "Unknown type of field.");
        }
    }

    /// <summary>A value that was sent in its own type; null when it is of another.</summary>
    private static object? AsCanonical(FieldType type, object raw) => (type, raw) switch
    {
        (FieldType.Integer or FieldType.Reference or FieldType.Person, long) => raw,
        (FieldType.Integer or FieldType.Reference or FieldType.Person, int number) => (long)number,
        (FieldType.Decimal or FieldType.Money, decimal) => raw,
        (FieldType.Decimal or FieldType.Money, long number) => (decimal)number,
        (FieldType.Decimal or FieldType.Money, int number) => (decimal)number,
        (FieldType.Boolean, bool) => raw,
        (FieldType.Date, DateOnly) => raw,
        (FieldType.Moment, DateTime { Kind: DateTimeKind.Utc } moment) => moment.AddTicks(-(moment.Ticks % TimeSpan.TicksPerMillisecond)),
        (FieldType.Moment, DateTimeOffset moment) => AsCanonical(type, moment.UtcDateTime),
        _ => null,
    };

    private static bool TryParseBoolean(string text, out object? canonical, [NotNullWhen(false)] out Refusal? refusal)
    {
        canonical = FoldedText.Plain(text) switch
        {
            "true" or "yes" or "y" or "1" or "是" or "有" or "对" or "√" or "✓" => true,
            "false" or "no" or "n" or "0" or "否" or "无" or "不" or "×" or "✗" => false,
            _ => null,
        };
        refusal = canonical is null ? Refusal.Of(FieldValueMessages.BooleanUnreadable, ("value", ValueMessages.Shown(text))) : null;
        return refusal is null;
    }

    private static bool TryParseChoice(FieldDescriptor field, string text, out object? canonical, [NotNullWhen(false)] out Refusal? refusal)
    {
        var cleaned = TextCleaning.Line(text);
        if (field.List is null || ReferenceLists.Find(field.List) is not { } list)
        {
            (canonical, refusal) = (cleaned, null);
            return true;
        }

        var read = list.TryResolve(cleaned, out var code, out refusal);
        canonical = code;
        return read;
    }

    private static bool TryParseId(string text, string? prefix, Refusal refused, out object? canonical, [NotNullWhen(false)] out Refusal? refusal)
    {
        var read = prefix is not null & RecordIds.TryParse(text.AsSpan().Trim(), prefix ?? "", out var id);
        (canonical, refusal) = (read ? id : null, read ? null : refused);
        return read;
    }

    /// <summary>The prefix of a reference's ids; the field <c>id</c> names its own entity by the thousands of its number.</summary>
    private static string? PrefixOf(FieldDescriptor field, LedgerSchema schema) => field.Target is { } target
        ? schema.Find(target)?.IdPrefix
        : schema.Entities.FirstOrDefault(entity => entity.Id == field.Id / 1000)?.IdPrefix;

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    private static bool Kept<T>(bool read, T value, out object? canonical)
    {
        canonical = read ? value : null;
        return read;
    }
}
