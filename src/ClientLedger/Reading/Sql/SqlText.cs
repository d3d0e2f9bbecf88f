using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ClientLedger.Reading.Binding;
using ClientLedger.Storage;

namespace ClientLedger.Reading.Sql;

/// <summary>The text of one statement while it is written, and which slots it takes.</summary>
internal sealed partial class SqlText(SqlDialect dialect, LedgerTables tables)
{
    private readonly StringBuilder text = new();
    private readonly List<int> slots = [];
    private int aliases;

    public SqlDialect Dialect { get; } = dialect;

    public LedgerTables Tables { get; } = tables;

    /// <summary>How many rows have the values decides which way to them is fast.</summary>
    public bool DependsOnValues { get; set; }

    /// <summary>Rows are found by their ids or by their parents'.</summary>
    public bool IsByKeys { get; set; }

    private PlanChoice Plan => DependsOnValues ? PlanChoice.ForValues : IsByKeys ? PlanChoice.ForAll : PlanChoice.Usual;

    public SqlText Add(string part)
    {
        text.Append(part);
        return this;
    }

    /// <summary>A name for one more table of the statement.</summary>
    public string NewAlias() => string.Create(CultureInfo.InvariantCulture, $"t{aliases++}");

    /// <summary>The name of a slot's parameter, without a prefix character.</summary>
    public string Name(int slot)
    {
        if (!slots.Contains(slot))
        {
            slots.Add(slot);
        }

        return Shape.NameOf(slot);
    }

    /// <summary>A slot's parameter.</summary>
    public string Parameter(int slot) => "@" + Name(slot);

    /// <summary>The tenant condition, which stands in every table reference.</summary>
    public string IsTenant(string alias, StoreColumn tenantId) => $"{alias}.{SqlDialect.Quote(tenantId.Name)} = {Parameter(Binder.TenantSlot)}";

    /// <summary>
    /// The columns of a table that texts speak of, for the list of a subquery that these texts stand around. Rows that are sorted carry no others: all
    /// columns of an entity make them several times as wide. Names that a statement itself gives (<c>k0</c>) begin with a small letter.
    /// </summary>
    public static string ColumnsOf(string alias, params IEnumerable<string> texts)
    {
        // One expression for all names: to make another for each statement took longer than everything else that is written of it.
        var its = $"{alias}.";
        var columns = texts.SelectMany(text => Column().Matches(text)).Select(match => match.Value).Where(column => column.StartsWith(its, StringComparison.Ordinal));
        return string.Join(", ", columns.Distinct(StringComparer.Ordinal));
    }

    /// <summary>What a piece of writing adds, as a text of its own.</summary>
    public string Part(Action write)
    {
        var start = text.Length;
        write();
        var part = text.ToString(start, text.Length - start);
        text.Length = start;
        return part;
    }

    public PlannedStatement ToStatement()
    {
        var written = text.ToString();
        return Dialect.NumbersParameters
            ? new(NamedParameter().Replace(written, name => string.Create(CultureInfo.InvariantCulture, $"${slots.FindIndex(slot => Shape.NameOf(slot) == name.Groups["name"].Value) + 1}")), [.. slots], Plan, IsNumbered: true)
            : new(written, [.. slots], Plan);
    }

    [GeneratedRegex("\\bt[0-9]+\\.\"[A-Z][^\"]*\"", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Column();

    [GeneratedRegex("@(?<name>p[0-9]+)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex NamedParameter();
}

/// <summary>A statement of a plan.</summary>
/// <param name="Slots">The slots whose values it takes, in the order of their numbers.</param>
internal sealed record PlannedStatement(string Text, IReadOnlyList<int> Slots, PlanChoice Plan, bool IsNumbered = false)
{
    /// <summary>The statement with the values of one query.</summary>
    public SqlStatement With(Shape shape)
    {
        var arguments = new SqlArgument[Slots.Count];
        for (var i = 0; i < arguments.Length; i++)
        {
            arguments[i] = shape[Slots[i]];
        }

        return new SqlStatement(Text, arguments) { Plan = Plan, IsNumbered = IsNumbered };
    }
}
