using System.Globalization;
using ClientLedger.Access;
using ClientLedger.Api.Requests;
using ClientLedger.Messages;
using ClientLedger.Settings;
using ClientLedger.Shared;
using ClientLedger.Shared.Pages;
using ClientLedger.Storage;
using ClientLedger.Tenancy;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClientLedger.Api.Pages;

/// <summary>What callers asked of the ledger's API, for its owners.</summary>
[DoorAccess(Admission.Member)]
internal sealed class LogModel(LedgerScope ledger, RequestReports reports, TimeProvider clock, Wording wording) : PageModel
{
    private const string Failed = "failed";

    private static readonly (int Days, Label Label)[] Periods = [(1, RequestTexts.Day), (7, RequestTexts.Week), (30, RequestTexts.Month)];

    private IReadOnlyDictionary<long, (string Address, string Name)> callers = new Dictionary<long, (string, string)>();

    public SettingsPage Head => SettingsPage.Of(SettingsPage.Log, ledger, Request);

    /// <summary>Whose requests are looked at; null for everybody's.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Caller { get; set; }

    /// <summary>How many days.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Days { get; set; }

    /// <summary>Which of them.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Which { get; set; }

    /// <summary>Where the page before ended.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Before { get; set; }

    public IReadOnlyList<CallerSum> Sums { get; private set; } = [];

    public IReadOnlyList<ApiRequest> Requests { get; private set; } = [];

    /// <summary>Callers that can be chosen.</summary>
    public IEnumerable<(string Value, string Text)> Callers { get; private set; } = [];

    public IEnumerable<(string Value, string Text)> PeriodChoices => Periods.Select(period => (period.Days.ToString(CultureInfo.InvariantCulture), wording[period.Label]));

    public IEnumerable<(string Value, string Text)> OutcomeChoices => [("all", wording[RequestTexts.All]), (Failed, wording[RequestTexts.FailedOnly])];

    /// <summary>The first page; null on it.</summary>
    public string? Previous => string.IsNullOrEmpty(Before) ? null : AddressOf(before: null);

    /// <summary>The next page; null on the last.</summary>
    public string? Next { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Days = Periods.Any(period => period.Days.ToString(CultureInfo.InvariantCulture) == Days) ? Days : "7";
        Which = Which == Failed ? Failed : "all";
        if (!Head.MayChange)
        {
            return;
        }

        callers = await reports.CallersAsync(ledger, cancellationToken);
        var since = clock.Now() - TimeSpan.FromDays(int.Parse(Days!, CultureInfo.InvariantCulture));
        var caller = IdIn(Caller);
        Caller = caller is null ? null : Caller;
        var filter = new RequestFilter(caller, since, Which == Failed) { Before = RequestPlace.Parse(Before) };
        var everybody = await reports.SumsAsync(ledger, new RequestFilter(Caller: null, since, FailedOnly: false), cancellationToken);
        Sums = [.. everybody.Where(sum => caller is null || sum.Caller == caller)];
        Callers = everybody.Select(sum => sum.Caller).Concat(caller is { } chosen ? [chosen] : []).Distinct()
            .Select(id => (AddressOf(id), NameOf(id))).OrderBy(choice => choice.Item2, StringComparer.Ordinal).ToList();
        var page = await reports.PageAsync(ledger, filter, cancellationToken);
        Requests = [.. page.Take(RequestReports.PageSize)];
        Next = page.Count > RequestReports.PageSize ? AddressOf(new RequestPlace(Requests[^1].At, Requests[^1].Id).ToString()) : null;
    }

    /// <summary>What a caller is called in the ledger.</summary>
    public string NameOf(long caller) => callers.TryGetValue(caller, out var known) ? known.Name : wording[RequestTexts.Unknown];

    /// <summary>The log of one caller.</summary>
    public string LogOf(long caller) => Url.Content($"~/{SettingsPage.Log}?caller={AddressOf(caller)}&days={Days}");

    /// <summary>12.3 ms.</summary>
    public static string Milliseconds(long microseconds) => $"{Wording.Number(Math.Round(microseconds / 1_000m, microseconds < 100_000 ? 1 : 0))} ms";

    /// <summary>A size as people read it.</summary>
    public static string SizeOf(long bytes) => bytes switch
    {
        < 1_000 => $"{bytes} B",
        < 1_000_000 => $"{Wording.Number(Math.Round(bytes / 1_000m, 1))} kB",
        _ => $"{Wording.Number(Math.Round(bytes / 1_000_000m, 1))} MB",
    };

    /// <summary>By which equal documents are known.</summary>
    public static string HashOf(ApiRequest request) => request.DocumentHash is { } hash ? Convert.ToHexStringLower(hash.AsSpan(0, 4)) : "";

    private string AddressOf(string? before)
    {
        var query = new List<string> { "days=" + Days, "which=" + Which };
        query.AddRange(Caller is null ? [] : ["caller=" + Caller]);
        query.AddRange(before is null ? [] : ["before=" + before]);
        return Url.Content($"~/{SettingsPage.Log}?{string.Join('&', query)}");
    }

    private string AddressOf(long caller) => callers.TryGetValue(caller, out var known) ? known.Address : RecordIds.Format(RecordIds.Account, caller);

    private long? IdIn(string? caller) => callers.Where(known => known.Value.Address == caller).Select(known => (long?)known.Key).FirstOrDefault();
}
