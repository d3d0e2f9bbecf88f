using System.Threading.Channels;
using ClientLedger.GraphQL.Http;
using ClientLedger.GraphQL.Types;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ClientLedger.GraphQL.Tests.Http;

/// <summary>A host on a free port of this machine, with a schema that can be asked for everything that a transport must carry.</summary>
internal sealed class GraphQLHost : IAsyncDisposable
{
    private readonly WebApplication application;
    private readonly Channel<string> happened = Channel.CreateUnbounded<string>();
    private readonly List<Channel<object?>> listeners = [];
    private readonly List<HttpContext> contexts = [];
    private readonly Lock gate = new();

    private GraphQLHost(Func<GraphQLHttpOptions, GraphQLHttpOptions> change, GraphQLServerOptions? serverOptions, Action<IWebHostBuilder>? transport)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        transport?.Invoke(builder.WebHost);
        application = builder.Build();
        application.Use((context, next) =>
        {
            lock (gate)
            {
                contexts.Add(context);
            }

            return next();
        });
        Schema = Build();
        application.MapGraphQL("/graphql", new GraphQLServer(serverOptions), change(new GraphQLHttpOptions { Caller = _ => new(new GraphQLCaller(Schema)) }));
    }

    public Schema Schema { get; }

    public Uri Address { get; private set; } = null!;

    public Uri SocketAddress => new UriBuilder(Address) { Scheme = "ws" }.Uri;

    public HttpClient Client { get; } = new();

    /// <summary>Starts a host.</summary>
    /// <param name="change">What is otherwise than by default over HTTP.</param>
    /// <param name="serverOptions">How the server answers.</param>
    /// <param name="transport">What is otherwise than by default with its connections.</param>
    public static async Task<GraphQLHost> StartAsync(
        Func<GraphQLHttpOptions, GraphQLHttpOptions>? change = null, GraphQLServerOptions? serverOptions = null, Action<IWebHostBuilder>? transport = null)
    {
        var host = new GraphQLHost(change ?? (options => options), serverOptions, transport);
        await host.application.StartAsync();
        var address = host.application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        host.Address = new Uri(new Uri(address), "/graphql");
        return host;
    }

    /// <summary>Waits until the next things happen to subscriptions, and checks what they are; which of them comes first doesn't matter.</summary>
    public async Task SeesAsync(params string[] expected)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var seen = new List<string>();
        while (seen.Count < expected.Length)
        {
            seen.Add(await happened.Reader.ReadAsync(patience.Token));
        }

        Assert.Equal(expected.Order(), seen.Order());
    }

    /// <summary>Gives an event to whoever listens.</summary>
    public void Publish(int value)
    {
        lock (gate)
        {
            listeners.ForEach(listener => listener.Writer.TryWrite(value));
        }
    }

    /// <summary>Cuts every connection, as a network does.</summary>
    public void CutConnections()
    {
        lock (gate)
        {
            contexts.ForEach(context => context.Abort());
            contexts.Clear();
        }
    }

    public Task StopAsync() => application.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await application.DisposeAsync();
    }

    private Schema Build() => new SchemaBuilder()
        .Sdl(
            """
            type Query { hello(name: String = "world"): String! node(id: ID!): Node users(first: Int, after: String): UserConnection! fails: String breaks: String }
            type Mutation { rename(id: ID!, name: String!): User }
            type Subscription { count(to: Int!): Int! ticks: Int! stops: Int! breaks: Int! }
            interface Node { id: ID! }
            type User implements Node { id: ID! name: String! friend: User }
            type UserConnection { edges: [UserEdge] pageInfo: PageInfo! }
            type UserEdge { cursor: String! node: User }
            type PageInfo { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }
            """)
        .Resolve("Query", "hello", context => ValueTask.FromResult<object?>($"Hello {context.Argument<string>("name")}"))
        .Resolve("Query", "node", context => ValueTask.FromResult<object?>(new User(context.Argument<string>("id")!, "Ann")))
        .Resolve("Query", "users", _ => ValueTask.FromResult<object?>(new { Edges = new[] { new { Cursor = "c", Node = new User("1", "Ann") } }, PageInfo = new PageInfo(false, false, "c", "c") }))
        .Resolve("Query", "fails", _ => throw new Errors.GraphQLException("It can't be told.", "NOT_TOLD"))
        .Resolve("Query", "breaks", _ => throw new InvalidOperationException("the password is 1234"))
        .Resolve("Mutation", "rename", context => ValueTask.FromResult<object?>(new User(context.Argument<string>("id")!, context.Argument<string>("name")!)))
        .IsTypeOf("User", value => value is User)
        .Subscribe("Subscription", "count", context => ValueTask.FromResult(Count(context.Argument<int>("to"))))
        .Subscribe("Subscription", "ticks", context => ValueTask.FromResult(TicksAsync(context.CancellationToken)))
        .Subscribe("Subscription", "stops", _ => throw new Errors.GraphQLException("It won't begin.", "NOT_BEGUN"))
        .Subscribe("Subscription", "breaks", _ => ValueTask.FromResult(BreakAsync()))
        .Resolve("Subscription", "count", context => ValueTask.FromResult(context.Source))
        .Resolve("Subscription", "ticks", context => ValueTask.FromResult(context.Source))
        .Resolve("Subscription", "breaks", context => ValueTask.FromResult(context.Source))
        .Build();

    private static IAsyncEnumerable<object?> Count(int to) => Enumerable.Range(1, to).Select(value => (object?)value).ToAsyncEnumerable();

    private static async IAsyncEnumerable<object?> BreakAsync()
    {
        yield return 1;
        await Task.Yield();
        throw new InvalidOperationException("the password is 1234");
    }

    private async IAsyncEnumerable<object?> TicksAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var listener = Channel.CreateUnbounded<object?>();
        lock (gate)
        {
            listeners.Add(listener);
        }

        happened.Writer.TryWrite("listening");
        try
        {
            await foreach (var value in listener.Reader.ReadAllAsync(cancellation))
            {
                yield return value;
            }
        }
        finally
        {
            lock (gate)
            {
                listeners.Remove(listener);
            }

            happened.Writer.TryWrite("left");
        }
    }

    private sealed record User(string Id, string Name)
    {
        public User? Friend { get; init; }
    }

    private sealed record PageInfo(bool HasNextPage, bool HasPreviousPage, string StartCursor, string EndCursor);
}
