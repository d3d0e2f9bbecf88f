using System.Data.Common;
using System.Globalization;
using ClientLedger.Storage;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace ClientLedger.Postgres;

/// <summary>Names the tenant to row-level security.</summary>
internal static class PostgresTenant
{
    /// <summary>Until the end of the transaction, which for a batch of statements is the batch.</summary>
    private const string ForTransaction = $"SELECT set_config('{TenantFence.Setting}', $1, true)";

    /// <summary>Likewise, and plans are made for the values. By itself PostgreSQL settles for a plan for all values after a few calls if it seems cheap, and it seems so when most values are rare.</summary>
    private const string ForTransactionAndValues = ForTransaction + ", set_config('plan_cache_mode', 'force_custom_plan', true)";

    /// <summary>
    /// Likewise, and one plan serves all values. By itself PostgreSQL makes one anew as long as that seems cheaper, and it seems so when fewer ids are given
    /// than it takes lists to have.
    /// </summary>
    private const string ForTransactionAndAll = ForTransaction + ", set_config('plan_cache_mode', 'force_generic_plan', true)";

    /// <summary>Likewise, after a statement that was planned otherwise.</summary>
    private const string ForTransactionAsUsual = ForTransaction + ", set_config('plan_cache_mode', 'auto', true)";

    /// <summary>Until the connection goes back to its pool, which resets it.</summary>
    private const string ForConnection = $"SELECT set_config('{TenantFence.Setting}', $1, false)";

    /// <summary>Sets the tenant for the batch that the command begins.</summary>
    /// <param name="isFirst">No other statement stands before it in its batch.</param>
    public static NpgsqlBatchCommand BatchCommand(int tenantId, PlanChoice plan, bool isFirst)
    {
        var text = plan switch
        {
            PlanChoice.ForValues => ForTransactionAndValues,
            PlanChoice.ForAll => ForTransactionAndAll,
            _ => isFirst ? ForTransaction : ForTransactionAsUsual,
        };
        return new(text) { Parameters = { Parameter(tenantId) } };
    }

    /// <summary>Sets the tenant for a transaction.</summary>
    public static async Task SetAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, int tenantId, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(ForTransaction, connection, transaction) { Parameters = { Parameter(tenantId) } };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static NpgsqlParameter<string> Parameter(int tenantId) => new() { TypedValue = tenantId.ToString(CultureInfo.InvariantCulture) };

    /// <summary>Sets the tenant of a ledger context on each connection that it opens.</summary>
    internal sealed class OnOpening : DbConnectionInterceptor
    {
        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = CommandOf(connection, eventData);
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = CommandOf(connection, eventData);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        private static NpgsqlCommand CommandOf(DbConnection connection, ConnectionEndEventData eventData) =>
            new(ForConnection, (NpgsqlConnection)connection) { Parameters = { Parameter(((LedgerContext)eventData.Context!).TenantId) } };
    }
}
