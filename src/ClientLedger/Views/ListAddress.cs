using System.Globalization;
using ClientLedger.Reading;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Primitives;
using SortKey = ClientLedger.Reading.SortKey;

namespace ClientLedger.Views;

/// <summary>
/// What a list shows, as its address says it: so that a list can be kept as a bookmark, sent to somebody, and gone back to. A condition is one value
/// each of <c>j</c> (and, or), <c>f</c> (field), <c>o</c> (comparison) and <c>v</c> (value), in the order of the form.
/// </summary>
internal sealed record ListAddress
{
    private const string SearchKey = "q", JointKey = "j", FieldKey = "f", ComparisonKey = "o", ValueKey = "v", SortKeyName = "sort";
    private const string AfterKey = "after", BeforeKey = "before", SizeKey = "size", TotalsKey = "totals", DeletedKey = "deleted";
    private const string Or = "or", Set = "1";
    private const int MostConditions = 20;

    /// <summary>Rows of a page that can be chosen.</summary>
    public static readonly IReadOnlyList<int> Sizes = [25, 50, 100];

    public string Search { get; init; } = "";

    public IReadOnlyList<Condition> Conditions { get; init; } = [];

    public IReadOnlyList<SortKey> Sort { get; init; } = [];

    public string? After { get; init; }

    public string? Before { get; init; }

    public int Size { get; init; } = Sizes[1];

    /// <summary>Count and sums are asked for; they read every record that fits.</summary>
    public bool Totals { get; init; }

    /// <summary>Deleted records instead of live ones; they aren't searched, only filtered.</summary>
    public bool Deleted { get; init; }

    /// <summary>Something narrows the list down.</summary>
    public bool IsNarrowed => Search.Length > 0 || Conditions.Count > 0;

    /// <summary>Reads an address; what is nonsense in it counts as not said.</summary>
    public static ListAddress Read(IQueryCollection query) => new()
    {
        Search = IsSet(query, DeletedKey) ? "" : query[SearchKey].ToString().Trim(),
        Conditions = [.. ReadConditions(query)],
        Sort = [.. query[SortKeyName].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Take(LedgerQuery.MostSortKeys)
            .Select(key => key.StartsWith('-') ? new SortKey(key[1..], Descending: true) : new SortKey(key))],
        After = NullIfEmpty(query[AfterKey]),
        Before = NullIfEmpty(query[BeforeKey]),
        Size = int.TryParse(query[SizeKey], NumberStyles.None, CultureInfo.InvariantCulture, out var size) && Sizes.Contains(size) ? size : Sizes[1],
        Totals = IsSet(query, TotalsKey),
        Deleted = IsSet(query, DeletedKey),
    };

    /// <summary>The part of the address after the path; empty for the list as it comes.</summary>
    public string ToQuery()
    {
        var query = new QueryBuilder();
        Add(query, SearchKey, Search);
        foreach (var condition in Conditions)
        {
            query.Add(JointKey, condition.IsAlternative ? Or : "and");
            query.Add(FieldKey, condition.Field);
            query.Add(ComparisonKey, condition.Comparison);
            query.Add(ValueKey, condition.Value);
        }

        Add(query, SortKeyName, string.Join(',', Sort.Select(key => (key.Descending ? "-" : "") + key.Field)));
        Add(query, AfterKey, After);
        Add(query, BeforeKey, Before);
        Add(query, SizeKey, Size == Sizes[1] ? null : Size.ToString(CultureInfo.InvariantCulture));
        Add(query, TotalsKey, Totals ? Set : null);
        Add(query, DeletedKey, Deleted ? Set : null);
        return query.ToQueryString().Value!;
    }

    /// <summary>The first page of the same list.</summary>
    public ListAddress FirstPage() => this with { After = null, Before = null };

    /// <summary>The field becomes the first key of the order, or turns round where it is; those before it decide where it leaves a tie.</summary>
    public ListAddress SortedBy(string field)
    {
        var turned = Sort is [var first, ..] && first.Field == field && !first.Descending;
        return FirstPage() with { Sort = [new SortKey(field, turned), .. Sort.Where(key => key.Field != field).Take(LedgerQuery.MostSortKeys - 1)] };
    }

    /// <summary>Without the condition at a place.</summary>
    public ListAddress Without(int condition)
    {
        var left = Conditions.Where((_, at) => at != condition).ToList();
        return FirstPage() with { Conditions = left is [{ IsAlternative: true } first, .. var others] ? [first with { IsAlternative = false }, .. others] : left };
    }

    private static IEnumerable<Condition> ReadConditions(IQueryCollection query)
    {
        var (joints, fields, comparisons, values) = (query[JointKey], query[FieldKey], query[ComparisonKey], query[ValueKey]);
        for (var i = 0; i < Math.Min(fields.Count, MostConditions); i++)
        {
            if (fields[i] is { Length: > 0 } field)
            {
                yield return new Condition(At(joints, i) == Or, field, At(comparisons, i), At(values, i));
            }
        }
    }

    private static bool IsSet(IQueryCollection query, string key) => query[key] == Set;

    private static string At(StringValues values, int place) => place < values.Count ? values[place] ?? "" : "";

    private static string? NullIfEmpty(StringValues value) => value.ToString() is { Length: > 0 } text ? text : null;

    private static void Add(QueryBuilder query, string key, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            query.Add(key, value);
        }
    }
}
