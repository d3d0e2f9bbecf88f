using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClientLedger.Api;
using ClientLedger.Api.Schemas;
using ClientLedger.Fields;
using ClientLedger.GraphQL;
using ClientLedger.GraphQL.Types;
using ClientLedger.Messages;
using ClientLedger.Reading;
using ClientLedger.Tenancy;
using ClientLedger.TestKit;
using ClientLedger.Writing;

namespace ClientLedger.Tests.Api;

/// <summary>The API on two gates, without HTTP.</summary>
internal sealed class ApiCase(LedgerSchema builtIn, ReadGate reading, WriteGate writing)
{
    /// <summary>The moment of all calls.</summary>
    public FixedClock Clock { get; init; } = new();

    public GraphQLServer Server { get; } = new();

    public ApiSchemas Schemas { get; } = new(builtIn);

    /// <summary>Answers tell what they were estimated to cost.</summary>
    public bool TellsCost { get; init; }

    /// <summary>The schema that a caller sees.</summary>
    public Schema SchemaOf(LedgerScope scope) => Schemas.Of(scope);

    /// <summary>What the resolvers of one execution work with.</summary>
    public ApiCall CallOf(LedgerScope scope, Language language = Language.English, string? requestKey = null) => new(scope, language, reading, writing, Clock) { RequestKey = requestKey };

    /// <summary>The whole answer to a document.</summary>
    public async Task<string> AnswerAsync(LedgerScope scope, string document, object? variables = null, Language language = Language.English, string? requestKey = null)
    {
        var call = CallOf(scope, language, requestKey);
        var request = new GraphQLRequest(Schemas.Of(scope), document)
        {
            OpenScope = call.ToExecution,
            Variables = variables is null ? default : JsonSerializer.SerializeToElement(variables),
            Extensions = JsonSerializer.SerializeToElement(new { cost = TellsCost }),
        };
        using var answer = await Server.ExecuteAsync(request);
        return answer.ToString();
    }

    /// <summary>What a subscription is told, from one change to the next.</summary>
    /// <param name="reopen">Opens the caller's ledger anew; it stays as it is where nothing is given.</param>
    public async IAsyncEnumerable<string> StreamAsync(LedgerScope scope, string document, Func<Task<LedgerScope>>? reopen = null)
    {
        Task<LedgerScope> Again(CancellationToken cancellationToken) => reopen?.Invoke() ?? Task.FromResult(scope);
        var call = new ApiCall(scope, Language.English, reading, writing, Clock) { Subscriptions = new(new(), Clock), Reopen = Again, Look = Again };
        await foreach (var answer in Server.StreamAsync(new GraphQLRequest(Schemas.Of(scope), document) { OpenScope = call.ToExecution }))
        {
            using (answer)
            {
                yield return answer.ToString();
            }
        }
    }

    /// <summary>What is answered to a document in which nothing is wrong.</summary>
    public async Task<JsonObject> DataAsync(LedgerScope scope, string document, object? variables = null)
    {
        var text = await AnswerAsync(scope, document, variables);
        var answer = JsonNode.Parse(text)!;
        Assert.True(answer["errors"] is null, $"{document}\n{text}");
        return answer["data"]!.AsObject();
    }

    /// <summary>The code of the only error of an answer.</summary>
    public async Task<string> CodeAsync(LedgerScope scope, string document, object? variables = null)
    {
        var error = Assert.Single(JsonNode.Parse(await AnswerAsync(scope, document, variables))!["errors"]!.AsArray());
        return error!["extensions"]!["code"]!.GetValue<string>();
    }
}

/// <summary>Answers as they are written.</summary>
internal static class AnswerText
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Its JSON.</summary>
    public static string Text(this JsonNode node) => node.ToJsonString(Readable);
}
