namespace ClientLedger.TestKit.Generators;

/// <summary>Choices that a seed decides.</summary>
public sealed class Chance(int seed)
{
    private readonly Random random = new(seed);

    /// <summary>True in so many of a hundred cases.</summary>
    public bool In(int percent) => random.Next(100) < percent;

    /// <summary>A number from the smallest to the largest, both included.</summary>
    public int Between(int smallest, int largest) => random.Next(smallest, largest + 1);

    public T Pick<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];

    /// <summary>Some of the items, in an order of chance; all when there are fewer.</summary>
    public List<T> Some<T>(IEnumerable<T> items, int count)
    {
        var shuffled = items.ToArray();
        random.Shuffle(shuffled);
        return [.. shuffled.Take(count)];
    }
}
