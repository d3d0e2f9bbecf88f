using System.Globalization;
using ClientLedger.Fields;
using ClientLedger.Fields.Lists;
using ClientLedger.Fields.Values;
using ClientLedger.Imports.Files;
using ClientLedger.Messages;
using ClientLedger.Settings;
using ClientLedger.Writing;

namespace ClientLedger.Imports.Mapping;

/// <summary>
/// Makes the canonical value of a field from a cell. The write gate will find it so and let it pass; a line with a value that can't be kept is
/// refused by itself, before its values mix with those of other lines about the same record.
/// </summary>
internal sealed class CellConversion
{
    private readonly FieldDescriptor field;
    private readonly Conversion options;
    private readonly LedgerSchema schema;
    private readonly HashSet<string> emptyWords;
    private readonly int countryColumn;
    private readonly TenantSettings settings;
    private string? lastText;
    private object? lastValue;
    private string? lastCountry;
    private TenantSettings? settingsThere;

    public CellConversion(FieldDescriptor field, Conversion options, ImportPlan plan, IReadOnlyList<string> headings, LedgerSchema schema, TenantSettings settings)
    {
        this.field = field;
        this.options = options;
        this.schema = schema;
        this.settings = settings;
        emptyWords = plan.EmptyWords.ToHashSet(StringComparer.OrdinalIgnoreCase);
        countryColumn = options.CountryColumn is { } column ? headings.ToList().IndexOf(column) : -1;
    }

    /// <summary>The canonical value, null for an empty one; a refusal names the field.</summary>
    public object? Convert(object? cell, FileRow row, out Refusal? refusal)
    {
        refusal = null;
        if (cell is null)
        {
            return null;
        }

        if (cell is string known && countryColumn < 0 && ReferenceEquals(known, lastText))
        {
            return lastValue;
        }

        var value = Read(cell, row, out refusal);
        if (refusal is not null)
        {
            refusal = refusal with { Field = field.Name };
            return null;
        }

        if (cell is string text)
        {
            (lastText, lastValue) = (text, value);
        }

        return value;
    }

    /// <summary>The opposite number of a canonical one.</summary>
    public static object? Negate(object? canonical) => canonical switch
    {
        decimal number => -number,
        long number => -number,
        bool flag => !flag,
        _ => canonical,
    };

    /// <summary>A cell as a number to reckon with; null with a refusal when it isn't one, null without when it is empty.</summary>
    public decimal? NumberOf(object? cell, out Refusal? refusal)
    {
        refusal = null;
        if (CellKinds.TextOf(cell) is not { } text || emptyWords.Contains(text.Trim()))
        {
            return null;
        }

        var isNumber = cell is double number ? TryDecimal(number, out var value) : Amounts.TryParse(Marked(text), out value, out _, out _);
        refusal = isNumber ? null : Refusal.Of(PlanMessages.NotANumber, ("field", field.Label), ("value", ValueMessages.Shown(text))) with { Field = field.Name };
        return isNumber ? value : null;
    }

    private object? Read(object cell, FileRow row, out Refusal? refusal)
    {
        refusal = null;
        if (cell is CellError error)
        {
            refusal = Refusal.Of(PlanMessages.CellHasError, ("field", field.Label), ("error", error.Code));
            return null;
        }

        if (cell is string written && emptyWords.Contains(written.Trim()))
        {
            return null;
        }

        var raw = cell;
        if (options.Values is { } values && CellKinds.TextOf(cell) is { } text && values.TryGetValue(text.Trim(), out var meant))
        {
            raw = meant;
        }
        else
        {
            raw = Prepare(cell, out refusal);
        }

        var there = refusal is null ? SettingsFor(cell, row, out refusal) : settings;
        if (refusal is not null || !FieldParser.TryParse(field, raw, schema, there, out var canonical, out refusal))
        {
            return null;
        }

        canonical = options.Negated ? Negate(canonical) : canonical;
        refusal = FieldLimits.Check(field, canonical);
        return canonical;
    }

    /// <summary>Settles what the options settle; the rest is the field's own parser's.</summary>
    private object? Prepare(object cell, out Refusal? refusal)
    {
        refusal = null;
        switch (field.Type)
        {
            case FieldType.Date or FieldType.Moment when cell is DateTime { TimeOfDay.Ticks: 0 } day && field.Type == FieldType.Date:
                return DateOnly.FromDateTime(day);
            case FieldType.Date or FieldType.Moment:
                return PrepareTime(CellKinds.TextOf(cell)!, out refusal);
            case FieldType.Decimal or FieldType.Money or FieldType.Integer when cell is not bool:
                return PrepareNumber(cell);
            default:
                var text = CellKinds.TextOf(cell)!;
                return field.Several && options.Separator is { Length: > 0 } separator ? text.Replace(separator, ";", StringComparison.Ordinal) : text;
        }
    }

    private object? PrepareTime(string text, out Refusal? refusal)
    {
        refusal = null;
        if (options.DayNumbers is { } system && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
        {
            return field.Type == FieldType.Date
                ? Dates.TryParseSerial(text, system == DaySystem.Since1904, out var day, out refusal) ? day : null
                : Moments.TryParseSerial(text, system == DaySystem.Since1904, settings.Zone, out var moment, out refusal) ? moment : null;
        }

        if (options.Dates is not { } order)
        {
            return text;
        }

        return field.Type == FieldType.Date
            ? Dates.TryParse(text, out var date, out refusal, order) ? date : null
            : Moments.TryParse(text, settings.Zone, out var time, out refusal, order) ? time : null;
    }

    private object PrepareNumber(object cell)
    {
        var text = CellKinds.TextOf(cell)!;
        var isRead = cell is double number ? TryDecimal(number, out var value) : Amounts.TryParse(Marked(text), out value, out _, out var refusal) || Rounds(text, refusal, out value);
        if (!isRead)
        {
            return Marked(text);
        }

        value = options.Places is { } places ? Math.Round(value, Math.Clamp(places, 0, 4), MidpointRounding.ToEven) : value;
        return field.Type == FieldType.Integer && value == decimal.Truncate(value) && Math.Abs(value) <= long.MaxValue ? (long)value : value;
    }

    /// <summary>More places than are kept are no hindrance where the user asked to round.</summary>
    private bool Rounds(string text, Refusal refusal, out decimal value)
    {
        value = 0;
        return options.Places is not null && refusal.Code == ValueMessages.NumberTooPrecise
            && decimal.TryParse(Marked(text), NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>The text with a point before its decimals and no grouping, where the mark is settled.</summary>
    private string Marked(string text) => options.Decimals switch
    {
        DecimalMark.Comma => text.Replace(".", "", StringComparison.Ordinal).Replace(',', '.'),
        DecimalMark.Point => text.Replace(",", "", StringComparison.Ordinal),
        _ => text,
    };

    private static bool TryDecimal(double number, out decimal value)
    {
        var fits = double.IsFinite(number) && Math.Abs(number) < 7.9e27;
        value = fits ? (decimal)number : 0;
        return fits;
    }

    private TenantSettings SettingsFor(object cell, FileRow row, out Refusal? refusal)
    {
        refusal = null;
        if (countryColumn < 0 || CellKinds.TextOf(row[countryColumn]) is not { } country)
        {
            return settings;
        }

        if (settingsThere is null || !ReferenceEquals(country, lastCountry))
        {
            if (!Countries.List.TryResolve(country, out var code, out _))
            {
                refusal = Refusal.Of(PlanMessages.CountryUnknown, ("field", field.Label), ("value", ValueMessages.Shown(country)), ("text", ValueMessages.Shown(CellKinds.TextOf(cell))));
                return settings;
            }

            (lastCountry, settingsThere) = (country, settings with { DefaultCountry = code });
        }

        return settingsThere;
    }
}
