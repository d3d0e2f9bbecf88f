namespace ClientLedger.GraphQL.Validation.Rules.Merging;

/// <summary>Two fields that can't stand under one response key.</summary>
/// <param name="ResponseKey">The key.</param>
/// <param name="Reason">Why not.</param>
/// <param name="Places">Where the one stands, and what conflicts below it.</param>
/// <param name="OtherPlaces">Where the other one stands, and what conflicts below it.</param>
internal sealed record Conflict(string ResponseKey, string Reason, int[] Places, int[] OtherPlaces)
{
    private const int LongestDetail = 1_000;
    private const int MostPlaces = 20;

    /// <summary>Each conflict below two fields takes up a place and some of the text about them: more than these aren't told.</summary>
    public const int MostTold = 30;

    /// <summary>A conflict because of conflicts below two fields, or null when there are none.</summary>
    public static Conflict? Of(string responseKey, int place, int otherPlace, List<Conflict> below)
    {
        if (below.Count == 0)
        {
            return null;
        }

        var reason = "";
        foreach (var conflict in below)
        {
            reason += $"{(reason.Length == 0 ? "" : " and ")}subfields \"{Short(conflict.ResponseKey)}\" conflict because {conflict.Reason}";
            if (reason.Length > LongestDetail)
            {
                break;
            }
        }

        return new Conflict(
            responseKey,
            Short(reason),
            PlacesOf(place, below.Select(conflict => conflict.Places)),
            PlacesOf(otherPlace, below.Select(conflict => conflict.OtherPlaces)));
    }

    /// <summary>A text, cut short.</summary>
    public static string Short(string text) => text.Length > LongestDetail ? text[..LongestDetail] + "..." : text;

    private static int[] PlacesOf(int place, IEnumerable<int[]> below)
    {
        var places = new List<int> { place };
        foreach (var more in below)
        {
            places.AddRange(more.TakeLast(MostPlaces - places.Count));
            if (places.Count == MostPlaces)
            {
                break;
            }
        }

        return [.. places];
    }
}
