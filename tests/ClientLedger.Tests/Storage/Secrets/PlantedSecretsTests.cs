using System.Buffers;
using System.Text;
using ClientLedger.Fields;
using ClientLedger.History;
using ClientLedger.Messages;
using ClientLedger.Reading;
using ClientLedger.Storage;
using ClientLedger.Tenancy;
using ClientLedger.TestKit;
using ClientLedger.TestKit.Generators;
using ClientLedger.Tests.Writing;
using ClientLedger.Writing;

namespace ClientLedger.Tests.Storage.Secrets;

/// <summary>Secrets that were planted through the write gate and then looked for in everything that is kept at rest.</summary>
public sealed class PlantedSecretsTests : IDisposable
{
    private const string Canary = "Canary Trading";

    /// <summary>Sensitive fields of the tenant's own: a text that is marked so, and two types that always are.</summary>
    private static readonly FieldDescriptor[] OwnFields =
    [
        new() { Id = 0, Name = "passport", Label = new("护照", "Passport"), Type = FieldType.Text, Sensitivity = Sensitivity.Sensitive },
        new() { Id = 0, Name = "second", Label = new("第二账号", "Second account"), Type = FieldType.BankAccount },
        new() { Id = 0, Name = "spouse", Label = new("配偶身份证", "Spouse's id"), Type = FieldType.NationalId },
    ];

    private readonly TemporaryFolder folder = new();
    private readonly Chance chance = new(5);
    private readonly List<string> planted = [];

    public void Dispose() => folder.Dispose();

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task No_planted_secret_is_found_in_files_dumps_and_anchors(Provider provider)
    {
        await using var tenants = await TwoTenants.CreateAsync(provider);
        foreach (var name in new[] { TwoTenants.Acme, TwoTenants.Globex })
        {
            await PlantAsync(tenants, name);
        }

        await new Anchors(tenants.Catalog, tenants.Shards, new AnchorFile(folder.PathOf("anchors.txt")), tenants.Clock).CopyAsync(CancellationToken.None);
        List<byte[]> storage =
        [
            .. await RawStorage.ReadAsync(provider, tenants.OwnerAddress),
            .. await RawStorage.ReadAsync(provider, tenants.CatalogAddress),
            await File.ReadAllBytesAsync(folder.PathOf("anchors.txt")),
        ];

        Assert.True(RawStorage.Holds(storage, Canary), "A text that isn't secret must be found, or the search finds nothing.");
        Assert.Equal((2 * 24) - 1, planted.Distinct().Count());
        Assert.DoesNotContain(planted, secret => RawStorage.HoldsAny(storage, [secret, Typed(secret)]));
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Secrets_are_found_whole_and_by_their_last_four_until_the_key_is_deleted_and_nothing_else_breaks(Provider provider)
    {
        await using var tenants = await TwoTenants.CreateAsync(provider);
        var kept = new Dictionary<string, Dictionary<string, string>>();
        foreach (var name in new[] { TwoTenants.Acme, TwoTenants.Globex })
        {
            kept.Add(name, await PlantAsync(tenants, name));
            await AssertFoundAsync(tenants, name, kept[name]);
        }

        await tenants.Keys.DeleteAsync((await tenants.OpenAsync(TwoTenants.Acme)).TenantId, CancellationToken.None);

        await AssertLostAsync(tenants, kept[TwoTenants.Acme]);
        await AssertFoundAsync(tenants, TwoTenants.Globex, kept[TwoTenants.Globex]);
    }

    /// <summary>Creates, changes and restores secrets, and has some refused; the last ones, by field, are what the customer has now.</summary>
    private async Task<Dictionary<string, string>> PlantAsync(TwoTenants tenants, string name)
    {
        foreach (var field in OwnFields)
        {
            Assert.Empty(await CustomFields.AddAsync(await tenants.OpenAsync(name), "customer", field, CancellationToken.None));
        }

        var scope = await tenants.OpenAsync(name);
        var id = (await DoneAsync(tenants, scope, WriteGateTests.Create("customer", [("name", Canary), .. Values(Fresh(), typed: true)]))).Id!.Value;
        await DoneAsync(tenants, scope, WriteGateTests.Create("contact", ("customer", id), ("name", "Li Wei"), ("nationalId", Keep(RandomNumbers.NationalId(chance)))));
        await DoneAsync(tenants, scope, WriteGateTests.Update("customer", id, 1, [.. Values(Fresh(), typed: false)]));

        // Refused: a conflict, a value beside a wrong one, and one that is taken.
        var conflict = await ApplyAsync(tenants, scope, WriteGateTests.Update("customer", id, 1, [.. Values(Fresh(), typed: false)]));
        Assert.Equal(Outcome.Conflict, conflict.Outcome);
        var refused = await ApplyAsync(tenants, scope, WriteGateTests.Create("customer", ("grade", "nonsense"), ("nationalId", Keep(RandomNumbers.NationalId(chance)))));
        Assert.Equal(Outcome.Refused, refused.Outcome);
        var wrong = await ApplyAsync(tenants, scope, WriteGateTests.Update("customer", id, 2, ("nationalId", Keep(RandomNumbers.NationalId(chance))), ("bankAccount", Keep("6222" + new string('7', 60)))));
        Assert.Equal(Outcome.Refused, wrong.Outcome);

        var last = Fresh();
        await DoneAsync(tenants, scope, WriteGateTests.Update("customer", id, 2, [.. Values(last, typed: true)]));
        await DoneAsync(tenants, scope, new RecordChange(Verb.Delete, "customer") { Id = id });
        await DoneAsync(tenants, scope, new RecordChange(Verb.Restore, "customer") { Id = id });
        return last;
    }

    /// <summary>A secret for each sensitive field of a customer.</summary>
    private Dictionary<string, string> Fresh() => new()
    {
        ["nationalId"] = Keep(RandomNumbers.NationalId(chance)),
        ["bankAccount"] = Keep(RandomNumbers.BankAccount(chance)),
        ["passport"] = Keep($"E{chance.Between(10_000_000, 99_999_999)}"),
        ["second"] = Keep(RandomNumbers.BankAccount(chance)),
        ["spouse"] = Keep(RandomNumbers.NationalId(chance)),
    };

    private string Keep(string secret)
    {
        planted.Add(secret);
        return secret;
    }

    /// <param name="typed">As people write them, with spaces.</param>
    private static IEnumerable<(string, object?)> Values(Dictionary<string, string> secrets, bool typed) =>
        secrets.Select(pair => (pair.Key, (object?)(typed && pair.Key != "passport" ? Typed(pair.Value) : pair.Value)));

    /// <summary>A number as people write it.</summary>
    private static string Typed(string secret) => secret.Insert(6, " ");

    private static async Task AssertFoundAsync(TwoTenants tenants, string name, Dictionary<string, string> secrets)
    {
        var scope = await tenants.OpenAsync(name);
        foreach (var (field, secret) in secrets)
        {
            var expected = $$"""{"rows":[{"name":"{{Canary}}","{{field}}":"{{secret}}"}]}""";
            var query = new LedgerQuery("customer") { Select = [new FieldSelection("name"), new FieldSelection(field)] };
            Assert.Equal(expected, await ReadAsync(tenants, scope, query with { Where = new FieldFilter(field, Operator.Equals, secret) }));
            Assert.Equal(expected, await ReadAsync(tenants, scope, query with { Where = new FieldFilter(field, Operator.In, ["11010519491231002X", secret]) }));
            Assert.Equal(expected, await ReadAsync(tenants, scope, query with { Where = new FieldFilter(field, Operator.EndsWith, secret[^4..]) }));
            Assert.Empty((await tenants.Reading.SearchAsync(scope, new SearchQuery(secret, []), CancellationToken.None)).Hits);
            Assert.Empty((await tenants.Reading.SearchAsync(scope, new SearchQuery(secret[^4..], []), CancellationToken.None)).Hits);
        }
    }

    private static async Task AssertLostAsync(TwoTenants tenants, Dictionary<string, string> secrets)
    {
        var scope = await tenants.OpenAsync(TwoTenants.Acme);
        var names = secrets.Keys.Select(field => new FieldSelection(field)).ToList();
        var nothing = string.Join(",", secrets.Keys.Select(field => $"\"{field}\":null"));
        var all = new LedgerQuery("customer") { Select = [new FieldSelection("name"), .. names], OrderBy = [new SortKey("name")] };
        Assert.Equal($$"""{"rows":[{"name":"{{Canary}}",{{nothing}}}]}""", await ReadAsync(tenants, scope, all));
        foreach (var (field, secret) in secrets)
        {
            foreach (var filter in new[] { new FieldFilter(field, Operator.Equals, secret), new FieldFilter(field, Operator.EndsWith, secret[^4..]) })
            {
                var refused = await Assert.ThrowsAsync<RefusedException>(() => ReadAsync(tenants, scope, all with { Where = filter }));
                Assert.Equal("secrets.keyDeleted", refused.Refusal.Code.Code);
            }
        }

        // Everything else goes on: search, changes, new records, history, the log.
        var hit = Assert.Single((await tenants.Reading.SearchAsync(scope, new SearchQuery("Canary", []), CancellationToken.None)).Hits);
        Assert.Equal(Outcome.Updated, (await DoneAsync(tenants, scope, WriteGateTests.Update("customer", hit.Id, null, ("city", "Bonn"), ("phones", "13800138000")))).Outcome);
        Assert.Equal(Outcome.Created, (await DoneAsync(tenants, scope, WriteGateTests.Create("customer", ("name", "Later")))).Outcome);
        var history = await new RecordHistory(tenants.Reading).ReadAsync(scope, "customer", hit.Id, null, null, CancellationToken.None);
        Assert.Equal(["city", "phones"], history[0].Changes.Select(change => change.Field.Name).Order());
        Assert.All(history.SelectMany(entry => entry.Changes).Where(change => secrets.ContainsKey(change.Field.Name)), change => Assert.Equal((null, null), (change.Before, change.After)));
        var verdict = await new LogVerifier(tenants.Ledger, scope.Schema).VerifyAsync(scope.TenantId, scope.Secrets, [], CancellationToken.None);
        Assert.Null(verdict.Fault);
        Assert.True(verdict.Sets > 5);
    }

    private static async Task<RowResult> ApplyAsync(TwoTenants tenants, LedgerScope scope, RecordChange change) =>
        (await tenants.Writing.ApplyAsync(scope, new ChangeSet(Door.Page, [change]), CancellationToken.None)).Rows[0];

    private static async Task<RowResult> DoneAsync(TwoTenants tenants, LedgerScope scope, RecordChange change)
    {
        var row = await ApplyAsync(tenants, scope, change);
        Assert.Empty(row.Refusals);
        return row;
    }

    private static async Task<string> ReadAsync(TwoTenants tenants, LedgerScope scope, LedgerQuery query)
    {
        var output = new ArrayBufferWriter<byte>();
        await tenants.Reading.ReadAsync(scope, query, output, CancellationToken.None);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
