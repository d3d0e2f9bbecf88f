using System.Data;
using System.Data.Common;
using ClientLedger.Storage;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ClientLedger.SqlServer;

/// <summary>Names the tenant to the security policies. The setting is the session's, can't be changed in it, and goes when the pool resets the connection.</summary>
internal static class SqlServerTenant
{
    public static async Task SetAsync(SqlConnection connection, int tenantId, CancellationToken cancellationToken)
    {
        await using var command = CommandOf(connection, tenantId);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static SqlCommand CommandOf(SqlConnection connection, int tenantId) =>
        new($"EXEC sp_set_session_context @key = N'{TenantFence.Setting}', @value = @tenant, @read_only = 1", connection)
        {
            Parameters = { new SqlParameter("@tenant", SqlDbType.Int) { Value = tenantId } },
        };

    /// <summary>Sets the tenant of a ledger context on each connection that it opens.</summary>
    internal sealed class OnOpening : DbConnectionInterceptor
    {
        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = CommandOf((SqlConnection)connection, ((LedgerContext)eventData.Context!).TenantId);
            command.ExecuteNonQuery();
        }

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default) =>
            SetAsync((SqlConnection)connection, ((LedgerContext)eventData.Context!).TenantId, cancellationToken);
    }
}
