using ClientLedger.Reading;
using ClientLedger.Storage;
using ClientLedger.Tenancy;
using ClientLedger.TestKit;
using ClientLedger.TestKit.Plain;
using ClientLedger.Tests.Access;
using ClientLedger.Tests.Api.Feeds;
using ClientLedger.Tests.Writing;

namespace ClientLedger.Tests.Api;

/// <summary>What a test puts in to let something out: in one place, in both tenants.</summary>
/// <param name="Alter">What is sent in the place of a statement.</param>
/// <param name="InFeed">The same while the change feed is asked, and only then.</param>
/// <param name="Compile">The caller's ledger, opened otherwise than the product does.</param>
internal sealed record Leak(Func<SqlStatement, SqlStatement>? Alter = null, Func<SqlStatement, SqlStatement>? InFeed = null, Func<LedgerScope, LedgerScope>? Compile = null);

/// <summary>
/// The caller's API in both of two twins. What it answers, with which status and headers, what it costs, which statements it takes and how many rows each of them returns must be the same.
/// </summary>
internal sealed class ApiTwins
{
    private static readonly int[] Tenants = [TestLedger.Acme, TestLedger.Globex];

    private readonly TwinLedgers twins;
    private readonly Leak leak;
    private readonly Dictionary<int, ApiCase> apis;
    private readonly Dictionary<int, HttpCase> doors;
    private readonly Dictionary<int, string?> places = [];
    private readonly Dictionary<int, WatchedLedger> watched = [];

    public ApiTwins(TwinLedgers twins, Leak? leak = null, ReadGate? reading = null)
    {
        (this.twins, this.leak) = (twins, leak ?? new Leak());
        apis = Tenants.ToDictionary(tenant => tenant, tenant => new ApiCase(BuiltInEntities.Schema, reading ?? twins.Reading, twins.Writing(tenant)) { Clock = twins.Clock, TellsCost = true });
        doors = apis.ToDictionary(api => api.Key, api => new HttpCase(api.Value));
        foreach (var tenant in Tenants)
        {
            watched.Add(tenant, new WatchedLedger(twins.Caller(tenant).Database) { Alter = this.leak.Alter ?? AsItIs });
        }
    }

    public int Count { get; private set; }

    /// <summary>Statements of the gates in one of the tenants.</summary>
    public int Statements { get; private set; }

    /// <summary>The same, with searches that read by the index what the caller sees, however little it is.</summary>
    public ApiTwins ByIndex => field ??= new ApiTwins(twins, leak, twins.Searching(few: 0));

    /// <summary>How many were answered without an error.</summary>
    public int Answered { get; private set; }

    /// <summary>The caller, whose statements are watched.</summary>
    public LedgerScope Caller(int tenant)
    {
        var caller = twins.Caller(tenant);
        var opened = PlainScope.Of(tenant, caller.Schema, caller.Rights, watched[tenant], TestGates.Secrets(tenant));
        return leak.Compile?.Invoke(opened) ?? opened;
    }

    /// <summary>Asks both.</summary>
    /// <param name="looksFurther">
    /// Which statements it takes may differ: a change looks for duplicates and taken values among all records, which is told by decision.
    /// </param>
    public async Task AskAsync(string document, object? variables = null, bool looksFurther = false)
    {
        var (heads, answers) = (new Dictionary<int, string>(), new Dictionary<int, string>());
        var texts = new Dictionary<int, IReadOnlyList<string>>();
        foreach (var tenant in Tenants)
        {
            watched[tenant].Forget();
            texts[tenant] = await StatementCount.TextsOfAsync(async () => (heads[tenant], answers[tenant]) = await doors[tenant].AskAsync(Caller(tenant), document, variables));
        }

        Assert.DoesNotContain("INTERNAL_SERVER_ERROR", answers[TestLedger.Acme], StringComparison.Ordinal);
        Alike(document, answers);
        Alike(document, heads);

        // Instead of the time that an answer takes, which is chance: what the database was asked, and how many rows it returned.
        Statements += watched[TestLedger.Acme].Statements.Count;
        if (!looksFurther)
        {
            Alike(document, Tenants.ToDictionary(tenant => tenant, tenant => string.Join("\n        ", watched[tenant].Statements)));
            Alike(document, Tenants.ToDictionary(tenant => tenant, tenant => string.Join("\n        ", texts[tenant])));
        }

        Count++;
        Answered += answers[TestLedger.Acme].StartsWith("{\"data\"", StringComparison.Ordinal) ? 1 : 0;
    }

    /// <summary>Asks both what has changed since they were asked so before.</summary>
    public async Task FollowAsync()
    {
        var answers = new Dictionary<int, string>();
        foreach (var tenant in Tenants)
        {
            watched[tenant].Alter = leak.InFeed ?? leak.Alter ?? AsItIs;
            var told = (await apis[tenant].DataAsync(
                Caller(tenant), "query ($after: String) { changes(after: $after, first: 3) { changes { id entity kind at gone record { id } } cursor hasMore resync } }", new { after = places.GetValueOrDefault(tenant) }))["changes"]!;
            watched[tenant].Alter = leak.Alter ?? AsItIs;
            places[tenant] = (string)told["cursor"]!;
            told["cursor"] = places[tenant]!.Length;
            answers[tenant] = told.ToJsonString();
        }

        Alike("changes", answers);
        Count++;
        Answered++;
    }

    /// <summary>
    /// Subscribes in both, lets something happen step by step, and holds against each other what is told. A stream reads nothing before it is asked for more, so that
    /// each step is over when it is read: what is told doesn't depend on which is faster.
    /// </summary>
    /// <param name="steps">What happens in a tenant; in the end of each step the caller sees one change.</param>
    public async Task SubscribeAsync(params IReadOnlyList<Func<int, Task>> steps)
    {
        var told = new Dictionary<int, string>();
        foreach (var tenant in Tenants)
        {
            await using var stream = apis[tenant].StreamAsync(Caller(tenant), "subscription { recordChanged(entity: \"customer\") { id kind at gone record { ... on Customer { version name city phones updatedAt } } } }").GetAsyncEnumerator();
            var next = stream.MoveNextAsync().AsTask();
            await Followers.WaitAsync(watched[tenant].Bell, tenant, followers => followers > 0);

            // The log may be looked at while the opening change is made; it is told once all the same.
            await twins.ApplyAsOwnerAsync(tenant, [WriteGateTests.Update("customer", twins.OwnIds["customer"], null, ("city", "Opening"))]);
            var texts = new List<string>();
            for (var step = 0; ; step++)
            {
                watched[tenant].Bell.Ring(tenant);
                Assert.True(await next.WaitAsync(TimeSpan.FromSeconds(60)));
                texts.Add(stream.Current);
                if (step == steps.Count)
                {
                    break;
                }

                await steps[step](tenant);
                next = stream.MoveNextAsync().AsTask();
            }

            told[tenant] = string.Join('\n', texts);
        }

        Alike("recordChanged", told);
        Count++;
        Answered++;
    }

    private static SqlStatement AsItIs(SqlStatement statement) => statement;

    private static void Alike(string asked, Dictionary<int, string> answers) => Assert.True(
        answers[TestLedger.Acme] == answers[TestLedger.Globex], $"{asked}\nAcme:   {answers[TestLedger.Acme]}\nGlobex: {answers[TestLedger.Globex]}");
}
