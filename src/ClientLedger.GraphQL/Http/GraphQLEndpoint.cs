using ClientLedger.GraphQL.Http.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ClientLedger.GraphQL.Http;

/// <summary>GraphQL over HTTP, over Server-Sent Events and over WebSockets, all at one address.</summary>
public static class GraphQLEndpoint
{
    /// <summary>Maps a GraphQL server.</summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="pattern">The address.</param>
    /// <param name="server">The server.</param>
    /// <param name="options">The schema of each caller, and the limits.</param>
    public static IEndpointConventionBuilder MapGraphQL(this IEndpointRouteBuilder endpoints, string pattern, GraphQLServer server, GraphQLHttpOptions options)
    {
        var stopping = endpoints.ServiceProvider.GetService<IHostApplicationLifetime>()?.ApplicationStopping ?? CancellationToken.None;
        var pipeline = endpoints.CreateApplicationBuilder();
        pipeline.UseWebSockets();
        pipeline.Run(context => context.WebSockets.IsWebSocketRequest
            ? SocketDoor.EnterAsync(context, server, options, stopping)
            : new HttpExchange(context, server, options, stopping).AnswerAsync());
        return endpoints.Map(pattern, pipeline.Build()).WithDisplayName("GraphQL");
    }
}
