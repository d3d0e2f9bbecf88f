using ClientLedger.Storage;

namespace ClientLedger.Reading.Sql;

/// <summary>The few places where the providers' SQL differs.</summary>
public abstract class SqlDialect
{
    public abstract Provider Provider { get; }

    /// <summary>A condition that an expression equals an element of the list parameter of that name.</summary>
    public abstract string IsIn(string expression, string parameter, StoreKind kind);

    /// <summary>A quoted name; the double quote is every provider's.</summary>
    public static string Quote(string name) => $"\"{name}\"";
}
