using ClientLedger.Reading.Sql;
using ClientLedger.Storage;

namespace ClientLedger.Postgres;

/// <summary>PostgreSQL's SQL: lists are arrays.</summary>
public sealed class PostgresDialect : SqlDialect
{
    public override Provider Provider => Provider.Postgres;

    public override string IsIn(string expression, string parameter, StoreKind kind) => $"{expression} = ANY(@{parameter})";
}
