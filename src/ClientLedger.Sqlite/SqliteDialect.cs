using ClientLedger.Reading.Sql;
using ClientLedger.Storage;

namespace ClientLedger.Sqlite;

/// <summary>SQLite's SQL: lists are JSON arrays.</summary>
public sealed class SqliteDialect : SqlDialect
{
    public override Provider Provider => Provider.Sqlite;

    public override string IsIn(string expression, string parameter, StoreKind kind) => $"{expression} IN (SELECT value FROM json_each(@{parameter}))";
}
