using System.Net.WebSockets;

namespace ClientLedger.GraphQL.Http.Sockets;

/// <summary>An operation that runs on a WebSocket, until it is complete or cancelled.</summary>
internal sealed class SocketOperation(CancellationToken connectionEnding)
{
    private readonly CancellationTokenSource cancelling = CancellationTokenSource.CreateLinkedTokenSource(connectionEnding);

    /// <summary>Ends with the operation, and never fails.</summary>
    public Task Completion { get; private set; } = Task.CompletedTask;

    /// <summary>Whether it has nothing left to do but to say so.</summary>
    public bool IsOver { get; set; }

    /// <summary>Lets it run beside the connection.</summary>
    /// <param name="work">What it does.</param>
    /// <param name="end">What is done when it has ended, however it did.</param>
    public void Run(Func<CancellationToken, Task> work, Action end) => Completion = RunAsync(work, end);

    public async ValueTask CancelAsync()
    {
        try
        {
            await cancelling.CancelAsync();
        }
        catch (ObjectDisposedException)
        {
            // It has just ended by itself.
        }
    }

    private async Task RunAsync(Func<CancellationToken, Task> work, Action end)
    {
        await Task.Yield();
        try
        {
            await work(cancelling.Token);
        }
        catch (Exception exception) when (cancelling.IsCancellationRequested || exception is WebSocketException)
        {
            // The client doesn't want it any more, or has gone.
        }
        finally
        {
            end();
            cancelling.Dispose();
        }
    }
}
