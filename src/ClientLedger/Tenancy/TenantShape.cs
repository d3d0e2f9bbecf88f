using ClientLedger.Access;
using ClientLedger.Fields;
using ClientLedger.Settings;
using ClientLedger.Storage;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Tenancy;

/// <summary>All of a tenant that its scopes are made of, as it was at one stamp. Immutable but for the rights that it has worked out.</summary>
internal sealed class TenantShape
{
    private const int MostKept = 2_000;
    private const int Attempts = 5;

    private readonly Dictionary<long, Rights> known = [];
    private readonly Lock gate = new();
    private readonly TeamTree teams;
    private readonly HashSet<long> owners;
    private readonly ILookup<long, Grant> grantsByPerson;
    private readonly HashSet<long> persons;
    private readonly Lazy<Rights> system;

    private TenantShape(long stamp, TenantSettings settings, IReadOnlyDictionary<long, string> books, LedgerSchema schema, TeamTree teams, RoleRows rows)
    {
        Stamp = stamp;
        Settings = settings;
        Books = books;
        Schema = schema;
        this.teams = teams;
        var ownerRoles = rows.Roles.Where(role => role.IsOwner).Select(role => role.Id).ToHashSet();
        var grants = rows.Grants.ToLookup(grant => grant.RoleId, grant => grant.Read());
        owners = [.. rows.Members.Where(member => ownerRoles.Contains(member.RoleId)).Select(member => member.PersonId)];
        persons = [.. rows.Members.Select(member => member.PersonId)];
        grantsByPerson = rows.Members.SelectMany(member => grants[member.RoleId], (member, grant) => (member.PersonId, grant)).ToLookup(x => x.PersonId, x => x.grant);
        system = new(() => RightsOf.System(schema));
    }

    public long Stamp { get; }

    public TenantSettings Settings { get; }

    /// <summary>Names of the books by their numbers.</summary>
    public IReadOnlyDictionary<long, string> Books { get; }

    public LedgerSchema Schema { get; }

    /// <summary>The product's own rights.</summary>
    public Rights System => system.Value;

    /// <summary>Whether a person or a program has any role.</summary>
    public bool HasRole(long person) => persons.Contains(person);

    /// <summary>The rights of a person or a program; of one without a role, rights that show nothing.</summary>
    public Rights RightsFor(long person)
    {
        lock (gate)
        {
            if (known.GetValueOrDefault(person) is { } rights)
            {
                return rights;
            }
        }

        var made = Make(person);
        lock (gate)
        {
            if (known.Count >= MostKept)
            {
                known.Clear();
            }

            return known[person] = made;
        }
    }

    /// <summary>Reads a tenant's shape; null while the tenant has none.</summary>
    public static async Task<TenantShape?> LoadAsync(LedgerContext context, LedgerSchema builtIn, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await StampAsync(context, cancellationToken) is not { } stamp)
            {
                return null;
            }

            var shape = await LoadAsync(context, builtIn, stamp, cancellationToken);

            // Read in several statements: what changed in between is read again. A shape kept under an old stamp isn't used twice.
            if (shape is null || attempt == Attempts || await StampAsync(context, cancellationToken) == stamp)
            {
                return shape;
            }
        }
    }

    /// <summary>The tenant's stamp, or null while it has none.</summary>
    public static Task<long?> StampAsync(LedgerContext context, CancellationToken cancellationToken) =>
        context.Set<ScopeStamp>().AsNoTracking().Select(stamp => (long?)stamp.Value).SingleOrDefaultAsync(cancellationToken);

    private static async Task<TenantShape?> LoadAsync(LedgerContext context, LedgerSchema builtIn, long stamp, CancellationToken cancellationToken)
    {
        var settings = await context.Set<TenantSettingsRow>().AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (settings is null)
        {
            return null;
        }

        var books = await context.Set<Book>().AsNoTracking().ToDictionaryAsync(book => book.Id, book => book.Name, cancellationToken);
        var schema = await CustomFields.SchemaAsync(context, builtIn, cancellationToken);
        var tree = new TeamTree(
            await context.Set<Team>().AsNoTracking().ToListAsync(cancellationToken),
            await context.Set<TeamMember>().AsNoTracking().ToListAsync(cancellationToken));
        var rows = new RoleRows(
            await context.Set<Role>().AsNoTracking().ToListAsync(cancellationToken),
            await context.Set<RoleGrant>().AsNoTracking().OrderBy(grant => grant.RoleId).ThenBy(grant => grant.Position).ToListAsync(cancellationToken),
            await context.Set<RoleMember>().AsNoTracking().OrderBy(member => member.RoleId).ToListAsync(cancellationToken));
        return new TenantShape(stamp, settings.Read(), books, schema, tree, rows);
    }

    private Rights Make(long person)
    {
        var isOwner = owners.Contains(person);
        return RightsOf.Caller(Schema, person, isOwner ? [.. Schema.Entities.Select(RightsOf.Full)] : [.. grantsByPerson[person]], teams, isOwner);
    }

    private sealed record RoleRows(IReadOnlyList<Role> Roles, IReadOnlyList<RoleGrant> Grants, IReadOnlyList<RoleMember> Members);
}
