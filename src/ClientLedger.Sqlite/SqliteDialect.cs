using System.Globalization;
using ClientLedger.Reading;
using ClientLedger.Reading.Sql;
using ClientLedger.Storage;

namespace ClientLedger.Sqlite;

/// <summary>SQLite's SQL: lists are JSON arrays, NULL is the smallest value by nature, text compares by its bytes.</summary>
public sealed class SqliteDialect : SqlDialect
{
    public override Provider Provider => Provider.Sqlite;

    public override string? Lateral => null;

    public override bool KeepsTimesAsText => true;

    public override string CountRows => "count(*)";

    public override string IsIn(string expression, string parameter, StoreKind kind) => $"{expression} IN (SELECT value FROM json_each(@{parameter}))";

    // https://www.sqlite.org/optoverview.html: a plus sign keeps a term from being used by an index. Values of a list would be looked up one after the other, out of order.
    public override string AsIs(string column) => "+" + column;

    // Found once and kept. As a condition on each record SQLite, which knows nothing of how values are spread, reads all rows of the field for each.
    public override string IsAmong(string id, string found, string source, string condition, bool negated) =>
        $"{id} {(negated ? "NOT IN" : "IN")} (SELECT {found} FROM {source} WHERE {condition})";

    public override string Rows(string parameter, string alias) => $"(SELECT value AS \"v\" FROM json_each(@{parameter})) AS {alias}";

    public override string FirstOf(string parameter) => $"json_extract(@{parameter}, '$[0]')";

    public override string Contains(string expression, string text) => $"instr({expression}, {text}) > 0";

    public override string EndsWith(string expression, string text) => $"substr({expression}, -length({text})) = {text}";

    public override string CustomProperty(string name) => $"$.\"{name}\"";

    public override string Custom(string column, string property, StoreKind kind) => $"json_extract({column}, @{property})";

    public override string CustomBoolean(string column, string property) => $"json_extract({column}, @{property})";

    public override string First(int rows) => string.Create(CultureInfo.InvariantCulture, $" LIMIT {rows}");

    public override string Ordered(string expression, bool descending, bool isNullable) => descending ? expression + " DESC" : expression;

    public override string LocalDay(string moment, string zone) => $"{SqliteFunctions.Day}({moment}, @{zone})";

    public override string StartOf(string day, PeriodUnit unit) => unit switch
    {
        PeriodUnit.Week => $"date({day}, 'weekday 0', '-6 days')",
        PeriodUnit.Month => $"date({day}, 'start of month')",
        PeriodUnit.Quarter => $"date({day}, 'start of month', '-' || ((CAST(strftime('%m', {day}) AS INTEGER) + 2) % 3) || ' months')",
        PeriodUnit.Year => $"date({day}, 'start of year')",
        _ => day,
    };

    public override string ToBase(string amount, string rate) => $"{SqliteFunctions.Base}({amount}, {rate})";

    public override string Sum(string expression) => $"sum({expression})";

    public override string CountOf(string expression) => $"count({expression})";
}
