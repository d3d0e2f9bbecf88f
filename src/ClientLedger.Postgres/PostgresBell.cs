using System.Collections.Concurrent;
using System.Globalization;
using System.Threading.Channels;
using ClientLedger.Storage;
using Npgsql;

namespace ClientLedger.Postgres;

/// <summary>
/// Carries the bell of a database's logs between nodes by LISTEN and NOTIFY: at most one call each 50 ms, whatever is written meanwhile. What is lost while
/// the connection is is made up for by waking everybody when it is there again.
/// </summary>
internal sealed class PostgresBell(NpgsqlDataSource source, LogBell bell, TimeProvider clock)
{
    private const string Name = "clientledger_log";

    /// <summary>A call holds 8,000 bytes.</summary>
    private const int MostTenants = 500;

    private static readonly TimeSpan BetweenCalls = TimeSpan.FromMilliseconds(50), BeforeListeningAnew = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<int, bool> written = new();
    private readonly Channel<bool> called = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Carries it until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        bell.Relay = Take;
        try
        {
            await Task.WhenAll(ListenAsync(cancellationToken), CallAsync(cancellationToken));
        }
        finally
        {
            bell.Relay = null;
        }
    }

    private void Take(int tenant)
    {
        if (written.TryAdd(tenant, true))
        {
            called.Writer.TryWrite(true);
        }
    }

    private async Task CallAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await called.Reader.ReadAsync(cancellationToken);
            var tenants = written.Keys.Take(MostTenants).ToList();
            foreach (var tenant in tenants)
            {
                written.TryRemove(tenant, out _);
            }

            try
            {
                await using var command = source.CreateCommand("SELECT pg_notify($1, $2)");
                command.Parameters.Add(new() { Value = Name });
                command.Parameters.Add(new() { Value = string.Join(' ', tenants.Select(tenant => tenant.ToString(CultureInfo.InvariantCulture))) });
                await command.ExecuteNonQueryAsync(cancellationToken);
            }
            catch (NpgsqlException) when (!cancellationToken.IsCancellationRequested)
            {
                // Others look by themselves now and then.
            }

            await Task.Delay(BetweenCalls, clock, cancellationToken);
            if (!written.IsEmpty)
            {
                called.Writer.TryWrite(true);
            }
        }
    }

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await using var connection = await source.OpenConnectionAsync(cancellationToken);
                connection.Notification += (_, call) => Hear(call.Payload);
                await using (var command = new NpgsqlCommand($"LISTEN {Name}", connection))
                {
                    await command.ExecuteNonQueryAsync(cancellationToken);
                }

                foreach (var tenant in bell.Followed)
                {
                    bell.Wake(tenant);
                }

                while (true)
                {
                    await connection.WaitAsync(cancellationToken);
                }
            }
            catch (NpgsqlException) when (!cancellationToken.IsCancellationRequested)
            {
                await Task.Delay(BeforeListeningAnew, clock, cancellationToken);
            }
        }
    }

    private void Hear(string payload)
    {
        foreach (var text in payload.Split(' '))
        {
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var tenant))
            {
                bell.Wake(tenant);
            }
        }
    }
}
