using System.Diagnostics;
using ClientLedger.Messages;
using ClientLedger.Tenancy.Requests;

namespace ClientLedger.Web.Requests;

/// <summary>
/// Answers where nobody else has: a failure, a refusal that nobody caught, a status without a body. What failed is told to the log alone; the visitor
/// gets a number by which the log names it.
/// </summary>
internal sealed partial class ErrorPages(RequestDelegate next, ILogger<ErrorPages> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (RefusedException refused) when (!context.Response.HasStarted)
        {
            await WriteAsync(context, refused.Refusal, StatusCodes.Status422UnprocessableEntity);
            return;
        }
        catch (BadHttpRequestException bad) when (!context.Response.HasStarted)
        {
            context.Response.StatusCode = bad.StatusCode;
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for the answer any more.
            return;
        }
        catch (Exception failure) when (!context.Response.HasStarted)
        {
            var correlation = Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;
            LogFailed(logger, correlation, context.Request.Method, context.Request.PathBase + context.Request.Path, failure);
            await WriteAsync(context, Refusal.Of(HostMessages.Failed), StatusCodes.Status500InternalServerError, correlation);
            return;
        }

        if (!context.Response.HasStarted && context.Response.ContentLength is null && string.IsNullOrEmpty(context.Response.ContentType) && Said(context.Response.StatusCode) is { } code)
        {
            await RefusalPage.WriteAsync(context, Refusal.Of(code), context.Response.StatusCode);
        }
    }

    private static MessageCode? Said(int status) => status switch
    {
        StatusCodes.Status400BadRequest => HostMessages.BadRequest,
        StatusCodes.Status403Forbidden => HostMessages.Forbidden,
        StatusCodes.Status404NotFound => HostMessages.NotFound,
        StatusCodes.Status405MethodNotAllowed => HostMessages.MethodNotAllowed,
        StatusCodes.Status413PayloadTooLarge => HostMessages.TooLarge,
        StatusCodes.Status429TooManyRequests => HostMessages.TooMany,
        _ => null,
    };

    /// <summary>Without what had been set for another answer; but the security headers stay.</summary>
    private static Task WriteAsync(HttpContext context, Refusal refusal, int status, string? correlation = null)
    {
        foreach (var header in new[] { "Location", "ETag", "Last-Modified", "Content-Type", "Content-Length", "Content-Encoding", "Content-Disposition" })
        {
            context.Response.Headers.Remove(header);
        }

        return RefusalPage.WriteAsync(context, refusal, status, correlation);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Correlation}: {Method} {Path} failed.")]
    private static partial void LogFailed(ILogger logger, string correlation, string method, PathString path, Exception failure);
}
