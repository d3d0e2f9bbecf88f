using ClientLedger.Storage;
using Npgsql;
using NpgsqlTypes;

namespace ClientLedger.Postgres;

/// <summary>Values on their way into parameters: a list is an array.</summary>
internal static class PostgresArguments
{
    /// <param name="isNumbered">It is known by its place among the others.</param>
    public static NpgsqlParameter ParameterOf(SqlArgument argument, bool isNumbered) => new(isNumbered ? null : argument.Name, argument.Value ?? DBNull.Value)
    {
        NpgsqlDbType = argument.IsList ? NpgsqlDbType.Array | TypeOf(argument.Kind) : TypeOf(argument.Kind),
    };

    public static NpgsqlDbType TypeOf(StoreKind kind) => kind switch
    {
        StoreKind.Int32 => NpgsqlDbType.Integer,
        StoreKind.Int64 => NpgsqlDbType.Bigint,
        StoreKind.Text => NpgsqlDbType.Text,
        StoreKind.Bytes => NpgsqlDbType.Bytea,
        StoreKind.Boolean => NpgsqlDbType.Boolean,
        StoreKind.Date => NpgsqlDbType.Date,
        StoreKind.Moment => NpgsqlDbType.TimestampTz,
        StoreKind.Json => NpgsqlDbType.Jsonb,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown store kind."),
    };
}
