using System.Text;
using ClientLedger.Fields;
using ClientLedger.Fields.Lists;
using ClientLedger.Fields.Values;
using ClientLedger.Messages;
using ClientLedger.Reading.Binding;
using ClientLedger.Storage.Secrets;
using ClientLedger.Tenancy;

namespace ClientLedger.Reading.Past;

/// <summary>Compares canonical values in memory with the values of filters, as the database compares what it stores of them.</summary>
internal sealed class PastComparison(LedgerScope scope, DateTime now)
{
    /// <summary>A value satisfies a filter on its field; of several, one is enough.</summary>
    /// <exception cref="RefusedException">The filter can't be understood.</exception>
    public bool Holds(FieldDescriptor field, object? value, FieldFilter filter)
    {
        Binder.CheckFits(field, filter);
        if (filter.Operator == Operator.IsEmpty)
        {
            return value is null;
        }

        Func<object, bool> satisfies = filter.Operator switch
        {
            Operator.Contains or Operator.StartsWith or Operator.EndsWith when field.Sensitivity != Sensitivity.Sensitive => Part(field, filter),
            Operator.EndsWith => Tail(field, filter.Values[0]),
            Operator.Under => Within(field, filter.Values[0]),
            var other => Compared(other, [.. filter.Values.Select(text => KeyOf(field, Parse(field, text)))], field),
        };
        return value switch
        {
            null => false,
            string[] several => several.Any(satisfies),
            _ => satisfies(value),
        };
    }

    /// <summary>A day or moment lies in a period that is counted from today.</summary>
    public bool Holds(FieldDescriptor field, object? value, PeriodFilter filter)
    {
        if (filter.Count is < 1 or > Periods.MostUnits || (filter.Anchor == PeriodAnchor.This && filter.Count != 1))
        {
            throw new RefusedException(Refusal.Of(ReadMessages.PeriodOutOfRange, ("count", filter.Count), ("most", Periods.MostUnits)));
        }

        var (from, to) = Periods.DaysOf(filter, Periods.Today(now, scope.Settings.Zone));
        return value switch
        {
            DateOnly day => day >= from && day < to,
            DateTime moment => moment >= Periods.StartOf(from, scope.Settings.Zone) && moment < Periods.StartOf(to, scope.Settings.Zone),
            _ => false,
        };
    }

    private static Func<object, bool> Part(FieldDescriptor field, FieldFilter filter)
    {
        var part = Binder.PartOf(field, filter);
        var isLowered = Binder.IsLowered(field);
        return value =>
        {
            var text = field.Type.HasFoldedKey() ? FoldedText.Key((string)value) : isLowered ? Lowered((string)value) : (string)value;
            return filter.Operator switch
            {
                Operator.StartsWith => text.StartsWith(part, StringComparison.Ordinal),
                Operator.EndsWith => text.EndsWith(part, StringComparison.Ordinal),
                _ => text.Contains(part, StringComparison.Ordinal),
            };
        };
    }

    private static string Lowered(string text) => string.Create(text.Length, text, static (span, from) =>
    {
        from.CopyTo(span);
        Ascii.ToLowerInPlace(span, out _);
    });

    private static Func<object, bool> Tail(FieldDescriptor field, string value)
    {
        var tail = TextCleaning.Line(value);
        tail = field.Type is FieldType.NationalId or FieldType.BankAccount ? tail.ToUpperInvariant() : tail;
        return tail.Length == TenantSecrets.TailLength
            ? each => each is string text && (text.Length > TenantSecrets.TailLength ? text[^TenantSecrets.TailLength..] : text) == tail
            : throw new RefusedException(Refusal.Of(ReadMessages.SensitiveTail, ("field", field.Label)));
    }

    private Func<object, bool> Within(FieldDescriptor field, string value)
    {
        var codes = CodesUnder.Of(ReferenceLists.Find(field.List!)!, (string)Parse(field, value));
        return each => codes.Contains((string)each);
    }

    private static Func<object, bool> Compared(Operator comparison, IReadOnlyList<object> keys, FieldDescriptor field) => value =>
    {
        var key = KeyOf(field, value);
        return comparison is Operator.Equals or Operator.In ? keys.Any(key.Equals) : OrderOf(key, keys[0]) is var order && comparison switch
        {
            Operator.Less => order < 0,
            Operator.LessOrEqual => order <= 0,
            Operator.Greater => order > 0,
            _ => order >= 0,
        };
    };

    /// <summary>Texts are in the order of their bytes, as in a binary collation.</summary>
    private static int OrderOf(object left, object right) => (left, right) switch
    {
        (string one, string other) => Encoding.UTF8.GetBytes(one).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(other)),
        _ => ((IComparable)left).CompareTo(right),
    };

    private static object KeyOf(FieldDescriptor field, object canonical) =>
        canonical is string text && field.Type.HasFoldedKey() && field.Sensitivity != Sensitivity.Sensitive ? FoldedText.Key(text) : canonical;

    private object Parse(FieldDescriptor field, string value) =>
        FieldParser.TryParseElement(field, value, scope.Schema, scope.Settings, out var canonical, out var refusal)
            ? canonical ?? throw new RefusedException(Refusal.Of(ReadMessages.ValueMissing, ("field", field.Label), ("count", 1)))
            : throw new RefusedException(refusal);
}
