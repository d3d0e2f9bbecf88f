using System.Globalization;
using ClientLedger.Reading;
using ClientLedger.Reading.Sql;
using ClientLedger.Storage;

namespace ClientLedger.Postgres;

/// <summary>
/// PostgreSQL's SQL. Under row-level security only leakproof operators reach an index: the comparisons of 64-bit numbers, text, dates and
/// moments are, LIKE and everything on numeric and jsonb aren't.
/// </summary>
public sealed class PostgresDialect : SqlDialect
{
    public override Provider Provider => Provider.Postgres;

    public override string LockSuffix => " FOR UPDATE";

    public override string? Lateral => "CROSS JOIN LATERAL";

    public override bool NumbersParameters => true;

    public override bool KeepsTimesAsText => false;

    public override string CountRows => "count(*)";

    public override string IsIn(string expression, string parameter, StoreKind kind) => $"{expression} = ANY(@{parameter})";

    // Such a query is left as it is; others are planned in two ways each.
    public override string RowByRow => " OFFSET 0";

    public override string Rows(string parameter, string alias) => $"unnest(@{parameter}) AS {alias}(\"v\")";

    public override string FirstOf(string parameter) => $"(@{parameter})[1]";

    public override string Contains(string expression, string text) => $"strpos({expression}, {text}) > 0";

    public override string EndsWith(string expression, string text) => $"right({expression}, char_length({text})) = {text}";

    public override string CustomProperty(string name) => name;

    public override string Custom(string column, string property, StoreKind kind) => kind == StoreKind.Int64
        ? $"({column} ->> @{property})::bigint"
        : $"({column} ->> @{property}) COLLATE \"C\"";

    public override string CustomTime(string column, string property, StoreKind kind) => $"({column} ->> @{property})::{(kind == StoreKind.Date ? "date" : "timestamptz")}";

    public override string CustomBoolean(string column, string property) =>
        $"(CASE {column} ->> @{property} WHEN 'true' THEN 1 WHEN 'false' THEN 0 END)::bigint";

    public override string First(int rows) => string.Create(CultureInfo.InvariantCulture, $" LIMIT {rows}");

    public override string Ordered(string expression, bool descending, bool isNullable) => (descending, isNullable) switch
    {
        (false, false) => expression,
        (true, false) => expression + " DESC",
        (false, true) => expression + " NULLS FIRST",
        _ => expression + " DESC NULLS LAST",
    };

    public override string LocalDay(string moment, string zone) => $"(({moment}) AT TIME ZONE @{zone})::date";

    // Of a timestamp without a zone: that of a date would depend on the session's.
    public override string StartOf(string day, PeriodUnit unit) => $"date_trunc('{unit.ToString().ToLowerInvariant()}', ({day})::timestamp)::date";

    public override string ToBase(string amount, string rate)
    {
        // Exact: div cuts toward zero, and what is left decides.
        var product = $"({amount}::numeric * {rate})";
        var whole = $"div({product}, 100000000)";
        var rest = $"(2 * abs({product} - {whole} * 100000000))";
        return $"({whole} + CASE WHEN {rest} > 100000000 OR ({rest} = 100000000 AND mod({whole}, 2) <> 0) THEN sign({product}) ELSE 0 END)";
    }

    public override string Sum(string expression) => $"sum({expression})::bigint";

    public override string CountOf(string expression) => $"count({expression})";
}
