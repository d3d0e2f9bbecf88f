namespace ClientLedger.Help.Demo.Company;

/// <summary>Deals a whole number out by weights.</summary>
internal static class Shares
{
    /// <summary>How many of the total each weight gets: rounded, and together exactly the total.</summary>
    public static int[] Of(IReadOnlyList<long> weights, int total)
    {
        var shares = new int[weights.Count];
        var (all, sum, dealt) = (weights.Sum(), 0L, 0);
        for (var i = 0; i < shares.Length; i++)
        {
            sum += weights[i];
            var upTo = (int)(total * sum / all);
            (shares[i], dealt) = (upTo - dealt, upTo);
        }

        return shares;
    }
}
