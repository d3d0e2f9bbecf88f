using System.Runtime.CompilerServices;
using ClientLedger.GraphQL.Caching;
using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Language;
using ClientLedger.GraphQL.Types;

namespace ClientLedger.GraphQL.Tests.Caching;

/// <summary>A known document costs no parsing, no validation and no planning.</summary>
public sealed class DocumentStoreTests
{
    private const string Document = "query ($with: Boolean = true) { a b @include(if: $with) }";

    [Fact]
    public async Task A_document_is_parsed_validated_and_planned_once()
    {
        var server = new GraphQLServer();
        var schema = Build();
        for (var request = 0; request < 10; request++)
        {
            Assert.Equal("""{"a":1,"b":2}""", (await server.AskAsync(schema, Document)).Data());
            Assert.Equal("""{"a":1}""", (await server.AskAsync(schema, Document, """{"with":false}""")).Data());
        }

        Assert.Equal((1, 1), (server.Documents.ParseCount, server.Documents.ValidationCount));
        Assert.Equal(3, server.Documents.Get(Document, schema).Executable!.PlanMemory.Fields);
    }

    [Fact]
    public async Task Another_schema_validates_a_document_anew_and_parses_it_no_more()
    {
        var server = new GraphQLServer();
        var schema = Build();
        var overlay = new SchemaBuilder(schema).Hide("Query.b").Build();
        await server.AskAsync(schema, Document);
        Assert.Equal(ErrorCodes.ValidationFailed, (await server.AskAsync(overlay, Document)).Code());
        Assert.Equal(ErrorCodes.ValidationFailed, (await server.AskAsync(overlay, Document)).Code());
        Assert.Equal("""{"a":1,"b":2}""", (await server.AskAsync(schema, Document)).Data());
        Assert.Equal((1, 2), (server.Documents.ParseCount, server.Documents.ValidationCount));
    }

    [Fact]
    public async Task Schemas_with_one_fingerprint_share_what_was_validated()
    {
        var server = new GraphQLServer();
        var same = Build("same");
        await server.AskAsync(same, Document);
        await server.AskAsync(Build("same"), Document);
        await server.AskAsync(Build("other"), Document);
        await server.AskAsync(Build(), Document);
        Assert.Equal((1, 3), (server.Documents.ParseCount, server.Documents.ValidationCount));
        GC.KeepAlive(same);
    }

    [Fact]
    public void What_was_validated_does_not_keep_its_schema()
    {
        var server = new GraphQLServer();
        var shared = Build();
        var gone = ValidateForOverlay(server, shared);
        GC.Collect();
        Assert.False(gone.IsAlive);

        // An overlay of the same fingerprint, made anew, is asked as if it were the first.
        ValidateForOverlay(server, shared);
        Assert.Equal((1, 2), (server.Documents.ParseCount, server.Documents.ValidationCount));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference ValidateForOverlay(GraphQLServer server, Schema shared)
    {
        var overlay = new SchemaBuilder(shared).Fingerprint("tenant").AddField("Query", "own", "Int", field => field.Resolve(_ => new(3))).Build();
        for (var request = 0; request < 2; request++)
        {
            Assert.NotNull(server.Documents.Get("{ a own }", overlay).Executable);
        }

        return new WeakReference(overlay);
    }

    [Fact]
    public async Task What_is_remembered_stays_within_its_bytes()
    {
        var caching = new CachingOptions { DocumentBytes = 20_000, ValidationBytes = 60_000 };
        var server = new GraphQLServer(new GraphQLServerOptions { Caching = caching });
        var schema = Build();
        for (var request = 0; request < 500; request++)
        {
            await server.AskAsync(schema, $"{{ a b }} # {request}");
            Assert.InRange(server.Documents.Bytes, 1, 80_000);
        }

        Assert.Equal(500, server.Documents.ParseCount);
        await server.AskAsync(schema, "{ a b } # 499");
        Assert.Equal(500, server.Documents.ParseCount);
        await server.AskAsync(schema, "{ a b } # 0");
        Assert.Equal(501, server.Documents.ParseCount);
    }

    [Fact]
    public void A_cache_forgets_what_was_used_longest_ago_and_weighs_what_grew()
    {
        var cache = new BoundedCache<string, List<int>>(10, (_, list) => list.Count);
        cache.Add("a", [1, 2, 3]);
        cache.Add("b", [1, 2, 3]);
        Assert.True(cache.TryGet("a", out var grown));
        cache.Add("c", [1, 2, 3, 4]);
        Assert.Equal(10, cache.Bytes);
        grown.Add(4);
        Assert.True(cache.TryGet("a", out _));
        Assert.Equal((2, 8), (cache.Count, cache.Bytes));
        Assert.False(cache.TryGet("b", out _));
        cache.Add("d", [.. new int[11]]);
        Assert.Equal((0, 0), (cache.Count, cache.Bytes));
    }

    [Fact]
    public async Task Long_names_in_errors_are_weighed()
    {
        var server = new GraphQLServer(new GraphQLServerOptions { Caching = new CachingOptions { DocumentBytes = 0, ValidationBytes = 100_000 } });
        await server.AskAsync(Build(), $"{{ {new string('x', 30_000)} }}");
        Assert.Equal(0, server.Documents.Bytes);
    }

    [Fact]
    public void A_text_that_is_no_GraphQL_is_not_remembered()
    {
        var store = new DocumentStore(ParserOptions.Default, GraphQL.Validation.ValidationOptions.Default, new CachingOptions());
        Assert.Throws<GraphQLException>(() => store.Get("{", Build()));
        Assert.Equal(0, store.Bytes);
    }

    private static Schema Build(string? fingerprint = null)
    {
        var builder = new SchemaBuilder().Sdl("type Query { a: Int b: Int }").Resolve("Query", "a", _ => ValueTask.FromResult<object?>(1)).Resolve("Query", "b", _ => ValueTask.FromResult<object?>(2));
        return (fingerprint is null ? builder : builder.Fingerprint(fingerprint)).Build();
    }
}
