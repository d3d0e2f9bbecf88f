using System.Runtime.CompilerServices;
using ClientLedger.GraphQL.Execution.Selecting;

namespace ClientLedger.GraphQL.Execution.Levels;

/// <summary>
/// A place for one value. While its level is resolved it holds what the resolver gave. Once it is complete it holds null, or what a scalar gave out, or an <see cref="Inline"/> and the numbers that it speaks of, or an
/// <see cref="ObjectGroup"/> and the row, or an <see cref="ItemStore"/> and which items.
/// </summary>
internal struct Slot
{
    public object? Value;
    public int Start;
    public int Count;

    /// <summary>The finite number that lies here, when <see cref="Value"/> is <see cref="Inline.Double"/>.</summary>
    public readonly double Double => BitConverter.Int64BitsToDouble(((long)Count << 32) | (uint)Start);

    /// <summary>Keeps what a property holds: numbers and truth values without an object, since most values are of these or text.</summary>
    public void Keep<T>(T value)
    {
        if (typeof(T) == typeof(int))
        {
            KeepInt((int)(object)value!);
        }
        else if (typeof(T) == typeof(bool))
        {
            KeepBoolean((bool)(object)value!);
        }
        else if (typeof(T) == typeof(double))
        {
            KeepDouble((double)(object)value!);
        }
        else if (typeof(T) == typeof(int?) && value is int some)
        {
            KeepInt(some);
        }
        else if (typeof(T) == typeof(bool?) && value is bool truth)
        {
            KeepBoolean(truth);
        }
        else if (typeof(T) == typeof(double?) && value is double number)
        {
            KeepDouble(number);
        }
        else
        {
            Value = value;
        }
    }

    /// <summary>The value as an object, whichever way it lies here.</summary>
    public readonly object? ToObject() => Value switch
    {
        Inline { Kind: InlineKind.Int } => Start,
        Inline { Kind: InlineKind.Boolean } => Start != 0,
        Inline { Kind: InlineKind.Double } => Double,
        var value => value,
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void KeepInt(int value)
    {
        Value = Inline.Int;
        Start = value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void KeepBoolean(bool value)
    {
        Value = Inline.Boolean;
        Start = value ? 1 : 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void KeepDouble(double value)
    {
        if (!double.IsFinite(value))
        {
            // No answer can hold it, which is found out where values are looked at.
            Value = value;
            return;
        }

        var bits = BitConverter.DoubleToInt64Bits(value);
        Value = Inline.Double;
        Start = (int)bits;
        Count = (int)(bits >> 32);
    }
}
