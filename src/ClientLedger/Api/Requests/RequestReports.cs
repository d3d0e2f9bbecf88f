using System.Globalization;
using ClientLedger.Access;
using ClientLedger.Api.Keys;
using ClientLedger.Messages;
using ClientLedger.Shared;
using ClientLedger.Storage;
using ClientLedger.Storage.Catalog;
using ClientLedger.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Api.Requests;

/// <summary>Which requests an owner looks at.</summary>
/// <param name="Caller">Id of a key or an account; null for everybody's.</param>
/// <param name="Since">From when on.</param>
/// <param name="FailedOnly">Those that were refused, or whose answer tells of errors.</param>
internal sealed record RequestFilter(long? Caller, DateTime Since, bool FailedOnly)
{
    /// <summary>Where the page before ended; null for the first.</summary>
    public RequestPlace? Before { get; init; }
}

/// <summary>Where a page of requests ends.</summary>
internal readonly record struct RequestPlace(DateTime At, long Id)
{
    /// <summary>As it stands in an address.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.Ticks}-{Id}");

    /// <summary>The place that an address names; null when it names none.</summary>
    public static RequestPlace? Parse(string? text)
    {
        var parts = (text ?? "").Split('-');
        return parts.Length == 2
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTime.MaxValue.Ticks
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? new RequestPlace(new DateTime(ticks, DateTimeKind.Utc), id)
            : null;
    }
}

/// <summary>What one caller asked altogether.</summary>
/// <param name="Failed">Of them, those that were refused or tell of errors.</param>
/// <param name="Median">Microseconds within which half of them were answered.</param>
/// <param name="Slowest">Microseconds within which 95 of a hundred were.</param>
internal sealed record CallerSum(long Caller, int Requests, int Failed, long Points, long Median, long Slowest, long Bytes);

/// <summary>What owners are told of the requests to their ledger.</summary>
internal sealed class RequestReports(RequestLog log, CatalogDatabase catalog, MemberNames members)
{
    /// <summary>Requests on a page.</summary>
    public const int PageSize = 50;

    /// <summary>A page of requests, the newest first, with one more when there is another page.</summary>
    /// <exception cref="RefusedException">The caller owns nothing here.</exception>
    public async Task<IReadOnlyList<ApiRequest>> PageAsync(LedgerScope scope, RequestFilter filter, CancellationToken cancellationToken)
    {
        await using var ledger = await OpenAsync(scope, cancellationToken);
        var requests = Matching(ledger, filter);
        if (filter.Before is { } before)
        {
            requests = requests.Where(request => request.At < before.At || (request.At == before.At && request.Id < before.Id));
        }

        return await requests.OrderByDescending(request => request.At).ThenByDescending(request => request.Id).Take(PageSize + 1).ToListAsync(cancellationToken);
    }

    /// <summary>What each caller asked, who spent most first.</summary>
    /// <exception cref="RefusedException">The caller owns nothing here.</exception>
    public async Task<IReadOnlyList<CallerSum>> SumsAsync(LedgerScope scope, RequestFilter filter, CancellationToken cancellationToken)
    {
        await using var ledger = await OpenAsync(scope, cancellationToken);

        // A ledger keeps few enough to be added up here; no two databases have the same word for a percentile.
        var rows = await Matching(ledger, filter)
            .Select(request => new { request.CallerId, request.Points, request.Microseconds, request.Bytes, Failed = request.Status >= 400 || request.Errors > 0 })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.GroupBy(row => row.CallerId).Select(group =>
            {
                var durations = group.Select(row => row.Microseconds).Order().ToList();
                return new CallerSum(
                    group.Key, durations.Count, group.Count(row => row.Failed), group.Sum(row => row.Points), Nearest(durations, 50), Nearest(durations, 95), group.Sum(row => row.Bytes));
            }).OrderByDescending(sum => sum.Points).ThenBy(sum => sum.Caller),
        ];
    }

    /// <summary>Whom requests may name: the ledger's keys, those that were revoked included, and its people; ids as addresses have them, and names.</summary>
    public async Task<IReadOnlyDictionary<long, (string Address, string Name)>> CallersAsync(LedgerScope scope, CancellationToken cancellationToken)
    {
        Demand(scope);
        await using var context = catalog.CreateContext();
        var keys = await context.ApiKeys.AsNoTracking().Where(key => key.TenantId == scope.TenantId).Select(key => new { key.Id, key.Name }).ToListAsync(cancellationToken);
        var people = await members.OfAsync(scope, cancellationToken);
        return keys.Select(key => (key.Id, Address: ApiKeys.IdOf(key.Id), key.Name))
            .Concat(people.Select(person => (person.Id, Address: RecordIds.Format(RecordIds.Account, person.Id), person.Name)))
            .ToDictionary(caller => caller.Id, caller => (caller.Address, caller.Name));
    }

    /// <summary>Opens the log, with what this node had yet to write.</summary>
    private async Task<LedgerContext> OpenAsync(LedgerScope scope, CancellationToken cancellationToken)
    {
        Demand(scope);
        await log.FlushAsync(cancellationToken);
        return scope.Database.CreateContext(scope.TenantId);
    }

    private static void Demand(LedgerScope scope)
    {
        if (!scope.Rights.IsOwner)
        {
            throw new RefusedException(Refusal.Of(AccessMessages.OwnersOnly));
        }
    }

    private static IQueryable<ApiRequest> Matching(LedgerContext ledger, RequestFilter filter)
    {
        var requests = ledger.Set<ApiRequest>().AsNoTracking().Where(request => request.At >= filter.Since);
        if (filter.Caller is { } caller)
        {
            requests = requests.Where(request => request.CallerId == caller);
        }

        return filter.FailedOnly ? requests.Where(request => request.Status >= 400 || request.Errors > 0) : requests;
    }

    /// <summary>The nearest rank, as the read gate's percentiles have it.</summary>
    private static long Nearest(List<long> ascending, int percent) => ascending[Math.Max(0, (int)Math.Ceiling(ascending.Count * percent / 100.0) - 1)];
}
