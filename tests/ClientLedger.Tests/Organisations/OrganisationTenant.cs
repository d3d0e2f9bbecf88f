using ClientLedger.Access;
using ClientLedger.Tenancy;
using ClientLedger.TestKit;
using ClientLedger.TestKit.Plain;
using ClientLedger.Writing;
using Microsoft.Extensions.DependencyInjection;

namespace ClientLedger.Tests.Organisations;

/// <summary>One of the tenants: its records as lists, its people, and their organisation.</summary>
/// <param name="key">The key of a program.</param>
/// <param name="program">The program's id, which is a member of roles and teams as persons are.</param>
internal sealed class OrganisationTenant(LedgerApp app, string name, string email, IReadOnlyList<long> people, string key, long program)
{
    private readonly Dictionary<long, LedgerVisitor> visitors = [];

    public string Name => name;

    public int Id { get; private set; }

    public IReadOnlyList<long> People => people;

    public string Key => key;

    public long Program => program;

    public PlainOrganisation Organisation { get; set; } = new();

    /// <summary>Everything that the database holds of it, as it was when it was last read.</summary>
    public PlainLedger Ledger { get; private set; } = new();

    /// <summary>The address of a member by its place.</summary>
    public static string EmailOf(string tenant, int place) => $"member{place}@{tenant}.example";

    /// <summary>Its ledger with its owner's rights.</summary>
    public Task<LedgerScope> OpenAsync() => app.OpenAsync(name, email);

    /// <summary>Reads what the database holds past both gates.</summary>
    public async Task ReadAsync()
    {
        var scope = await OpenAsync();
        Id = scope.TenantId;
        Ledger = await StoredLedger.ReadAsync(scope);
    }

    /// <summary>Applies changes as its owner, row by row.</summary>
    public async Task<IReadOnlyList<RowResult>> ApplyAsync(IReadOnlyList<RecordChange> changes) => (await app.Services.GetRequiredService<WriteGate>().ApplyAsync(
        await OpenAsync(), new ChangeSet(Door.Seed, changes) { AllOrNothing = false, Duplicates = DuplicatePolicy.Create }, CancellationToken.None)).Rows;

    /// <summary>What the plain reference says that a person sees now.</summary>
    public async Task<PlainSight> SightAsync(long person)
    {
        var owner = await OpenAsync();
        var scope = new LedgerScope(
            owner.TenantId, name, new Actor(ActorKind.Person, person, "member"), Organisation.RightsOf(owner.Schema, person), owner.Schema, owner.Settings, null!, null!) { Books = owner.Books };
        return new PlainSight(Ledger, scope, TimeProvider.System.GetUtcNow()) { IsStill = true };
    }

    /// <summary>The browser of a person, who has signed in.</summary>
    public async Task<LedgerVisitor> VisitorAsync(long person)
    {
        if (!visitors.TryGetValue(person, out var visitor))
        {
            visitors.Add(person, visitor = await app.SignInAsync(EmailOf(name, people.ToList().IndexOf(person))));
            await visitor.FollowAsync($"/t/{name}/");
        }

        return visitor;
    }
}
