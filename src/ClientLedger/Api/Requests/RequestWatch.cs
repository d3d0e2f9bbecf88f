using System.Security.Cryptography;
using System.Text;
using ClientLedger.Access;
using ClientLedger.Api.Limits;
using ClientLedger.GraphQL.Http;
using ClientLedger.Shared;
using ClientLedger.Storage;
using Microsoft.AspNetCore.Http;

namespace ClientLedger.Api.Requests;

/// <summary>Puts down what became of each request of a caller that the ledger knows.</summary>
internal sealed class RequestWatch(RequestLog log, IdSource ids, TimeProvider clock)
{
    // Who is refused for asking too often doesn't push out of the log what was asked before.
    private readonly CallerBuckets refusals = new(most: 5, perSecond: 0.2, clock);

    /// <summary>Takes the time of a request that goes on.</summary>
    public async Task WatchAsync(HttpContext context, Caller caller, Func<Task> answer)
    {
        var (at, began) = (clock.Now(), clock.GetTimestamp());
        try
        {
            await answer();
        }
        finally
        {
            var kind = context.WebSockets.IsWebSocketRequest ? RequestKinds.Socket : context.Request.Path == ApiModule.SchemaAddress ? RequestKinds.Schema : null;
            log.Add(RowOf(context, caller, at, clock.GetElapsedTime(began), context.Features.Get<OperationReport>(), kind));
        }
    }

    /// <summary>Puts down that a key asked too often: a few of such refusals, and then one now and then.</summary>
    public void Refused(HttpContext context, Caller caller, string code)
    {
        if (caller.Kind == ActorKind.Client && refusals.Take(caller, 1).IsTaken)
        {
            var row = RowOf(context, caller, clock.Now(), TimeSpan.Zero, asked: null, kind: null);
            (row.Status, row.Errors, row.Code) = (StatusCodes.Status429TooManyRequests, 1, code);
            log.Add(row);
        }
    }

    /// <summary>Puts down what became of one of the operations on a socket; the connection has a line of its own.</summary>
    public void Answered(HttpContext context, Caller caller, OperationReport asked) => log.Add(RowOf(context, caller, clock.Before(asked.Elapsed), asked.Elapsed, asked, kind: null));

    /// <param name="asked">The operation; null when it couldn't be read, or there is none.</param>
    /// <param name="kind">What it is about otherwise.</param>
    private ApiRequest RowOf(HttpContext context, Caller caller, DateTime at, TimeSpan took, OperationReport? asked, string? kind)
    {
        var row = new ApiRequest
        {
            TenantId = caller.Tenant,
            Id = ids.Next(),
            At = at,
            CallerKind = caller.Kind,
            CallerId = caller.Id,
            Microseconds = (long)took.TotalMicroseconds,
            Status = context.Response.StatusCode,
            Kind = kind,
        };
        if (asked is null)
        {
            return row;
        }

        var isUnpaid = asked.FirstCode == ApiMessages.PointsSpent.Code || asked.FirstCode == ApiMessages.TooDear.Code;
        (row.Kind, row.Operation, row.Code) = (asked.Type, Short(asked.Name, ApiRequest.MaxOperation), Short(asked.FirstCode, ApiRequest.MaxCode));
        (row.Errors, row.Bytes, row.Points) = (asked.Errors, asked.Bytes, asked.Cost is { } cost && !isUnpaid ? ApiLimit.PointsOf(cost) : 0);
        row.DocumentHash = SHA256.HashData(Encoding.UTF8.GetBytes(asked.Document));
        return row;
    }

    private static string? Short(string? text, int most) => text?.Length > most ? text[..most] : text;
}
