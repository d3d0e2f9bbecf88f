namespace ClientLedger.GraphQL.Errors;

/// <summary>Orders names as people do: numbers within them by their value.</summary>
internal sealed class NaturalOrder : IComparer<string>
{
    public static NaturalOrder Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        var (one, other) = (x ?? "", y ?? "");
        var (at, otherAt) = (0, 0);
        while (at < one.Length && otherAt < other.Length)
        {
            int order;
            if (char.IsAsciiDigit(one[at]) && char.IsAsciiDigit(other[otherAt]))
            {
                order = NumberAt(one, ref at).CompareTo(NumberAt(other, ref otherAt));
            }
            else
            {
                order = one[at++].CompareTo(other[otherAt++]);
            }

            if (order != 0)
            {
                return order;
            }
        }

        return one.Length - other.Length;
    }

    /// <summary>The number at a place; a leading zero stands for itself.</summary>
    private static double NumberAt(string text, ref int at)
    {
        var number = 0.0;
        do
        {
            number = (number * 10) + (text[at++] - '0');
        }
        while (at < text.Length && char.IsAsciiDigit(text[at]) && number > 0);
        return number;
    }
}
