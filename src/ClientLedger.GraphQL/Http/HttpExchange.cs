using System.Text.Json;
using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Execution;
using ClientLedger.GraphQL.Execution.Json;
using ClientLedger.GraphQL.Language;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace ClientLedger.GraphQL.Http;

/// <summary>Answers one request by the rules of GraphQL over HTTP. Status and headers are decided before the first byte of the answer.</summary>
internal sealed class HttpExchange(HttpContext context, GraphQLServer server, GraphQLHttpOptions options, CancellationToken stopping)
{
    private readonly HttpRequest request = context.Request;
    private ResponseMedia media = ResponseMedia.Default;

    /// <summary>What a client asks for, with what the host says of the caller.</summary>
    public static async ValueTask<GraphQLRequest> AskedAsync(HttpContext context, GraphQLHttpOptions options, GraphQLParameters parameters)
    {
        var caller = await options.Caller(context);
        return new(caller.Schema, parameters.Query)
        {
            DocumentId = parameters.DocumentId,
            OperationName = parameters.OperationName,
            Variables = parameters.Variables,
            Extensions = parameters.Extensions,
            OpenScope = caller.OpenScope ?? (() => OpenServiceScope(context)),
            Charge = options.Charge is { } charge ? cost => charge(context, cost) : null,
        };
    }

    public async Task AnswerAsync()
    {
        try
        {
            await AnswerOrRefuseAsync();
        }
        catch (BadHttpRequestException refusal)
        {
            using var answer = GraphQLResponse.Refusal([new GraphQLError(refusal.Message, ErrorCodes.BadRequest)]);
            await SendAsync(answer.Body, refusal.StatusCode);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to read an answer.
        }
        catch (Exception exception)
        {
            using var answer = GraphQLResponse.Refusal(Disclose(exception));
            if (!context.Response.HasStarted)
            {
                await SendAsync(answer.Body, StatusOf(answer));
            }
        }
    }

    private async Task AnswerOrRefuseAsync()
    {
        var isGet = HttpMethods.IsGet(request.Method);
        if (!isGet && !HttpMethods.IsPost(request.Method))
        {
            context.Response.Headers.Allow = "GET, POST";
            throw new BadHttpRequestException("GraphQL is asked by GET or POST.", StatusCodes.Status405MethodNotAllowed);
        }

        media = ResponseMedia.Of(request) ?? throw new BadHttpRequestException(
            $"The header 'Accept' must name {ResponseMedia.GraphQL}, {ResponseMedia.Json} or {ResponseMedia.EventStream}, in utf-8.", StatusCodes.Status406NotAcceptable);
        ForeignPages.Refuse(request);
        if (isGet)
        {
            await AnswerAsync(GraphQLParameters.In(request.Query), isGet);
            return;
        }

        CheckContentType();
        var json = await RequestJson.ReadAsync(request, options.MaxRequestBytes, context.RequestAborted);
        if (json.ValueKind == JsonValueKind.Array)
        {
            await AnswerBatchAsync(json);
        }
        else
        {
            await AnswerAsync(GraphQLParameters.In(json), isGet);
        }
    }

    private async Task AnswerAsync(GraphQLParameters parameters, bool isGet)
    {
        var asked = await AskedAsync(context, options, parameters);
        var preparation = server.Prepare(asked);
        if (isGet && preparation.Operation?.Type == OperationType.Mutation)
        {
            context.Response.Headers.Allow = "POST";
            throw new BadHttpRequestException("A mutation is asked by POST.", StatusCodes.Status405MethodNotAllowed);
        }

        var isSubscription = preparation.Operation?.Type == OperationType.Subscription;
        if (isSubscription && !media.IsStreamable)
        {
            throw new BadHttpRequestException(
                $"A subscription is answered by a stream: accept {ResponseMedia.EventStream}, or ask it over a WebSocket.", StatusCodes.Status406NotAcceptable);
        }

        if (isSubscription || media.Single is null)
        {
            using var told = Reporting.Begin(context, options, asked, preparation);
            await new EventStream(context.Response, options).SendAsync(ending => Told(server.StreamAsync(asked, preparation, ending), told), stopping);
            return;
        }

        using var answer = await ExecuteAsync(asked, preparation);
        await SendAsync(answer.Body, IsToComeAgain(preparation) ? StatusCodes.Status429TooManyRequests : StatusOf(answer));
    }

    /// <summary>The answers to several operations, executed one after the other, as a JSON array.</summary>
    private async Task AnswerBatchAsync(JsonElement batch)
    {
        var length = batch.GetArrayLength();
        if (length == 0 || length > options.MaxBatch || media.Single is null)
        {
            throw new BadHttpRequestException(
                options.MaxBatch == 0 ? "The request must be a JSON object: several operations in one request aren't taken." : $"An array must hold 1 to {options.MaxBatch} operations.",
                StatusCodes.Status400BadRequest);
        }

        // All are read before the first is executed: what one has done must not be lost by another.
        List<GraphQLParameters> operations = [.. batch.EnumerateArray().Select(GraphQLParameters.In)];
        var room = server.Options.Execution.MaxResponseBytes;
        using var body = new PooledBuffer(int.MaxValue);
        foreach (var operation in operations)
        {
            using var answer = await AnswerOneOfManyAsync(operation);
            var fits = answer.Body.Length <= room - body.Length;
            using var instead = fits ? null : GraphQLResponse.Refusal([new GraphQLError($"The responses together are larger than {room} bytes.", ErrorCodes.LimitExceeded)]);
            body.WriteByte(body.Length == 0 ? (byte)'[' : (byte)',');
            body.Write((instead ?? answer).Body.Span);
        }

        body.WriteByte((byte)']');
        await SendAsync(body.Written, StatusCodes.Status200OK);
    }

    private async ValueTask<GraphQLResponse> AnswerOneOfManyAsync(GraphQLParameters parameters)
    {
        try
        {
            var asked = await AskedAsync(context, options, parameters);
            return await ExecuteAsync(asked, server.Prepare(asked));
        }
        catch (Exception exception) when (!context.RequestAborted.IsCancellationRequested)
        {
            return GraphQLResponse.Refusal(Disclose(exception));
        }
    }

    /// <summary>Executes an operation, and tells the host what became of it.</summary>
    private async ValueTask<GraphQLResponse> ExecuteAsync(GraphQLRequest asked, Preparation preparation)
    {
        using var report = Reporting.Begin(context, options, asked, preparation);
        var answer = await server.ExecuteAsync(asked, preparation, context.RequestAborted);
        report.Add(answer);
        return answer;
    }

    /// <summary>The answers of a stream, while their errors and sizes are added up.</summary>
    private static async IAsyncEnumerable<GraphQLResponse> Told(IAsyncEnumerable<GraphQLResponse> answers, Reporting report)
    {
        await foreach (var answer in answers)
        {
            report.Add(answer);
            yield return answer;
        }
    }

    /// <summary>Whether the caller couldn't pay for an operation, and was told when it may be able to.</summary>
    private bool IsToComeAgain(Preparation preparation) => preparation.IsUnpaid && context.Response.Headers.RetryAfter.Count > 0;

    private IReadOnlyList<GraphQLError> Disclose(Exception exception) => server.Options.Execution.Disclosure.Disclose(exception, "a request over HTTP");

    private void CheckContentType()
    {
        // A page of another site can't send this type without asking by CORS first.
        var isJson = request.ContentType == ResponseMedia.Json
            || (MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals(ResponseMedia.Json, StringComparison.OrdinalIgnoreCase) && ResponseMedia.IsUtf8(type.Charset.Value));
        if (!isJson)
        {
            throw new BadHttpRequestException($"The header 'Content-Type' must be {ResponseMedia.Json}, in utf-8.", StatusCodes.Status415UnsupportedMediaType);
        }

        if (request.Headers.ContentEncoding is { Count: > 0 } encoding && !string.Equals(encoding, "identity", StringComparison.OrdinalIgnoreCase))
        {
            context.Response.Headers.AcceptEncoding = "identity";
            throw new BadHttpRequestException("The body must not be compressed: leave the header 'Content-Encoding' out.", StatusCodes.Status415UnsupportedMediaType);
        }
    }

    /// <summary>A refusal is a matter of HTTP only for who asked for GraphQL's own media type; for others it is an answer like any other.</summary>
    private int StatusOf(GraphQLResponse answer) =>
        !answer.IsRefusal ? StatusCodes.Status200OK
        : answer.Errors.Any(error => error.Code == ErrorCodes.InternalError) ? StatusCodes.Status500InternalServerError
        : media.IsGraphQL ? StatusCodes.Status400BadRequest
        : StatusCodes.Status200OK;

    private async Task SendAsync(ReadOnlyMemory<byte> body, int status)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = media.ContentType;
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, context.RequestAborted);
    }

    private static ExecutionScope OpenServiceScope(HttpContext context)
    {
        var scope = context.RequestServices.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        return new ExecutionScope(scope.ServiceProvider, scope);
    }
}
