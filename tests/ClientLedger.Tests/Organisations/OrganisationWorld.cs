using System.Globalization;
using ClientLedger.Access;
using ClientLedger.Api.Keys;
using ClientLedger.Fields;
using ClientLedger.Messages;
using ClientLedger.Settings;
using ClientLedger.Shared;
using ClientLedger.Storage;
using ClientLedger.Storage.Catalog;
using ClientLedger.TestKit;
using ClientLedger.TestKit.Generators;
using ClientLedger.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ClientLedger.Tests.Organisations;

/// <summary>
/// The whole product on either database with two tenants, each with records of every entity, fields of its own, people, and an organisation that can be
/// replaced by another. Every text of a record is a mark that names record and field, so that it is recognised wherever it is shown.
/// </summary>
internal sealed class OrganisationWorld : IAsyncDisposable
{
    private const int People = 6, Customers = 32, Others = 14;

    private static readonly FieldDescriptor[] OwnFields =
    [
        new() { Id = 0, Name = "ownWord", Label = new("自有词", "Own word"), Type = FieldType.Text, Indexed = true, Mask = new(1, 1) },
        new() { Id = 0, Name = "ownScore", Label = new("自有分", "Own score"), Type = FieldType.Integer, Indexed = true },
        new() { Id = 0, Name = "ownDay", Label = new("自有日", "Own day"), Type = FieldType.Date },
    ];

    private readonly PostgresDatabase? database;
    private readonly Dictionary<int, (int Tenant, string Entity, long Id)> marked = [];
    private int teams = 1;

    private OrganisationWorld(LedgerApp app, PostgresDatabase? database, Chance chance)
    {
        App = app;
        this.database = database;
        Chance = chance;
    }

    public LedgerApp App { get; }

    public Chance Chance { get; }

    public IReadOnlyList<OrganisationTenant> Tenants { get; private set; } = [];

    public static async Task<OrganisationWorld> CreateAsync(Provider provider, int seed)
    {
        var stored = provider == Provider.Postgres ? await PostgresDatabase.CreateAsync() : null;
        List<(string, string)> settings = [("Api:Burst", "1000000"), ("Api:PerSecond", "1000000"), ("Api:CostBurst", "2000000000"), ("Api:CostPerSecond", "100000000")];
        if (stored is not null)
        {
            var (owner, app) = (stored.Address, TestLedger.AppAddress(stored.Address));
            settings.AddRange(
            [
                ("Catalog:Provider", "Postgres"), ("Catalog:Owner", owner), ("Catalog:App", app),
                ("Shards:main:Provider", "Postgres"), ("Shards:main:Owner", owner), ("Shards:main:App", app),
            ]);
        }

        var world = new OrganisationWorld(await LedgerApp.StartAsync(settings), stored, new Chance(seed));
        world.Tenants = [await world.FillAsync(TwoTenants.Acme, LedgerApp.AnnaEmail), await world.FillAsync(TwoTenants.Globex, LedgerApp.GinaEmail)];
        if (stored is not null)
        {
            await (await world.Tenants[0].OpenAsync()).Database.RefreshStatisticsAsync(CancellationToken.None);
        }

        return world;
    }

    /// <summary>The record and the tenant that a mark was written into.</summary>
    public (int Tenant, string Entity, long Id) RecordOf(int mark) => marked[mark];

    /// <summary>Replaces a tenant's teams, roles, members and shares.</summary>
    public async Task OrganiseAsync(OrganisationTenant tenant, string mark)
    {
        var scope = await tenant.OpenAsync();
        tenant.Organisation = new RandomOrganisation(Chance, scope.Schema, tenant.People, tenant.Program, teams).Next(mark);
        teams += tenant.Organisation.Teams.Count;
        await using (var context = scope.Database.CreateContext(scope.TenantId))
        {
            context.RemoveRange(await context.Set<RoleMember>().Where(member => tenant.People.Contains(member.PersonId) || member.PersonId == tenant.Program).ToListAsync());
            context.RemoveRange(await context.Set<TeamMember>().ToListAsync());
            context.RemoveRange(await context.Set<Share>().ToListAsync());
            await context.SaveChangesAsync();
            context.AddRange(tenant.Organisation.Teams.Select(team => new Team { Id = team.Id, Name = team.Name, ParentId = team.Above }));
            await context.SaveChangesAsync();
            context.AddRange(tenant.Organisation.Members.Select(member => new TeamMember { TeamId = member.Team, PersonId = member.Person }));
            var ids = App.Services.GetRequiredService<IdSource>();
            var records = tenant.Ledger.Records.Where(record => Chance.In(12)).ToList();
            context.AddRange(records.Select(record => new Share
            {
                Id = ids.Next(),
                EntityId = scope.Schema[record.Entity].Id,
                RecordId = record.Id,
                PersonId = Chance.In(50) ? Chance.Pick(tenant.People) : null,
            }));
            foreach (var share in context.ChangeTracker.Entries<Share>().Select(entry => entry.Entity).Where(share => share.PersonId is null))
            {
                share.TeamId = Chance.Pick(tenant.Organisation.Teams).Id;
            }

            await context.SaveChangesAsync();
            var roles = new Roles(context, scope.Schema, ids);
            foreach (var role in tenant.Organisation.Roles)
            {
                var (id, refusals) = await roles.SaveAsync(role.Name, role.Grants, CancellationToken.None);
                Assert.Empty(refusals);
                foreach (var (_, person) in tenant.Organisation.Holders.Where(holder => holder.Role == role.Name))
                {
                    Assert.Empty(await roles.GiveAsync(id, person, CancellationToken.None));
                }
            }
        }

        await tenant.ReadAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        if (database is not null)
        {
            await database.DisposeAsync();
        }
    }

    /// <summary>What stands in a text of a record.</summary>
    public static string MarkOf(int number, FieldDescriptor field, string more = "") => string.Create(CultureInfo.InvariantCulture, $"zq{number}x{field.Id}z{more}");

    private async Task<OrganisationTenant> FillAsync(string name, string email)
    {
        foreach (var field in OwnFields)
        {
            Assert.Empty(await CustomFields.AddAsync(await App.OpenAsync(name, email), "customer", field, CancellationToken.None));
        }

        Assert.Empty(await CustomFields.AddAsync(await App.OpenAsync(name, email), "order", OwnFields[0], CancellationToken.None));
        var people = await AddPeopleAsync(name, email);
        var (key, program) = await AddProgramAsync(name, email);
        var tenant = new OrganisationTenant(App, name, email, people, key, program);
        await tenant.ReadAsync();
        var scope = await tenant.OpenAsync();
        foreach (var entity in ReferenceOrder.Of(scope.Schema))
        {
            await MakeAsync(tenant, entity, entity.Name == "customer" ? Customers : Others);
        }

        var deleted = Chance.Some(tenant.Ledger.Records.Where(record => record.Entity is not ("customer" or "product")), 20)
            .Concat(Chance.Some(tenant.Ledger.Of(scope.TenantId, "customer"), 4));
        await tenant.ApplyAsync([.. deleted.Select(record => new RecordChange(Verb.Delete, record.Entity) { Id = record.Id })]);
        await tenant.ReadAsync();
        return tenant;
    }

    private async Task MakeAsync(OrganisationTenant tenant, EntityDescriptor entity, int count)
    {
        var values = new RandomValues(Chance, DateOnly.FromDateTime(DateTime.UtcNow), tenant.People);
        var first = marked.Count;
        var changes = new List<RecordChange>();
        for (var i = 0; i < count; i++)
        {
            var number = first + i;
            marked.Add(number, default);
            var pairs = new List<(string, object?)>();
            foreach (var field in entity.Fields.Where(field => !field.Derived && !Book.IsNamedBy(field)))
            {
                if (field.Type is FieldType.Text or FieldType.LongText)
                {
                    pairs.Add((field.Name, field.Several ? new[] { MarkOf(number, field) } : MarkOf(number, field)));
                }
                else if (field.Type == FieldType.Reference)
                {
                    var targets = tenant.Ledger.Of(tenant.Id, field.Target!).ToList();
                    pairs.Add((field.Name, targets.Count == 0 || (!field.Required && Chance.In(25)) ? null : Chance.Pick(targets).Id));
                }
                else
                {
                    pairs.Add((field.Name, values.CanonicalOrEmpty(field)));
                }
            }

            changes.Add(new RecordChange(Verb.Create, entity.Name) { Values = FieldValues.Of([.. pairs]) });
        }

        var rows = await tenant.ApplyAsync(changes);
        Assert.True(rows.Count(row => row.Outcome == Outcome.Created) * 2 > count, $"{entity}: {string.Join("; ", rows.SelectMany(row => row.Refusals).Select(refusal => $"{refusal}").Distinct())}");
        for (var i = 0; i < count; i++)
        {
            marked[first + i] = (tenant.Id, entity.Name, rows[i].Id ?? 0);
        }

        await tenant.ReadAsync();
    }

    /// <summary>A program's key, and the id by which it is a member of roles and teams.</summary>
    private async Task<(string Key, long Id)> AddProgramAsync(string name, string email)
    {
        var scope = await App.OpenAsync(name, email);
        var roles = await ApiKeys.RolesAsync(scope, CancellationToken.None);
        var (key, refusals) = await App.Services.GetRequiredService<ApiKeys>().MakeAsync(
            scope, new NewApiKey("program", long.Parse(roles[0].Code, CultureInfo.InvariantCulture), Networks: "", Expires: ""), CancellationToken.None);
        Assert.Empty(refusals);
        Assert.True(RecordIds.TryParse(key.AsSpan(0, ApiKeys.IdOf(0).Length).ToString(), "key", out var id));
        return (key, id);
    }

    /// <summary>Members with Anna's password, without roles as yet.</summary>
    private async Task<IReadOnlyList<long>> AddPeopleAsync(string name, string email)
    {
        var scope = await App.OpenAsync(name, email);
        var ids = App.Services.GetRequiredService<IdSource>();
        await using var catalog = App.Services.GetRequiredService<CatalogDatabase>().CreateContext();
        var hash = (await catalog.Users.SingleAsync(user => user.Email == LedgerApp.AnnaEmail)).PasswordHash;
        var people = new List<long>();
        for (var i = 0; i < People; i++)
        {
            var (id, address) = (ids.Next(), OrganisationTenant.EmailOf(name, i));
            catalog.Users.Add(new Account
            {
                Id = id, UserName = address, NormalizedUserName = address.ToUpperInvariant(), Email = address, NormalizedEmail = address.ToUpperInvariant(),
                PasswordHash = hash, SecurityStamp = $"{id}", Language = Language.English,
            });
            catalog.Memberships.Add(new Membership { TenantId = scope.TenantId, AccountId = id, DisplayName = $"member {i}", CreatedAt = DateTime.UtcNow });
            people.Add(id);
        }

        await catalog.SaveChangesAsync();
        return people;
    }
}
