using System.Globalization;
using ClientLedger.Reading;
using ClientLedger.Reading.Sql;
using ClientLedger.Storage;

namespace ClientLedger.SqlServer;

/// <summary>
/// SQL Server's SQL: lists are JSON arrays, NULL is the smallest value by nature, text is UTF-8 in a binary collation.
/// JSON_VALUE reads up to 4,000 characters, so that a custom field is compared by no more.
/// </summary>
public sealed class SqlServerDialect : SqlDialect
{
    private const string Binary = "COLLATE Latin1_General_100_BIN2_UTF8";

    public override Provider Provider => Provider.SqlServer;

    public override string LockHint => " WITH (UPDLOCK)";

    public override string? Lateral => "CROSS APPLY";

    public override bool KeepsTimesAsText => false;

    public override string CountRows => "COUNT_BIG(*)";

    public override string IsIn(string expression, string parameter, StoreKind kind) => kind switch
    {
        StoreKind.Text => $"{expression} IN (SELECT CAST(\"v\" {Binary} AS varchar(8000)) FROM OPENJSON(@{parameter}) WITH (\"v\" nvarchar(4000) '$'))",
        _ => $"{expression} IN (SELECT \"v\" FROM OPENJSON(@{parameter}) WITH (\"v\" {SqlServerArguments.JsonTypeOf(kind)} '$'))",
    };

    public override string Rows(string parameter, string alias) => $"OPENJSON(@{parameter}) WITH (\"v\" bigint '$') AS {alias}";

    public override string FirstOf(string parameter) => $"CAST(JSON_VALUE(@{parameter}, '$[0]') AS bigint)";

    public override string Contains(string expression, string text) => $"CHARINDEX({text}, {expression}) > 0";

    public override string EndsWith(string expression, string text) => $"RIGHT({expression}, LEN({text})) = {text}";

    public override string CustomProperty(string name) => $"$.\"{name}\"";

    public override string Custom(string column, string property, StoreKind kind) => kind == StoreKind.Int64
        ? $"CAST(JSON_VALUE({column}, @{property}) AS bigint)"
        : $"CAST(JSON_VALUE({column}, @{property}) {Binary} AS varchar(8000))";

    // Style 127: ISO 8601 with the Z of UTC; a date alone fits it too.
    public override string CustomTime(string column, string property, StoreKind kind) =>
        $"CONVERT({(kind == StoreKind.Date ? "date" : "datetime2(3)")}, JSON_VALUE({column}, @{property}), 127)";

    public override string CustomPresence(string column, string property) =>
        $"COALESCE(JSON_QUERY({column}, @{property}), JSON_VALUE({column}, @{property}))";

    public override string CustomBoolean(string column, string property) =>
        $"CAST(CASE JSON_VALUE({column}, @{property}) WHEN 'true' THEN 1 WHEN 'false' THEN 0 END AS bigint)";

    public override string First(int rows) => string.Create(CultureInfo.InvariantCulture, $" OFFSET 0 ROWS FETCH NEXT {rows} ROWS ONLY");

    public override string Any(int rows) => " ORDER BY (SELECT NULL)" + First(rows);

    public override string Ordered(string expression, bool descending, bool isNullable) => descending ? expression + " DESC" : expression;

    public override string ZoneName(TimeZoneInfo zone) => TimeZoneInfo.TryConvertIanaIdToWindowsId(zone.Id, out var windows) ? windows : zone.Id;

    public override string LocalDay(string moment, string zone) => $"CAST(({moment}) AT TIME ZONE 'UTC' AT TIME ZONE @{zone} AS date)";

    // Day 0 is a Monday.
    public override string StartOf(string day, PeriodUnit unit) => unit switch
    {
        PeriodUnit.Week => $"CAST(DATEADD(day, DATEDIFF(day, 0, {day}) / 7 * 7, 0) AS date)",
        PeriodUnit.Day => day,
        _ => $"CAST(DATEADD({unit.ToString().ToLowerInvariant()}, DATEDIFF({unit.ToString().ToLowerInvariant()}, 0, {day}), 0) AS date)",
    };

    public override string ToBase(string amount, string rate)
    {
        // Exact: ROUND with a third argument cuts toward zero, and what is left decides.
        var product = $"(CAST({amount} AS decimal(19, 0)) * CAST({rate} AS decimal(19, 0)))";
        var whole = $"ROUND({product} / 100000000, 0, 1)";
        var rest = $"(2 * ABS({product} - {whole} * 100000000))";
        return $"({whole} + CASE WHEN {rest} > 100000000 OR ({rest} = 100000000 AND {whole} % 2 <> 0) THEN SIGN({product}) ELSE 0 END)";
    }

    public override string Sum(string expression) => $"CAST(SUM({expression}) AS bigint)";

    public override string CountOf(string expression) => $"COUNT_BIG({expression})";
}
