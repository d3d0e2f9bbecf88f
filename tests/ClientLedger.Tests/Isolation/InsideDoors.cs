using ClientLedger.Tests.Accounts;
using ClientLedger.Tests.Api;
using ClientLedger.Tests.Api.Feeds;
using ClientLedger.Tests.Customers;
using ClientLedger.Tests.Help.Demo;
using ClientLedger.Tests.Imports.Pages;
using ClientLedger.Tests.Imports.Running;
using ClientLedger.Tests.Jobs;
using ClientLedger.Tests.Tenancy;
using ClientLedger.Tests.Web;

namespace ClientLedger.Tests.Isolation;

/// <summary>
/// Types that the product keeps to itself and that are given a tenant's scope, database or id, with the tests that try them with two tenants: whoever
/// adds one says here through what it is tried.
/// </summary>
internal static class InsideDoors
{
    /// <summary>Parts of the two gates and of what saves a tenant's settings: each case of <see cref="IsolationTests"/> goes through them.</summary>
    private static readonly string[] OfTheGates =
    [
        "Binder", "CandidateReader", "LogAppender", "OrderShare", "ReadRows", "RecordCountSql", "RecordSelections", "RecordTitles", "RecordWalk", "ScopeChange",
        "Search", "SingleValue", "TermRows", "TotalsTable", "UnindexedLimit", "WriteBatch",
    ];

    /// <summary>What reads the catalog for a tenant: <see cref="CatalogCases"/>.</summary>
    private static readonly string[] OfTheCatalog = ["ApiKeys", "CatalogMembers", "HandOvers", "MemberNames"];

    /// <summary>What pages are made from: every handler is tried on Acme's own records while Globex has the same.</summary>
    private static readonly string[] OfPages =
    [
        "CareList", "ConditionForm", "CustomerPage", "CustomerTimeline", "FieldText", "LedgerList", "ListColumns", "MenuEntry", "QuickFind", "RecordForms",
        "SettingsPage", "ShownFields", "TimelinePage",
    ];

    /// <summary>What resolvers work with, and where they get their schema.</summary>
    private static readonly string[] OfTheApi = ["ApiCall", "ApiSchemas", "SelectionReader"];

    /// <summary>What follows a tenant's log.</summary>
    private static readonly string[] OfTheFeed =
    [
        "DepartedRecords", "FeedCursor", "FeedFields", "FeedRecords", "LogFeed", "LogReader", "PastComparison", "PastRecords", "PastSight", "SightOrder",
    ];

    /// <summary>By name.</summary>
    public static IReadOnlyDictionary<string, Type> All { get; } = new Dictionary<string, Type>(
    [
        .. OfTheGates.Concat(OfTheCatalog).Select(name => KeyValuePair.Create(name, typeof(IsolationTests))),
        .. OfTheApi.Select(name => KeyValuePair.Create(name, typeof(ApiCrossingTests))),
        .. OfPages.Select(name => KeyValuePair.Create(name, typeof(PageCrossingTests))),
        .. OfTheFeed.Select(name => KeyValuePair.Create(name, typeof(FeedTests))),
        new("LogPoll", typeof(LogBellTests)),
        new("RelayBells", typeof(SubscriptionTests)),
        new("SubscriptionCounts", typeof(SubscriptionTests)),
        new("Subscriptions", typeof(SubscriptionTests)),
        new("Caller", typeof(ApiLimitTests)),
        new("Checkpoints", typeof(JobRunnerTests)),
        new("RequestReports", typeof(RequestLogTests)),
        new("RequestLog", typeof(RequestLogTests)),
        new("DatabaseFailures", typeof(OutageTests)),
        new("FillDemo", typeof(DemoTests)),
        new("ImportLines", typeof(ImportRunsTests)),
        new("ImportLines.Work", typeof(ImportRunsTests)),
        new("KeptAnswers", typeof(KeptAnswerTests)),
        new("KeyDraft", typeof(ApiKeyTests)),
        new("MakeDemo", typeof(DemoTests)),
        new("PlanRights", typeof(RestrictedImportTests)),
        new("RefusedLine", typeof(ImportRunsTests)),
        new("SignUp", typeof(SignUpTests)),
        new("TenantShape", typeof(LedgerScopesTests)),
        new("TotalsRecount", typeof(SaveTenantSettingsTests)),
        new("UploadStream", typeof(ImportRunsTests)),
    ]);
}
