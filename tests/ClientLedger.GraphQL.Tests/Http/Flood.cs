using System.Globalization;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using ClientLedger.GraphQL.Types;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ClientLedger.GraphQL.Tests.Http;

/// <summary>A source that has the next large event at once, always: only a client that doesn't read holds it up. It watches whether it does.</summary>
/// <param name="offered">How many events there are.</param>
internal sealed class Flood(int offered)
{
    /// <summary>More than a connection keeps at each of its ends.</summary>
    public const int EventBytes = 256 * 1024;

    /// <summary>For what lies on the way to a client, at each end of the connection.</summary>
    public const int BufferBytes = 64 * 1024;

    private static readonly string Padding = new('x', EventBytes);

    private readonly TaskCompletionSource heldUp = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<bool> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int taken, takenWhileHeldUp;

    /// <summary>How many events were taken from it.</summary>
    public int Taken => Volatile.Read(ref taken);

    /// <summary>How many of them were taken while the connection waited for its client.</summary>
    public int TakenWhileHeldUp => Volatile.Read(ref takenWhileHeldUp);

    /// <summary>Ends when the connection waits for its client for the first time.</summary>
    public Task HeldUp => heldUp.Task;

    /// <summary>Ends when it is disposed, and says whether it was cancelled by then.</summary>
    public Task<bool> Ended => ended.Task;

    /// <summary>What a client gets as its event of that number, the first being 0.</summary>
    public static string Answer(int number) => $$$"""{"data":{"flood":"{{{Text(number)}}}"}}""";

    public Schema Schema() => new SchemaBuilder()
        .Sdl("type Query { hello: String } type Subscription { flood: String! }")
        .Resolve("Query", "hello", _ => ValueTask.FromResult<object?>("Hello"))
        .Subscribe("Subscription", "flood", _ => ValueTask.FromResult(EventsAsync()))
        .Resolve("Subscription", "flood", context => ValueTask.FromResult(context.Source))
        .Build();

    /// <summary>Connections that keep little, have all the patience that a test needs, and tell when they wait for their client.</summary>
    public void Watch(IWebHostBuilder host) => host
        .UseSockets(sockets => sockets.CreateBoundListenSocket = endpoint =>
        {
            var socket = SocketTransportOptions.CreateDefaultBoundListenSocket(endpoint);
            socket.SendBufferSize = BufferBytes;
            return socket;
        })
        .ConfigureServices(services => services.Configure<HostOptions>(options => options.ShutdownTimeout = Timeout.InfiniteTimeSpan))
        .ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MinResponseDataRate = null;
            kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Use(next => connection =>
            {
                connection.Transport = new WatchedConnection(connection.Transport.Input, new WatchedWriter(connection.Transport.Output, this));
                return next(connection);
            }));
        });

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture) + Padding;

    private async IAsyncEnumerable<object?> EventsAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await Task.CompletedTask;
        try
        {
            for (var number = 0; number < offered; number++)
            {
                Interlocked.Increment(ref taken);
                yield return Text(number);
            }
        }
        finally
        {
            ended.SetResult(cancellation.IsCancellationRequested);
        }
    }

    private sealed record WatchedConnection(PipeReader Input, PipeWriter Output) : IDuplexPipe;

    private sealed class WatchedWriter(PipeWriter output, Flood flood) : PipeWriter
    {
        public override bool CanGetUnflushedBytes => output.CanGetUnflushedBytes;

        public override long UnflushedBytes => output.UnflushedBytes;

        public override void Advance(int bytes) => output.Advance(bytes);

        public override void CancelPendingFlush() => output.CancelPendingFlush();

        public override void Complete(Exception? exception = null) => output.Complete(exception);

        public override ValueTask CompleteAsync(Exception? exception = null) => output.CompleteAsync(exception);

        public override Memory<byte> GetMemory(int sizeHint = 0) => output.GetMemory(sizeHint);

        public override Span<byte> GetSpan(int sizeHint = 0) => output.GetSpan(sizeHint);

        public override async ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
        {
            var flushing = output.FlushAsync(cancellationToken);
            if (flushing.IsCompleted)
            {
                return await flushing;
            }

            var before = flood.Taken;
            flood.heldUp.TrySetResult();
            var result = await flushing;
            Interlocked.Add(ref flood.takenWhileHeldUp, flood.Taken - before);
            return result;
        }
    }
}
