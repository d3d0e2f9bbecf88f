using ClientLedger.Storage;

namespace ClientLedger.Reading.Sql;

/// <summary>The few places where the providers' SQL differs.</summary>
public abstract class SqlDialect
{
    public abstract Provider Provider { get; }
}
