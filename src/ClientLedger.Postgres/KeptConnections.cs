using System.Data;
using Npgsql;

namespace ClientLedger.Postgres;

/// <summary>
/// The connections that reads had last, open; the one that came back last is the next to go. The driver's own pool goes round all that it ever opened, so that each is
/// as cold as the others (<see cref="ReadingTurns"/>).
/// </summary>
/// <param name="source">Where more come from, and go back to.</param>
/// <param name="most">How many are kept.</param>
internal sealed class KeptConnections(NpgsqlDataSource source, int most) : IAsyncDisposable
{
    private readonly Lock gate = new();
    private readonly Stack<NpgsqlConnection> kept = new();
    private bool isDisposed;

    /// <summary>An open connection, which nobody else has.</summary>
    public ValueTask<NpgsqlConnection> TakeAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (kept.TryPop(out var connection))
            {
                return ValueTask.FromResult(connection);
            }
        }

        return source.OpenConnectionAsync(cancellationToken);
    }

    /// <summary>Takes a connection back. Where it broke, so may have the others meanwhile: none is kept then.</summary>
    public async ValueTask GiveBackAsync(NpgsqlConnection connection)
    {
        NpgsqlConnection[] closed;
        lock (gate)
        {
            // One that still runs something is closed, which ends that.
            if (connection.FullState == ConnectionState.Open && kept.Count < most && !isDisposed)
            {
                kept.Push(connection);
                return;
            }

            closed = connection.FullState.HasFlag(ConnectionState.Broken) ? TakeAll() : [];
        }

        await connection.DisposeAsync();
        await CloseAsync(closed);
    }

    public ValueTask DisposeAsync()
    {
        NpgsqlConnection[] closed;
        lock (gate)
        {
            isDisposed = true;
            closed = TakeAll();
        }

        return CloseAsync(closed);
    }

    private NpgsqlConnection[] TakeAll()
    {
        NpgsqlConnection[] all = [.. kept];
        kept.Clear();
        return all;
    }

    private static async ValueTask CloseAsync(NpgsqlConnection[] connections)
    {
        foreach (var connection in connections)
        {
            await connection.DisposeAsync();
        }
    }
}
