using System.Globalization;

namespace ClientLedger.Help.Demo.Company;

/// <summary>What chance is about; each subject has throws of its own, so that more of one changes nothing of another.</summary>
internal enum Subject
{
    Plan,
    Identity,
    Reach,
    Owner,
    Customer,
    People,
    Agreements,
    Orders,
    Payments,
    Talks,
    Service,
    Work,
    Changes,
    Rates,
}

/// <summary>
/// Chance that always falls the same for the same number and subject (SplitMix64). It throws whole numbers alone, since those are the same on every machine.
/// </summary>
internal sealed class Dice(long number, Subject subject)
{
    private const ulong Golden = 0x9E3779B97F4A7C15UL;

    private ulong state = Mix(Mix(unchecked((ulong)number)) + (ulong)subject);

    /// <summary>0 to one less than the sides.</summary>
    public int Below(int sides) => (int)BelowLong(sides);

    /// <summary>0 to one less than the sides.</summary>
    public long BelowLong(long sides)
    {
        state = unchecked(state + Golden);
        return (long)(Mix(state) % (ulong)sides);
    }

    /// <summary>One of least to most, both included.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    /// <summary>One of least to most as text.</summary>
    public string Number(int least, int most) => Between(least, most).ToString(CultureInfo.InvariantCulture);

    /// <summary>True that often of a hundred times.</summary>
    public bool Happens(int percent) => Below(100) < percent;

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>One of a few that are written out.</summary>
    public T OneOf<T>(params ReadOnlySpan<T> items) => items[Below(items.Length)];

    /// <summary>An item of which the first are more frequent than the last.</summary>
    public T PickEarly<T>(IReadOnlyList<T> items) => items[Math.Min(Below(items.Count), Below(items.Count))];

    public char Pick(string characters) => characters[Below(characters.Length)];

    /// <summary>A character of which the first are more frequent than the last.</summary>
    public char PickEarly(string characters) => characters[Math.Min(Below(characters.Length), Below(characters.Length))];

    /// <summary>An item as often as its weight says.</summary>
    public T Weighted<T>(IReadOnlyList<(T Item, int Weight)> items)
    {
        var rest = Below(items.Sum(item => item.Weight));
        foreach (var (item, weight) in items)
        {
            if (rest < weight)
            {
                return item;
            }

            rest -= weight;
        }

        return items[^1].Item;
    }

    private static ulong Mix(ulong value)
    {
        unchecked
        {
            value += Golden;
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
            return value ^ (value >> 31);
        }
    }
}
