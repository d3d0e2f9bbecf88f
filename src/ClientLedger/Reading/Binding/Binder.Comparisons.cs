using System.Globalization;
using System.Text;
using ClientLedger.Fields;
using ClientLedger.Fields.Lists;
using ClientLedger.Fields.Values;
using ClientLedger.Messages;
using ClientLedger.Storage;
using ClientLedger.Storage.Secrets;

namespace ClientLedger.Reading.Binding;

/// <content>Comparisons of a field with values.</content>
internal sealed partial class Binder
{
    /// <summary>Stands behind every text that begins with a prefix, and in no value: cleaning takes noncharacters out.</summary>
    public const string AfterAll = "\U0010FFFF";

    private BoundComparison Compare(BoundTable table, FieldFilter filter)
    {
        Shape.Add('=').Add((int)filter.Operator);
        var field = Field(table, filter.Field);
        foreach (var value in Given(filter.Values))
        {
            Given(value);
        }

        CheckFits(field.Field, filter);
        CheckCount(field.Field, filter);
        if (filter.Operator == Operator.IsEmpty)
        {
            return new BoundComparison(field, Comparison.Empty, -1);
        }

        if (field.Field.Sensitivity == Sensitivity.Sensitive)
        {
            return CompareSensitive(field, filter);
        }

        return filter.Operator switch
        {
            Operator.In => new BoundComparison(field, Comparison.In, ListSlot(field, [.. filter.Values.Select(value => Parse(field.Field, value))])),
            Operator.Contains or Operator.StartsWith or Operator.EndsWith => ComparePart(field, filter),
            Operator.Under => CompareUnder(field, filter),
            var other => new BoundComparison(field, ComparisonOf(other), ValueSlot(field, Parse(field.Field, filter.Values[0]))),
        };
    }

    private static Comparison ComparisonOf(Operator other) => other switch
    {
        Operator.Equals => Comparison.Equal,
        Operator.Less => Comparison.Less,
        Operator.LessOrEqual => Comparison.LessOrEqual,
        Operator.Greater => Comparison.Greater,
        Operator.GreaterOrEqual => Comparison.GreaterOrEqual,
        _ => throw new ArgumentOutOfRangeException(nameof(other), other, "Unknown operator."),
    };

    /// <summary>
    /// What can be asked of a type: references, choices and yes-or-no have no order, long texts only parts, sensitive values nothing but equality
    /// and the last four characters. The record's own id has the order that ends every list.
    /// </summary>
    internal static void CheckFits(FieldDescriptor field, FieldFilter filter)
    {
        var asked = filter.Operator;
        if (asked == Operator.Under && !(field.List is { } name && ReferenceLists.Find(name) is { } list && list.HasLevels))
        {
            throw Refused(Refusal.Of(ReadMessages.NotAList, ("field", field.Label), ("value", filter.Values is [var first, ..] ? first : null)), filter.Field);
        }

        var isPart = asked is Operator.Contains or Operator.StartsWith or Operator.EndsWith;
        var fits = asked is Operator.IsEmpty or Operator.Under
            || (field.Sensitivity == Sensitivity.Sensitive ? asked is Operator.Equals or Operator.In or Operator.EndsWith
                : field.Type == FieldType.LongText ? isPart
                : asked is Operator.Equals or Operator.In
                || (isPart
                    ? field.Type.IsText() && field.Type != FieldType.Choice
                    : field.Name == SystemFields.Id || field.Type is not (FieldType.Boolean or FieldType.Reference or FieldType.Person or FieldType.Choice)));
        if (!fits)
        {
            throw Refused(Refusal.Of(ReadMessages.OperatorUnfit, ("field", field.Label), ("operator", asked)), filter.Field);
        }
    }

    private void CheckCount(FieldDescriptor field, FieldFilter filter)
    {
        var count = filter.Values.Count;
        if (filter.Operator == Operator.IsEmpty ? count > 0 : filter.Operator == Operator.In ? count == 0 : count != 1)
        {
            throw Refused(
                filter.Operator == Operator.IsEmpty
                    ? Refusal.Of(ReadMessages.ValueUnneeded, ("field", field.Label))
                    : Refusal.Of(ReadMessages.ValueMissing, ("field", field.Label), ("count", 1)),
                filter.Field);
        }

        if (count > limits.Values)
        {
            throw Refused(Refusal.Of(ReadMessages.TooManyValues, ("field", field.Label), ("count", count), ("most", limits.Values)), filter.Field);
        }
    }

    private BoundComparison CompareSensitive(BoundField field, FieldFilter filter)
    {
        switch (filter.Operator)
        {
            case Operator.Equals or Operator.In:
                string[] hashes = [.. filter.Values.Select(value => scope.Secrets.Hash(field.Field.Id, (string)Parse(field.Field, value)))];
                return new BoundComparison(Sealed(field, StoredValues.HashSuffix), Comparison.HashIn, Shape.ListSlot(StoreKind.Text, hashes));
            default:
                var tail = TextCleaning.Line(filter.Values[0]);
                tail = field.Field.Type is FieldType.NationalId or FieldType.BankAccount ? tail.ToUpperInvariant() : tail;
                if (tail.Length != TenantSecrets.TailLength)
                {
                    throw Refused(Refusal.Of(ReadMessages.SensitiveTail, ("field", field.Field.Label)), filter.Field);
                }

                string[] tails = [scope.Secrets.Tail(field.Field.Id, tail)];
                return new BoundComparison(Sealed(field, StoredValues.TailSuffix), Comparison.TailIn, Shape.ListSlot(StoreKind.Text, tails));
        }
    }

    /// <summary>A custom sensitive field keeps its hashes as properties of their own.</summary>
    private BoundField Sealed(BoundField field, string suffix) => field.Field.Custom
        ? field with { NameSlot = Shape.Slot(StoreKind.Text, dialect.CustomProperty(field.Field.Name + suffix)) }
        : field;

    private BoundComparison ComparePart(BoundField field, FieldFilter filter)
    {
        var part = PartOf(field.Field, filter);
        var lower = IsLowered(field.Field);
        return filter.Operator switch
        {
            Operator.StartsWith => new BoundComparison(field, Comparison.Between, PrefixSlot(part), lower),
            Operator.EndsWith => new BoundComparison(field, Comparison.EndsWith, Shape.Slot(StoreKind.Text, part), lower),
            _ => new BoundComparison(field, Comparison.Contains, Shape.Slot(StoreKind.Text, part), lower),
        };
    }

    /// <summary>Upper and lower case make no difference to parts of its values.</summary>
    internal static bool IsLowered(FieldDescriptor field) => field.Type is FieldType.TaxNumber or FieldType.WebAddress or FieldType.Handle;

    /// <summary>Part of a value in the form in which the field is compared: folded text, digits of a phone, plain lower case.</summary>
    /// <exception cref="RefusedException">Nothing is left of it: every value holds that, and a condition that wasn't filled in must not find everything.</exception>
    internal static string PartOf(FieldDescriptor field, FieldFilter filter)
    {
        var part = Comparable(field, filter.Values[0]);
        if (part.Length == 0)
        {
            throw Refused(Refusal.Of(ReadMessages.PartEmpty, ("field", field.Label), ("value", ValueMessages.Shown(filter.Values[0]))), filter.Field);
        }

        return field.Type == FieldType.Phone && filter.Operator == Operator.StartsWith ? "+" + part : part;
    }

    private static string Comparable(FieldDescriptor field, string value)
    {
        if (field.Type.HasFoldedKey())
        {
            return FoldedText.Key(value);
        }

        var cleaned = TextCleaning.Line(value);
        return field.Type == FieldType.Phone
            ? string.Concat(cleaned.Where(char.IsAsciiDigit))
            : string.Create(cleaned.Length, cleaned, static (span, text) =>
            {
                text.CopyTo(span);
                Ascii.ToLowerInPlace(span, out _);
            });
    }

    private BoundComparison CompareUnder(BoundField field, FieldFilter filter)
    {
        var top = (string)Parse(field.Field, filter.Values[0]);
        return new BoundComparison(field, Comparison.In, Shape.ListSlot(StoreKind.Text, CodesUnder.Of(ReferenceLists.Find(field.Field.List!)!, top)));
    }

    private BoundComparison Within(BoundTable table, PeriodFilter filter)
    {
        Shape.Add('p');
        var field = Field(table, filter.Field);
        if (field.Field.Type is not (FieldType.Date or FieldType.Moment))
        {
            throw Refused(Refusal.Of(ReadMessages.NoPeriod, ("field", field.Field.Label)), filter.Field);
        }

        if (filter.Count is < 1 or > Periods.MostUnits || (filter.Anchor == PeriodAnchor.This && filter.Count != 1))
        {
            throw Refused(Refusal.Of(ReadMessages.PeriodOutOfRange, ("count", filter.Count), ("most", Periods.MostUnits)), filter.Field);
        }

        var (from, to) = Periods.DaysOf(filter, Periods.Today(now, scope.Settings.Zone));
        object first = from, end = to;
        if (field.Field.Type == FieldType.Moment)
        {
            (first, end) = (Periods.StartOf(from, scope.Settings.Zone), Periods.StartOf(to, scope.Settings.Zone));
        }

        var slot = ValueSlot(field, first);
        ValueSlot(field, end);
        return new BoundComparison(field, Comparison.Between, slot);
    }

    /// <summary>Two slots for the range of all texts that begin so.</summary>
    private int PrefixSlot(string prefix)
    {
        var slot = Shape.Slot(StoreKind.Text, prefix);
        Shape.Slot(StoreKind.Text, prefix + AfterAll);
        return slot;
    }

    private int ValueSlot(BoundField field, object canonical)
    {
        var kind = field.ByIndex ? IndexKind(field.Field) : field.Kind;
        return Shape.Slot(kind, field.ByIndex ? Indexed(field.Field, canonical) : Stored(field.Field, kind, canonical));
    }

    private int ListSlot(BoundField field, IReadOnlyList<object> canonical)
    {
        var kind = field.ByIndex ? IndexKind(field.Field) : field.Kind;
        var stored = canonical.Select(value => field.ByIndex ? Indexed(field.Field, value) : Stored(field.Field, kind, value)).Distinct();
        return Shape.ListSlot(kind, kind switch
        {
            StoreKind.Int64 => stored.Cast<long>().ToArray(),
            StoreKind.Boolean => stored.Cast<bool>().ToArray(),
            StoreKind.Date => stored.Cast<DateOnly>().ToArray(),
            StoreKind.Moment => stored.Cast<DateTime>().ToArray(),
            _ => stored.Cast<string>().ToArray(),
        });
    }

    /// <summary>What a column of the record is compared with.</summary>
    private static object Stored(FieldDescriptor field, StoreKind kind, object canonical) => canonical switch
    {
        string text when field.Type.HasFoldedKey() => FoldedText.Key(text),
        decimal number => TenThousandths.FromDecimal(number),
        bool flag when kind == StoreKind.Int64 => flag ? 1L : 0L,
        DateOnly date when kind == StoreKind.Text => date.ToString(StoredJson.DateFormat, CultureInfo.InvariantCulture),
        DateTime moment when kind == StoreKind.Text => moment.ToString(StoredJson.MomentFormat, CultureInfo.InvariantCulture),
        _ => canonical,
    };

    /// <summary>What a column of the field index is compared with.</summary>
    private static object Indexed(FieldDescriptor field, object canonical) => canonical switch
    {
        string text when field.Type.HasFoldedKey() => FoldedText.Key(text),
        decimal number => TenThousandths.FromDecimal(number),
        bool flag => flag ? 1L : 0L,
        DateOnly date => (long)date.DayNumber,
        _ => canonical,
    };

    /// <summary>The column of the field index that holds a field.</summary>
    public static StoreKind IndexKind(FieldDescriptor field) => field.Type switch
    {
        FieldType.Moment => StoreKind.Moment,
        FieldType.Boolean or FieldType.Date => StoreKind.Int64,
        var type => type.IsNumber() ? StoreKind.Int64 : StoreKind.Text,
    };

    /// <summary>A single value, read as the field's own values are.</summary>
    private object Parse(FieldDescriptor field, string value)
    {
        if (!FieldParser.TryParseElement(field, Given(value), scope.Schema, scope.Settings, out var canonical, out var refusal))
        {
            throw Refused(refusal, field.Name);
        }

        return canonical ?? throw Refused(Refusal.Of(ReadMessages.ValueMissing, ("field", field.Label), ("count", 1)), field.Name);
    }
}
