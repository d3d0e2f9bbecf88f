using System.Text.Json;
using ClientLedger.GraphQL.Caching;
using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Types;

namespace ClientLedger.GraphQL.Tests.Caching;

/// <summary>Documents by their id or hash.</summary>
public sealed class DocumentTextsTests
{
    private const string Known = "{ a }";

    private static readonly Schema Schema = new SchemaBuilder().Sdl("type Query { a: Int }").Resolve("Query", "a", _ => ValueTask.FromResult<object?>(1)).Build();
    private static readonly string Id = TrustedDocuments.IdOf(Known);

    [Fact]
    public async Task A_trusted_document_is_asked_by_its_id()
    {
        var server = new GraphQLServer(new GraphQLServerOptions { TrustedDocuments = new TrustedDocuments([Known]) });
        Assert.Equal("""{"a":1}""", (await AskAsync(server, "", Id)).Data());
        Assert.Equal("""{"a":1}""", (await AskAsync(server, "", "sha256:" + Id.ToUpperInvariant())).Data());
        Assert.Equal("""{"b":1}""", (await AskAsync(server, "{ b: a }")).Data());
        Assert.Equal(ErrorCodes.UntrustedDocument, (await AskAsync(server, "", "abc")).Code());
    }

    [Fact]
    public async Task When_it_is_required_nothing_else_is_answered()
    {
        var server = new GraphQLServer(new GraphQLServerOptions { TrustedDocuments = new TrustedDocuments([Known]) { RefuseOthers = true }, KeepsPersistedQueries = true });
        Assert.Equal("""{"a":1}""", (await AskAsync(server, "", Id)).Data());
        Assert.Equal("""{"a":1}""", (await AskAsync(server, Known)).Data());
        Assert.Equal(ErrorCodes.UntrustedDocument, (await AskAsync(server, "{ b: a }")).Code());
        Assert.Equal(ErrorCodes.UntrustedDocument, (await AskAsync(server, "{ b: a }", hash: TrustedDocuments.IdOf("{ b: a }"))).Code());
        Assert.Equal(1, server.Documents.ParseCount);
    }

    [Fact]
    public async Task A_persisted_query_is_sent_once()
    {
        var server = new GraphQLServer(new GraphQLServerOptions { KeepsPersistedQueries = true });
        var missing = await AskAsync(server, "", hash: Id);
        Assert.Equal(("PersistedQueryNotFound", ErrorCodes.PersistedQueryNotFound), (missing.Message(), missing.Code()));
        Assert.Equal("""{"a":1}""", (await AskAsync(server, Known, hash: Id)).Data());
        Assert.Equal("""{"a":1}""", (await AskAsync(server, "", hash: Id)).Data());
        Assert.Equal("""{"a":1}""", (await AskAsync(server, "", hash: Id.ToUpperInvariant())).Data());
        Assert.Equal(ErrorCodes.BadRequest, (await AskAsync(server, "{ b: a }", hash: Id)).Code());
    }

    [Fact]
    public async Task Persisted_queries_are_off_unless_somebody_wants_them()
    {
        var server = new GraphQLServer();
        Assert.Equal(ErrorCodes.PersistedQueryNotSupported, (await AskAsync(server, "", hash: Id)).Code());
        Assert.Equal("""{"a":1}""", (await AskAsync(server, Known, hash: Id)).Data());
        Assert.Equal(ErrorCodes.PersistedQueryNotSupported, (await AskAsync(server, "", hash: Id)).Code());
    }

    [Fact]
    public void An_untrusted_document_is_not_kept_when_only_trusted_ones_are_answered()
    {
        var texts = new DocumentTexts(new TrustedDocuments([Known]) { RefuseOthers = true }, keepsPersisted: true, maxBytes: 1_000);
        const string Other = "{ b: a }";
        Assert.Throws<GraphQLException>(() => texts.Find(Other, null, Hash(TrustedDocuments.IdOf(Other))));
        var refusal = Assert.Throws<GraphQLException>(() => texts.Find("", null, Hash(TrustedDocuments.IdOf(Other))));
        Assert.Equal(ErrorCodes.PersistedQueryNotFound, refusal.Errors[0].Code);
    }

    private static Task<JsonElement> AskAsync(GraphQLServer server, string document, string? id = null, string? hash = null) => server.AskAsync(new GraphQLRequest(Schema, document)
    {
        DocumentId = id,
        Extensions = hash is null ? default : Hash(hash),
    });

    private static JsonElement Hash(string hash) => JsonSerializer.SerializeToElement(new { persistedQuery = new { version = 1, sha256Hash = hash } });
}
