namespace ClientLedger.Benchmarks.Data;

/// <summary>Chance for one customer: the same number always throws the same (SplitMix64).</summary>
internal struct Dice(long number)
{
    private ulong state = unchecked((ulong)number * 0x9E3779B97F4A7C15UL);

    /// <summary>0 to one less than the sides.</summary>
    public int Throw(int sides)
    {
        unchecked
        {
            var mixed = state += 0x9E3779B97F4A7C15UL;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
            return (int)((mixed ^ (mixed >> 31)) % (ulong)sides);
        }
    }

    public T Pick<T>(IReadOnlyList<T> items) => items[Throw(items.Count)];

    public char Pick(string characters) => characters[Throw(characters.Length)];

    /// <summary>An item of which the first are much more frequent than the last.</summary>
    public char PickEarly(string characters) => characters[Math.Min(Throw(characters.Length), Throw(characters.Length))];
}
