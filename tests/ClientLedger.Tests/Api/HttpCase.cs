using System.Globalization;
using System.Text.Json;
using ClientLedger.Api;
using ClientLedger.Api.Limits;
using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Http;
using ClientLedger.Messages;
using ClientLedger.Tenancy;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace ClientLedger.Tests.Api;

/// <summary>
/// The API as HTTP has it, without a socket, on which what is watched around a call would be lost: its endpoint is given requests, with the limits of the
/// product, and what it answers is told as a whole, status and headers included.
/// </summary>
internal sealed class HttpCase
{
    private const int Plenty = 1_000_000_000;

    private readonly ApiCase api;
    private readonly ApiLimit limit;
    private readonly RequestDelegate endpoint;

    public HttpCase(ApiCase api)
    {
        this.api = api;
        limit = new ApiLimit(Options.Create(new ApiLimitOptions { Burst = Plenty, CostBurst = Plenty }), api.Clock);
        IEndpointRouteBuilder routes = WebApplication.CreateSlimBuilder().Build();
        routes.MapGraphQL("/graphql", api.Server, new GraphQLHttpOptions
        {
            Caller = context => new(new GraphQLCaller(api.SchemaOf(ScopeOf(context))) { OpenScope = api.CallOf(ScopeOf(context)).ToExecution }),
            Charge = (context, cost) => limit.Spend(context, CallerOf(context), cost) is { } refusal ? ApiCall.ErrorOf(refusal, Language.English) : (GraphQLError?)null,
        });
        endpoint = routes.DataSources.SelectMany(source => source.Endpoints).Single().RequestDelegate!;
    }

    /// <summary>Status, headers in the order of their names, and body of the answer to a document.</summary>
    public async Task<(string Head, string Body)> AskAsync(LedgerScope scope, string document, object? variables)
    {
        var context = new DefaultHttpContext();
        context.Features.Set(scope);
        context.Request.Method = HttpMethods.Post;
        context.Request.ContentType = "application/json";
        context.Request.Headers.Accept = "application/graphql-response+json";
        context.Request.Body = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(new { query = document, variables, extensions = new { cost = api.TellsCost } }));
        using var body = new MemoryStream();
        context.Response.Body = body;
        Assert.Null(limit.Take(context, CallerOf(context)));
        await endpoint(context);
        var headers = context.Response.Headers.OrderBy(header => header.Key, StringComparer.Ordinal).Select(header => $"{header.Key}: {header.Value}");
        return (string.Join('\n', headers.Prepend(context.Response.StatusCode.ToString(CultureInfo.InvariantCulture))), System.Text.Encoding.UTF8.GetString(body.ToArray()));
    }

    private static LedgerScope ScopeOf(HttpContext context) => context.Features.Get<LedgerScope>()!;

    private static Caller CallerOf(HttpContext context) => Caller.Of(ScopeOf(context).TenantId, ScopeOf(context).Actor);
}
