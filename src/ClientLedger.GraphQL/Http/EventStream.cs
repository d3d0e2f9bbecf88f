using System.IO.Pipelines;
using ClientLedger.GraphQL.Execution;
using Microsoft.AspNetCore.Http;

namespace ClientLedger.GraphQL.Http;

/// <summary>Sends answers as Server-Sent Events: the protocol of <c>graphql-sse</c>, in its mode of distinct connections.</summary>
internal sealed class EventStream(HttpResponse response, GraphQLHttpOptions options)
{
    private readonly PipeWriter output = response.BodyWriter;

    /// <summary>Sends every answer as it comes, and then that they are complete. An answer is asked for when the one before has been taken.</summary>
    /// <param name="answers">The answers, until a token ends them.</param>
    /// <param name="stopping">Ends when the host does; the client isn't told that the answers are complete then, and comes again.</param>
    public async Task SendAsync(Func<CancellationToken, IAsyncEnumerable<GraphQLResponse>> answers, CancellationToken stopping)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(response.HttpContext.RequestAborted, stopping);
        response.ContentType = $"{ResponseMedia.EventStream}; charset=utf-8";
        response.Headers.CacheControl = "no-cache";

        // Proxies that collect answers before they pass them on must not.
        response.Headers["X-Accel-Buffering"] = "no";
        try
        {
            await output.FlushAsync(ending.Token);
            await using var stream = answers(ending.Token).GetAsyncEnumerator(ending.Token);
            while (await NextAsync(stream, ending))
            {
                using var answer = stream.Current;
                Write("event: next\n"u8);
                WriteData(answer.Body.Span);
                await output.FlushAsync(ending.Token);
            }

            Write("event: complete\ndata: \n\n"u8);
            await output.FlushAsync(ending.Token);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The client has gone, or the host stops.
        }
    }

    /// <summary>Waits for the next answer, and sends a comment now and then while it does.</summary>
    private async Task<bool> NextAsync(IAsyncEnumerator<GraphQLResponse> stream, CancellationTokenSource ending)
    {
        var next = stream.MoveNextAsync().AsTask();
        try
        {
            while (!next.IsCompleted && await IsSilentAsync(next, ending.Token))
            {
                Write(":\n\n"u8);
                await output.FlushAsync(ending.Token);
            }
        }
        catch
        {
            // Answers can't be given up while the next is being made.
            await ending.CancelAsync();
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }

        return await next;
    }

    private async Task<bool> IsSilentAsync(Task next, CancellationToken ending)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(ending);
        var silence = Task.Delay(options.KeepAlive, options.TimeProvider, waiting.Token);
        var isSilent = await Task.WhenAny(next, silence) == silence && !ending.IsCancellationRequested;
        await waiting.CancelAsync();
        return isSilent;
    }

    /// <summary>A line that breaks goes on in another <c>data</c> line.</summary>
    private void WriteData(ReadOnlySpan<byte> data)
    {
        while (true)
        {
            var end = data.IndexOfAny((byte)'\n', (byte)'\r');
            Write("data: "u8);
            Write(end < 0 ? data : data[..end]);
            Write("\n"u8);
            if (end < 0)
            {
                break;
            }

            data = data[(end + 1)..];
        }

        Write("\n"u8);
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(output.GetSpan(bytes.Length));
        output.Advance(bytes.Length);
    }
}
