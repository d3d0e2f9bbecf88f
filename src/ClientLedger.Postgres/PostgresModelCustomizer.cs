using ClientLedger.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace ClientLedger.Postgres;

/// <summary>PostgreSQL's columns: text is compared by code point, NULL stands first in an index as it does in every order of ours.</summary>
internal sealed class PostgresModelCustomizer(ModelCustomizerDependencies dependencies) : LedgerModelCustomizer(dependencies)
{
    protected override string Quote(string column) => $"\"{column}\"";

    protected override void SetColumn(IMutableProperty property, StoreKind kind)
    {
        property.SetColumnType(kind switch
        {
            StoreKind.Int32 => "integer",
            StoreKind.Int64 => "bigint",
            StoreKind.Boolean => "boolean",
            StoreKind.Date => "date",
            StoreKind.Moment => "timestamp with time zone",
            StoreKind.Bytes => "bytea",
            StoreKind.Json => "jsonb",
            _ => "text",
        });
        if (kind == StoreKind.Text)
        {
            property.SetCollation("C");
        }
    }

    /// <summary>Empty values come first in rising order and last in falling: in a column that has none, as PostgreSQL has it by itself.</summary>
    protected override void SetIndex(IMutableIndex index)
    {
        if (!index.IsUnique && index.Properties.Any(property => property.IsNullable))
        {
            index.SetNullSortOrder(index.Properties.Select((property, place) => property.IsNullable != IsDescending(index, place) ? NullSortOrder.NullsFirst : NullSortOrder.NullsLast).ToArray());
        }
    }

    private static bool IsDescending(IMutableIndex index, int place) => index.IsDescending is { } descending && (descending.Count == 0 || descending[place]);
}
