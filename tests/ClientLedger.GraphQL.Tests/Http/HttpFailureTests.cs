using System.Net;
using System.Text;
using ClientLedger.GraphQL.Execution;
using ClientLedger.GraphQL.Http;
using ClientLedger.GraphQL.Types;
using Microsoft.AspNetCore.Http;

namespace ClientLedger.GraphQL.Tests.Http;

/// <summary>What goes wrong around an execution is told as what goes wrong within, and loses nothing that was done.</summary>
public sealed class HttpFailureTests
{
    private readonly List<HiddenError> hidden = [];
    private int added;

    [Theory]
    [InlineData("""[{"query":"mutation { add }"},{"query":1}]""")]
    [InlineData("""[{"query":"mutation { add }"},{}]""")]
    [InlineData("""[{"query":"mutation { add }"},{"query":"{ a }","variables":[]}]""")]
    public async Task Many_operations_are_read_before_the_first_is_executed(string body)
    {
        await using var host = await StartAsync(options => options with { MaxBatch = 5 });
        var (status, _) = await PostAsync(host, body);
        Assert.Equal((HttpStatusCode.BadRequest, 0), (status, added));
    }

    [Fact]
    public async Task A_body_in_another_encoding_is_refused_before_anything_is_done()
    {
        await using var host = await StartAsync(options => options);
        foreach (var (bytes, encoding, expected) in new (byte[], string?, HttpStatusCode)[]
        {
            ([.. "{\"query\":\"mutation { add }\",\"operationName\":\""u8, 0xE9, .. "\"}"u8], null, HttpStatusCode.BadRequest),
            ([.. "{\"query\":\"mutation { add }\",\"variables\":{\"a\":\""u8, 0xC3, 0x28, .. "\"}}"u8], null, HttpStatusCode.BadRequest),
            (Encoding.Unicode.GetBytes("{\"query\":\"mutation { add }\"}"), null, HttpStatusCode.BadRequest),
            ([.. "{\"query\":\"mutation { add }\"}"u8], "gzip", HttpStatusCode.UnsupportedMediaType),
        })
        {
            Assert.Equal((expected, 0), (await SendAsync(bytes, encoding), added));
        }

        // A mark of the right encoding, and the name of no compression, do no harm.
        Assert.Equal((HttpStatusCode.OK, 1), (await SendAsync([0xEF, 0xBB, 0xBF, .. "{\"query\":\"mutation { add }\"}"u8], null), added));
        Assert.Equal((HttpStatusCode.OK, 2), (await SendAsync([.. "{\"query\":\"mutation { add }\"}"u8], "identity"), added));
        Assert.Empty(hidden);

        async Task<HttpStatusCode> SendAsync(byte[] body, string? encoding)
        {
            using var content = new ByteArrayContent(body) { Headers = { { "Content-Type", "application/json" } } };
            if (encoding is not null)
            {
                content.Headers.ContentEncoding.Add(encoding);
            }

            using var answer = await host.Client.PostAsync(host.Address, content);
            Assert.StartsWith("{\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task One_of_many_that_has_no_room_any_more_leaves_the_others()
    {
        await using var host = await StartAsync(options => options with { MaxBatch = 5 }, maxResponseBytes: 200);
        var (_, answer) = await PostAsync(host, """[{"query":"mutation { add }"},{"query":"{ a long }"},{"query":"{ a long }"},{"query":"mutation { add }"}]""");
        var answers = Asking.Json(answer);
        Assert.Equal("""{"add":1}""", answers[0].Data());
        Assert.Equal("""{"a":1,"long":"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"}""", answers[1].Data());
        Assert.Equal("The responses together are larger than 200 bytes.", answers[2].Message());
        Assert.Equal(2, added);
    }

    [Theory]
    [InlineData("schema")]
    [InlineData("opening")]
    [InlineData("closing")]
    public async Task What_breaks_around_an_execution_is_told_to_nobody(string where)
    {
        await using var host = await StartAsync(options => options with
        {
            MaxBatch = 2,
            Caller = where == "schema" ? _ => throw new InvalidOperationException("the password is 1234") : async context => await options.Caller(context) with
            {
                OpenScope = where == "opening" ? () => throw new InvalidOperationException("the password is 1234") : () => new ExecutionScope(ExecutionScope.Empty.Services, new Broken()),
            },
        });
        var (status, answer) = await PostAsync(host, """{"query":"{ a }"}""");
        Assert.Equal(HttpStatusCode.InternalServerError, status);
        Assert.Equal($$$"""{"errors":[{"message":"Internal error","extensions":{"code":"INTERNAL_SERVER_ERROR","correlationId":"{{{Assert.Single(hidden).CorrelationId}}}"}}]}""", answer);
        var (_, batch) = await PostAsync(host, """[{"query":"mutation { add }"},{"query":"{ a }"}]""");
        Assert.Equal(2, Asking.Json(batch).GetArrayLength());
        using var request = new HttpRequestMessage(HttpMethod.Post, host.Address) { Content = new StringContent("""{"query":"subscription { n }"}""", Encoding.UTF8, "application/json"), Headers = { { "Accept", "text/event-stream" } } };
        using var stream = await host.Client.SendAsync(request);
        var events = await stream.Content.ReadAsStringAsync();
        Assert.Contains("\"message\":\"Internal error\"", events, StringComparison.Ordinal);
        Assert.DoesNotContain("1234", events + batch, StringComparison.Ordinal);
        Assert.Equal(4, hidden.Count);
    }

    [Fact]
    public async Task A_client_that_goes_while_nothing_happens_ends_the_source_of_events()
    {
        using var gone = new CancellationTokenSource();
        var body = new StuckBody(gone);
        var context = new DefaultHttpContext { RequestAborted = gone.Token };
        context.Response.Body = body;
        var hasLeft = false;
        var options = new GraphQLHttpOptions { Caller = _ => throw new NotSupportedException(), KeepAlive = TimeSpan.FromMilliseconds(1) };
        await new EventStream(context.Response, options).SendAsync(WaitAsync, CancellationToken.None);
        Assert.True(hasLeft);

        async IAsyncEnumerable<GraphQLResponse> WaitAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
        {
            try
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
                yield break;
            }
            finally
            {
                // It takes its time to leave.
                await Task.Yield();
                hasLeft = true;
            }
        }
    }

    [Fact]
    public async Task A_slow_client_slows_the_source_of_events_down()
    {
        using var gone = new CancellationTokenSource();
        var context = new DefaultHttpContext { RequestAborted = gone.Token };
        context.Response.Body = new StuckBody(gone);
        var pulled = 0;
        await new EventStream(context.Response, new GraphQLHttpOptions { Caller = _ => throw new NotSupportedException() }).SendAsync(_ => Pull().ToAsyncEnumerable(), CancellationToken.None);
        Assert.Equal(1, pulled);

        IEnumerable<GraphQLResponse> Pull()
        {
            while (true)
            {
                pulled++;
                yield return GraphQLResponse.Refusal([]);
            }
        }
    }

    private Task<GraphQLHost> StartAsync(Func<GraphQLHttpOptions, GraphQLHttpOptions> change, int maxResponseBytes = 10_000)
    {
        var schema = new SchemaBuilder().Sdl("type Query { a: Int long: String } type Mutation { add: Int } type Subscription { n: Int }")
            .Resolve("Query", "a", _ => new(1))
            .Resolve("Query", "long", _ => new(new string('x', 100)))
            .Resolve("Mutation", "add", _ => new(++added))
            .Subscribe("Subscription", "n", _ => new(new object?[] { 1 }.ToAsyncEnumerable()))
            .Resolve("Subscription", "n", context => new(context.Source))
            .Build();
        return GraphQLHost.StartAsync(
            options => change(options with { Caller = _ => new(new GraphQLCaller(schema)) }),
            new GraphQLServerOptions { Execution = new() { MaxResponseBytes = maxResponseBytes, Disclosure = new() { Log = hidden.Add } } });
    }

    private static async Task<(HttpStatusCode Status, string Answer)> PostAsync(GraphQLHost host, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await host.Client.PostAsync(host.Address, content);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private sealed class Broken : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => throw new InvalidOperationException("the password is 1234");
    }

    /// <summary>The body of a client that takes nothing any more, and goes when something is sent.</summary>
    private sealed class StuckBody(CancellationTokenSource gone) : MemoryStream
    {
        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await gone.CancelAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        }
    }
}
