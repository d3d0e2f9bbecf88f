using ClientLedger.Access;
using ClientLedger.Api.Feeds;
using ClientLedger.Api.Keys;
using ClientLedger.Api.Jobs;
using ClientLedger.Api.Limits;
using ClientLedger.Api.Requests;
using ClientLedger.Api.Schemas;
using ClientLedger.GraphQL;
using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Execution;
using ClientLedger.GraphQL.Execution.Pricing;
using ClientLedger.GraphQL.Http;
using ClientLedger.Messages;
using ClientLedger.Reading;
using ClientLedger.Shared.Pages;
using ClientLedger.Tenancy;
using ClientLedger.Writing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ClientLedger.Api;

/// <summary>The ledger through GraphQL.</summary>
public static partial class ApiModule
{
    /// <summary>Its address below a tenant's.</summary>
    public const string Address = "/graphql";

    /// <summary>Where a caller's schema lies as a file, below a tenant's address.</summary>
    public const string SchemaAddress = Address + "/schema.graphql";

    /// <summary>The header by which a client names a request, so that it is done once.</summary>
    private const string RequestKey = "Idempotency-Key";

    /// <summary>A call with as many records as it may have, all of them large.</summary>
    private const int MostBytes = 8 << 20;

    /// <summary>The whole address of the API of the ledger that a page is about.</summary>
    internal static string AddressOf(HttpRequest request) => $"{request.Scheme}://{request.Host}{request.PathBase}{Address}";

    /// <summary>Adds what the API works with.</summary>
    /// <param name="limit">The section that says how much one caller may ask.</param>
    public static IServiceCollection AddApi(this IServiceCollection services, IConfiguration limit)
    {
        services.Configure<ApiLimitOptions>(limit);
        services.AddSingleton<ApiLimit>();
        services.AddSingleton<RequestLog>();
        services.AddSingleton<RequestWatch>();
        services.AddSingleton<RequestReports>();
        services.AddHostedService<KeepRequestLog>();
        services.AddSingleton<ApiDoor>();
        services.AddSingleton<ApiCaller>();
        services.AddSingleton<ApiKeys>();
        services.AddSingleton(provider => new ApiSchemas(provider.GetRequiredService<Fields.LedgerSchema>()));
        services.AddSingleton<SubscriptionCounts>();
        services.AddSingleton<Subscriptions>();
        services.AddSingleton(ServerOf);
        services.AddMenuEntry(new MenuEntry(85, ApiPage.Overview, "api", DeveloperTexts.Api, Beside: ApiPage.Guide));
        return services;
    }

    /// <summary>Serves it.</summary>
    public static IEndpointConventionBuilder MapApi(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var services = endpoints.ServiceProvider;
        var schemas = services.GetRequiredService<ApiSchemas>();
        var options = new GraphQLHttpOptions
        {
            Caller = context => CallerOf(context, schemas),
            TimeProvider = services.GetRequiredService<TimeProvider>(),
            MaxRequestBytes = MostBytes,
            Charge = Charge,
            Answered = Answered,
        };
        var endpoint = endpoints.MapGraphQL(Address, services.GetRequiredService<GraphQLServer>(), options).WithMetadata(new DoorAccessAttribute(Admission.Member));
        endpoint.Add(built =>
        {
            var next = built.RequestDelegate!;
            built.RequestDelegate = context => context.RequestServices.GetRequiredService<ApiDoor>().EnterAsync(context, next);
        });
        endpoints.MapSchemaFile();
        return endpoint;
    }

    /// <summary>Takes what an operation costs from its caller's points; the error of who has too few of them.</summary>
    private static GraphQLError? Charge(HttpContext context, OperationCost cost)
    {
        var scope = ApiCaller.LedgerOf(context);
        var refusal = context.RequestServices.GetRequiredService<ApiLimit>().Spend(context, Caller.Of(scope.TenantId, scope.Actor), cost);
        return refusal is null ? null : ApiCall.ErrorOf(refusal, RequestLanguage.Of(context.Request, scope.Language));
    }

    /// <summary>Puts down what became of an operation: of the one that a request is, when the request ends; on a socket, of each.</summary>
    private static void Answered(HttpContext context, OperationReport report)
    {
        if (context.WebSockets.IsWebSocketRequest)
        {
            var scope = ApiCaller.LedgerOf(context);
            context.RequestServices.GetRequiredService<RequestWatch>().Answered(context, Caller.Of(scope.TenantId, scope.Actor), report);
        }
        else
        {
            context.Features.Set(report);
        }
    }

    /// <summary>Who asks. On a socket each operation is asked with the rights of its moment, whoever came in by it, and counts as a request.</summary>
    private static async ValueTask<GraphQLCaller> CallerOf(HttpContext context, ApiSchemas schemas)
    {
        var scope = ApiCaller.LedgerOf(context);
        if (context.WebSockets.IsWebSocketRequest)
        {
            try
            {
                scope = await context.RequestServices.GetRequiredService<ApiDoor>().AskAgainAsync(context, context.RequestAborted);
            }
            catch (RefusedException refused)
            {
                throw new GraphQLException(ApiCall.ErrorOf(refused.Refusal, RequestLanguage.Of(context.Request, scope.Language)));
            }
        }

        return new GraphQLCaller(schemas.Of(scope)) { OpenScope = () => CallOf(context, scope).ToExecution() };
    }

    private static ApiCall CallOf(HttpContext context, LedgerScope scope)
    {
        var services = context.RequestServices;
        return new ApiCall(
            scope, RequestLanguage.Of(context.Request, scope.Language), services.GetRequiredService<ReadGate>(), services.GetRequiredService<WriteGate>(), services.GetRequiredService<TimeProvider>())
        {
            RequestKey = context.Request.Headers[RequestKey].ToString() is { Length: > 0 } key ? key : null,
            Reopen = cancellation => services.GetRequiredService<ApiDoor>().ReopenAsync(context, cancellation),
            Look = cancellation => services.GetRequiredService<ApiDoor>().LookAsync(context, cancellation),
            Subscriptions = services.GetRequiredService<Subscriptions>(),
        };
    }

    private static GraphQLServer ServerOf(IServiceProvider services)
    {
        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ApiModule).FullName!);
        return new GraphQLServer(new GraphQLServerOptions
        {
            Execution = new ExecutionOptions
            {
                TimeProvider = services.GetRequiredService<TimeProvider>(),
                Disclosure = new ErrorDisclosure { Log = error => LogHidden(logger, error.Where, error.CorrelationId, error.Exception) },
            },
        });
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "GraphQL failed at {Where}; the caller was given {Correlation}.")]
    private static partial void LogHidden(ILogger logger, string where, string correlation, Exception exception);
}
