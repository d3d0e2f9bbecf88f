using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ClientLedger.Access;
using ClientLedger.Fields;
using ClientLedger.TestKit.Generators;
using ClientLedger.TestKit.Plain;
using ClientLedger.Tests.Api.Feeds;
using ClientLedger.Writing;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Tests.Organisations;

/// <summary>The doors that tell of changes: whoever follows hears of the records that it sees, and that those which it saw are gone.</summary>
internal static class FeedDoors
{
    /// <summary>What hangs ends the test.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Changes records while members and a program follow, and holds what each is told against what the plain reference says before and after.</summary>
    /// <returns>How many changes were told.</returns>
    public static async Task<int> FollowAsync(OrganisationWorld world, OrganisationTenant tenant, IReadOnlyList<long> persons)
    {
        var before = new Dictionary<long, (PlainSight Sight, string Cursor)>();
        foreach (var person in persons.Append(tenant.Program))
        {
            var caller = await CallerAsync(world, tenant, person);
            before.Add(person, (caller.Sight, (string)(await caller.DataAsync("{ changes { cursor } }"))["changes"]!["cursor"]!));
        }

        var isFollowed = before[tenant.Program].Sight.Scope.Rights.On("customer").Grants.Count > 0;
        using var http = new HttpClient();
        using var events = isFollowed ? await SubscribeAsync(world, tenant, http) : null;
        var touched = await ChangeAsync(world, tenant);
        var told = 0;
        foreach (var (person, (sight, cursor)) in before)
        {
            var caller = await CallerAsync(world, tenant, person);
            var expected = Expected(caller, sight, touched).Order(StringComparer.Ordinal).ToList();
            Assert.Equal(expected, (await FeedAsync(caller, cursor)).Order(StringComparer.Ordinal));
            told += expected.Count;
            if (person == tenant.Program && events is not null)
            {
                // Another role ends it, whatever it hasn't told yet: until it has told what it should, it must be left alone.
                var customers = expected.Where(each => each.Contains("cus_", StringComparison.Ordinal)).ToList();
                var heard = await EventsAsync(events, customers.Count);
                await AddRoleAsync(tenant);
                Assert.Equal(customers, heard.Concat(await EventsAsync(events, int.MaxValue)).Order(StringComparer.Ordinal));
            }
        }

        return told;
    }

    private static async Task<OrganisationCaller> CallerAsync(OrganisationWorld world, OrganisationTenant tenant, long person) => person == tenant.Program
        ? new OrganisationCaller(world, tenant, world.App.Visit(), await tenant.SightAsync(person), tenant.Key)
        : new OrganisationCaller(world, tenant, await tenant.VisitorAsync(person), await tenant.SightAsync(person));

    /// <summary>Gives customers to others and moves them, deletes a few, and changes texts of other records; tells what was really changed, as it was before.</summary>
    private static async Task<List<PlainRecord>> ChangeAsync(OrganisationWorld world, OrganisationTenant tenant)
    {
        var (chance, schema) = (world.Chance, (await tenant.OpenAsync()).Schema);
        var live = tenant.Ledger.Records.Where(record => record.IsLive).ToList();
        var customers = chance.Some(live.Where(record => record.Entity == "customer"), 12);
        var others = chance.Some(live.Where(record => record.Entity != "customer"), 16);
        await tenant.ApplyAsync([.. others.Select(record => Touched(schema[record.Entity], record))]);
        await tenant.ApplyAsync([.. customers.Skip(2).Select(customer => new RecordChange(Verb.Update, "customer")
        {
            Id = customer.Id, Values = FieldValues.Of(("owner", chance.Pick(tenant.People)), ("region", chance.Pick(RandomValues.Regions))),
        })]);
        await tenant.ApplyAsync([.. customers.Take(2).Select(customer => new RecordChange(Verb.Delete, "customer") { Id = customer.Id })]);
        var was = tenant.Ledger;
        await tenant.ReadAsync();
        return [.. was.Records.Where(record => tenant.Ledger.Find(record.Tenant, record.Entity, record.Id)!.Version != record.Version)];
    }

    /// <summary>A text gets a letter more; its mark stays.</summary>
    private static RecordChange Touched(EntityDescriptor entity, PlainRecord record)
    {
        var field = entity.Fields.First(field => field is { Type: FieldType.Text or FieldType.LongText, Several: false, Derived: false, Unique: false });
        return new RecordChange(Verb.Update, entity.Name) { Id = record.Id, Values = FieldValues.Of((field.Name, record[field.Name] + "a")) };
    }

    private static IEnumerable<string> Expected(OrganisationCaller now, PlainSight before, IEnumerable<PlainRecord> touched)
    {
        foreach (var was in touched)
        {
            var record = now.Sight.Ledger.Find(was.Tenant, was.Entity, was.Id)!;
            if (record.IsLive && now.Sight.Covers(record))
            {
                yield return $"{now.IdOf(was)} False";
            }
            else if (was.Entity == "customer" && before.Covers(was))
            {
                // Other records were changed in nothing that a rule looks at: what their customers took along is the client's to find out.
                yield return $"{now.IdOf(was)} True";
            }
        }
    }

    private static async Task<List<string>> FeedAsync(OrganisationCaller caller, string cursor)
    {
        var told = new List<string>();
        for (var hasMore = true; hasMore;)
        {
            var page = (await caller.DataAsync($"{{ changes(after: \"{cursor}\", first: 5) {{ changes {{ id gone record {{ id }} }} cursor hasMore resync }} }}"))["changes"]!;
            Assert.False((bool)page["resync"]!);
            told.AddRange(page["changes"]!.AsArray().Select(Told));
            Assert.All(page["changes"]!.AsArray(), change => Assert.Equal((bool)change!["gone"]! ? null : (string)change["id"]!, (string?)change["record"]?["id"]));
            (cursor, hasMore) = ((string)page["cursor"]!, (bool)page["hasMore"]!);
        }

        return told;
    }

    private static string Told(JsonNode? change) => $"{change!["id"]} {(bool)change["gone"]!}";

    private static async Task<StreamReader> SubscribeAsync(OrganisationWorld world, OrganisationTenant tenant, HttpClient http)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(world.App.Address, $"/t/{tenant.Name}/graphql"))
        {
            Content = JsonContent.Create(new { query = "subscription { recordChanged(entity: \"customer\") { id gone record { id } } }" }),
        };
        request.Headers.Accept.ParseAdd("text/event-stream");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", tenant.Key);
        var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        var scope = await tenant.OpenAsync();
        await Followers.WaitAsync(scope.Database.Bell, scope.TenantId, followers => followers > 0);

        return new StreamReader(await response.EnsureSuccessStatusCode().Content.ReadAsStreamAsync());
    }

    /// <summary>The next changes that are told: so many, or fewer where the stream is closed before because of other rights.</summary>
    private static async Task<List<string>> EventsAsync(StreamReader events, int most)
    {
        var told = new List<string>();
        while (told.Count < most)
        {
            var line = await events.ReadLineAsync().WaitAsync(Patience) ?? throw new InvalidOperationException("The stream has ended without a word.");
            if (!line.StartsWith("data: {", StringComparison.Ordinal))
            {
                continue;
            }

            var data = JsonNode.Parse(line["data: ".Length..])!;
            if (data["errors"] is { } errors)
            {
                Assert.Equal("api.resync", (string)errors[0]!["extensions"]!["code"]!);
                return told;
            }

            told.Add(Told(data["data"]!["recordChanged"]));
        }

        return told;
    }

    /// <summary>Gives the program a role that nobody had.</summary>
    private static async Task AddRoleAsync(OrganisationTenant tenant)
    {
        var scope = await tenant.OpenAsync();
        await using var context = scope.Database.CreateContext(scope.TenantId);
        var name = tenant.Organisation.Roles.Select(role => role.Name).First(role => !tenant.Organisation.RolesOf(tenant.Program).Contains(role));
        context.Add(new RoleMember { RoleId = (await context.Set<Role>().SingleAsync(role => role.Name == name)).Id, PersonId = tenant.Program });
        await context.SaveChangesAsync();
        tenant.Organisation.Holders.Add((name, tenant.Program));
    }
}
