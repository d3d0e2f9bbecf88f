using ClientLedger.Reading.Sql;
using ClientLedger.Storage;

namespace ClientLedger.SqlServer;

/// <summary>SQL Server's SQL: lists are JSON arrays.</summary>
public sealed class SqlServerDialect : SqlDialect
{
    public override Provider Provider => Provider.SqlServer;

    public override string IsIn(string expression, string parameter, StoreKind kind) =>
        $"{expression} IN (SELECT v FROM OPENJSON(@{parameter}) WITH (v {SqlServerArguments.JsonTypeOf(kind)} '$'))";
}
