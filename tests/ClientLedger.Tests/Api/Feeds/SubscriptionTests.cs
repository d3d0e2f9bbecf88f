using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClientLedger.Access;
using ClientLedger.Api.Feeds;
using ClientLedger.Api.Keys;
using ClientLedger.Api.Requests;
using ClientLedger.Shared;
using ClientLedger.Storage.Catalog;
using ClientLedger.Tenancy;
using ClientLedger.TestKit;
using ClientLedger.Tests.Web;
using ClientLedger.Tests.Writing;
using ClientLedger.Writing;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ClientLedger.Tests.Api.Feeds;

/// <summary>Subscriptions as clients have them: over Server-Sent Events and over WebSockets, of two ledgers at the same time.</summary>
[Collection(HostCollection.Name)]
public sealed class SubscriptionTests(RunningApp running) : IClassFixture<RunningApp>, IAsyncLifetime
{
    private const string Document = "subscription { recordChanged(entity: \"customer\") { kind gone record { ... on Customer { name city } } } }";

    /// <summary>What hangs ends the test.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private LedgerApp App => running.App;

    /// <summary>Followers are counted: those of the test before, whose connections are being closed, must have gone.</summary>
    public Task InitializeAsync() => OpenedAsync(0);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task What_changes_is_told_over_both_ways_and_to_nobody_of_another_ledger()
    {
        var (acme, globex) = (await App.OpenAsync(TwoTenants.Acme, LedgerApp.AnnaEmail), await App.OpenAsync(TwoTenants.Globex, LedgerApp.GinaEmail));
        await using var events = await EventsAsync(TwoTenants.Acme, await KeyAsync(acme), Document);
        await using var socket = await SocketAsync(TwoTenants.Acme, await KeyAsync(acme));
        await socket.SubscribeAsync("1", Document);
        await using var others = await EventsAsync(TwoTenants.Globex, await KeyAsync(globex), Document);
        await FollowedAsync(acme, 2);
        await FollowedAsync(globex, 1);

        var id = await SaveAsync(acme, WriteGateTests.Create("customer", ("name", "Told"), ("city", "Bonn")));
        const string Expected = """{"kind":"CREATE","gone":false,"record":{"name":"Told","city":"Bonn"}}""";
        Assert.Equal(Expected, (await events.NextAsync())["data"]!["recordChanged"]!.Text());
        Assert.Equal(Expected, (await socket.NextAsync("next", "1"))["data"]!["recordChanged"]!.Text());
        await SaveAsync(acme, new RecordChange(Verb.Delete, "customer") { Id = id });
        Assert.Equal("""{"kind":null,"gone":true,"record":null}""", (await events.NextAsync())["data"]!["recordChanged"]!.Text());

        await SaveAsync(globex, WriteGateTests.Create("customer", ("name", "Theirs"), ("city", "Ulm")));
        Assert.Equal("Theirs", (string)(await others.NextAsync())["data"]!["recordChanged"]!["record"]!["name"]!);
    }

    [Fact]
    public async Task Each_operation_on_a_socket_has_a_line_in_the_log_of_requests()
    {
        var acme = await App.OpenAsync(TwoTenants.Acme, LedgerApp.AnnaEmail);
        await using (var socket = await SocketAsync(TwoTenants.Acme, await KeyAsync(acme)))
        {
            await socket.SubscribeAsync("1", "query LineOne { me { name } }");
            await socket.NextAsync("complete", "1");
            await socket.SubscribeAsync("1", "query LineTwo { nothing }");
            await socket.NextAsync("error", "1");
        }

        await App.Services.GetRequiredService<RequestLog>().FlushAsync(default);
        await using var ledger = acme.Database.CreateContext(acme.TenantId);
        var rows = await ledger.Set<ApiRequest>().Where(row => row.Status == StatusCodes.Status101SwitchingProtocols && row.DocumentHash != null).OrderBy(row => row.At).ThenBy(row => row.Id).ToListAsync();
        var one = Assert.Single(rows, row => row.Operation == "LineOne");
        Assert.True(one is { Kind: "query", Errors: 0, Points: > 0, Bytes: > 10, Microseconds: > 0 });
        Assert.Single(rows, row => row is { Errors: 1, Code: "GRAPHQL_VALIDATION_FAILED" });
    }

    [Fact]
    public async Task A_filter_tells_what_satisfies_it_and_what_does_so_no_more()
    {
        var acme = await App.OpenAsync(TwoTenants.Acme, LedgerApp.AnnaEmail);
        await using var events = await EventsAsync(
            TwoTenants.Acme, await KeyAsync(acme), "subscription { recordChanged(entity: \"product\", where: { product: { name: { startsWith: \"seen\" } } }) { gone record { ... on Product { name } } } }");
        await FollowedAsync(acme, 1);
        var id = await SaveAsync(acme, WriteGateTests.Create("product", ("name", "unseen")));
        await SaveAsync(acme, WriteGateTests.Update("product", id, null, ("name", "unseen too")));
        await SaveAsync(acme, WriteGateTests.Update("product", id, null, ("name", "seen now")));
        const string Seen = """{"gone":false,"record":{"name":"seen now"}}""";
        Assert.Equal(Seen, (await events.NextAsync())["data"]!["recordChanged"]!.Text());
        await SaveAsync(acme, WriteGateTests.Update("product", id, null, ("name", "unseen again")));

        // Records are told as they are by then: of the changes before, one that is read after the last of them tells the same once more.
        string told;
        do
        {
            told = (await events.NextAsync())["data"]!["recordChanged"]!.Text();
        }
        while (told == Seen);
        Assert.Equal("""{"gone":true,"record":null}""", told);
    }

    [Theory]
    [InlineData("role", "api.resync")]
    [InlineData("revoked", "api.keyUnknown")]
    [InlineData("suspended", "tenancy.suspended")]
    public async Task Other_rights_end_it(string what, string code)
    {
        await using var own = await LedgerApp.StartAsync();
        await own.SignInAsync(LedgerApp.AnnaEmail);
        await own.SignInAsync(LedgerApp.GinaEmail);
        var (acme, globex) = (await own.OpenAsync(TwoTenants.Acme, LedgerApp.AnnaEmail), await own.OpenAsync(TwoTenants.Globex, LedgerApp.GinaEmail));
        var (key, theirs) = (await KeyAsync(acme, own), await KeyAsync(globex, own));
        await using var events = await EventsAsync(TwoTenants.Acme, key, Document, own);
        await using var socket = await SocketAsync(TwoTenants.Acme, key, own);
        await socket.SubscribeAsync("1", Document);
        await using var others = await EventsAsync(TwoTenants.Globex, theirs, Document, own);
        await FollowedAsync(acme, 2);
        await FollowedAsync(globex, 1);
        await using (var catalog = own.Services.GetRequiredService<CatalogDatabase>().CreateContext())
        await using (var ledger = acme.Database.CreateContext(acme.TenantId))
        {
            var id = (await catalog.ApiKeys.SingleAsync(each => each.TenantId == acme.TenantId)).Id;
            if (what == "role")
            {
                var roles = new Roles(ledger, acme.Schema, own.Services.GetRequiredService<IdSource>());
                var (role, refusals) = await roles.SaveAsync("sees products", [new Grant("product", new EveryRecord())], CancellationToken.None);
                Assert.Empty(refusals);
                ledger.RemoveRange(await ledger.Set<RoleMember>().Where(member => member.PersonId == id).ToListAsync());
                ledger.Add(new RoleMember { RoleId = role, PersonId = id });
                await ledger.SaveChangesAsync();
            }
            else if (what == "revoked")
            {
                Assert.True(await own.Services.GetRequiredService<ApiKeys>().RevokeAsync(acme, ApiKeys.IdOf(id), CancellationToken.None));
            }
            else
            {
                await catalog.Tenants.Where(tenant => tenant.Id == acme.TenantId).ExecuteUpdateAsync(set => set.SetProperty(tenant => tenant.State, TenantState.Suspended).SetProperty(tenant => tenant.Reason, "unpaid"));
            }
        }

        Assert.Equal(code, (string)(await events.NextAsync())["errors"]![0]!["extensions"]!["code"]!);
        Assert.Equal(code, (string)(await socket.NextAsync("error", "1"))[0]!["extensions"]!["code"]!);
        if (what != "role")
        {
            await socket.SubscribeAsync("2", "{ me { name } }");
            Assert.Equal(code, (string)(await socket.NextAsync("error", "2"))[0]!["extensions"]!["code"]!);
        }

        // The other ledger hears nothing of it, and goes on.
        await SaveAsync(globex, WriteGateTests.Create("customer", ("name", "Theirs")), own);
        Assert.Equal("Theirs", (string)(await others.NextAsync())["data"]!["recordChanged"]!["record"]!["name"]!);
    }

    [Fact]
    public async Task Each_caller_has_a_number_of_them_and_wrong_ones_are_refused()
    {
        var acme = await App.OpenAsync(TwoTenants.Acme, LedgerApp.AnnaEmail);
        await using var socket = await SocketAsync(TwoTenants.Acme, await KeyAsync(acme));
        foreach (var (document, code) in new[]
        {
            ("subscription { recordChanged(entity: \"secret\") { id } }", "query.entityUnknown"),
            ("subscription { recordChanged(entity: \"customer\", where: { product: { name: { equals: \"x\" } } }) { id } }", "api.whereOfOther"),
            ("subscription { recordChanged(entity: \"customer\", where: { customer: { name: null } }) { id } }", "api.conditionMissing"),
            ("subscription ($v: String) { recordChanged(entity: \"customer\", where: { customer: { name: { equals: $v } } }) { id } }", "api.variableMissing"),
        })
        {
            await socket.SubscribeAsync("wrong", document);
            Assert.Equal(code, (string)(await socket.NextAsync("error", "wrong"))[0]!["extensions"]!["code"]!);
        }

        for (var i = 0; i < 20; i++)
        {
            await socket.SubscribeAsync($"{i}", Document);
        }

        await FollowedAsync(acme, 20);
        await socket.SubscribeAsync("more", Document);
        Assert.Equal("api.tooManySubscriptions", (string)(await socket.NextAsync("error", "more"))[0]!["extensions"]!["code"]!);

        // One that ends makes room.
        await socket.SendAsync(new { id = "0", type = "complete" });
        await OpenedAsync(19);
        await socket.SubscribeAsync("more", Document);
        await FollowedAsync(acme, 20);
    }

    /// <summary>The ledger's owner at the moment: a key that was made meanwhile has renewed the ledger's stamp.</summary>
    private Task<LedgerScope> OwnerAsync(LedgerScope opened, LedgerApp? app) =>
        (app ?? App).OpenAsync(opened.TenantName, opened.TenantName == TwoTenants.Acme ? LedgerApp.AnnaEmail : LedgerApp.GinaEmail);

    private async Task<long> SaveAsync(LedgerScope opened, RecordChange change, LedgerApp? app = null)
    {
        var scope = await OwnerAsync(opened, app);
        var row = Assert.Single((await (app ?? App).Services.GetRequiredService<WriteGate>().ApplyAsync(scope, new ChangeSet(Door.Page, [change]) { Duplicates = DuplicatePolicy.Create }, CancellationToken.None)).Rows);
        Assert.Empty(row.Refusals);
        return row.Id!.Value;
    }

    private async Task<string> KeyAsync(LedgerScope opened, LedgerApp? app = null)
    {
        var scope = await OwnerAsync(opened, app);
        var roles = await ApiKeys.RolesAsync(scope, CancellationToken.None);
        var keys = (app ?? App).Services.GetRequiredService<ApiKeys>();
        var (text, refusals) = await keys.MakeAsync(scope, new NewApiKey("follower", long.Parse(roles[0].Code, null), Networks: "", Expires: ""), CancellationToken.None);
        Assert.Empty(refusals);
        return text;
    }

    /// <summary>Waits until so many subscriptions are open in both ledgers. One that ends doesn't follow any more before it is closed.</summary>
    private Task OpenedAsync(int count)
    {
        var counts = App.Services.GetRequiredService<SubscriptionCounts>();
        return Followers.UntilAsync(() => counts.Total == count);
    }

    /// <summary>Waits until so many follow a ledger's log.</summary>
    private static Task FollowedAsync(LedgerScope scope, int count) => Followers.WaitAsync(scope.Database.Bell, scope.TenantId, followers => followers == count);

    private async Task<Events> EventsAsync(string tenant, string key, string document, LedgerApp? app = null)
    {
        var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri((app ?? App).Address, $"/t/{tenant}/graphql")) { Content = JsonContent.Create(new { query = document }) };
        request.Headers.Accept.ParseAdd("text/event-stream");
        request.Headers.Authorization = new("Bearer", key);
        var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return new Events(http, new StreamReader(await response.EnsureSuccessStatusCode().Content.ReadAsStreamAsync()));
    }

    private async Task<Socket> SocketAsync(string tenant, string key, LedgerApp? app = null)
    {
        var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        socket.Options.SetRequestHeader("Authorization", "Bearer " + key);
        await socket.ConnectAsync(new UriBuilder(new Uri((app ?? App).Address, $"/t/{tenant}/graphql")) { Scheme = "ws" }.Uri, CancellationToken.None);
        var made = new Socket(socket);
        await made.SendAsync(new { type = "connection_init" });
        Assert.Equal("connection_ack", (string)(await made.ReceiveAsync())["type"]!);
        return made;
    }

    private sealed class Events(HttpClient http, StreamReader reader) : IAsyncDisposable
    {
        public async Task<JsonNode> NextAsync()
        {
            while (await reader.ReadLineAsync().WaitAsync(Patience) is { } line)
            {
                if (line.StartsWith("data: {", StringComparison.Ordinal))
                {
                    return JsonNode.Parse(line["data: ".Length..])!;
                }
            }

            throw new InvalidOperationException("The stream has ended.");
        }

        public ValueTask DisposeAsync()
        {
            reader.Dispose();
            http.Dispose();
            return ValueTask.CompletedTask;
        }
    }

    private sealed class Socket(ClientWebSocket socket) : IAsyncDisposable
    {
        public Task SubscribeAsync(string id, string query) => SendAsync(new { id, type = "subscribe", payload = new { query } });

        public Task SendAsync(object message) => socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

        public async Task<JsonNode> ReceiveAsync()
        {
            var buffer = new byte[64 * 1024];
            var received = await socket.ReceiveAsync(buffer, CancellationToken.None).WaitAsync(Patience);
            return JsonNode.Parse(Encoding.UTF8.GetString(buffer.AsSpan(0, received.Count)))!;
        }

        /// <summary>The payload of the next message of a kind about an operation.</summary>
        public async Task<JsonNode> NextAsync(string type, string id)
        {
            while (true)
            {
                var message = await ReceiveAsync();
                if ((string)message["type"]! == type && (string?)message["id"] == id)
                {
                    return message["payload"] ?? new JsonObject();
                }
            }
        }

        public ValueTask DisposeAsync()
        {
            socket.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
