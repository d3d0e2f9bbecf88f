using System.Buffers.Text;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using ClientLedger.Access;
using ClientLedger.Fields.Values;
using ClientLedger.Messages;
using ClientLedger.Shared;
using ClientLedger.Storage;
using ClientLedger.Storage.Catalog;
using ClientLedger.Tenancy;
using ClientLedger.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ClientLedger.Api.Keys;

/// <summary>What an owner says of a key that is to be made.</summary>
/// <param name="Role">Id of the role that it gets.</param>
/// <param name="Networks">In CIDR, apart by spaces; empty for any.</param>
/// <param name="Expires">The first day on which it isn't good any more, where the tenant is; empty for never.</param>
internal sealed record NewApiKey(string Name, long? Role, string Networks, string Expires)
{
    /// <summary>What <see cref="ApiKeys.Draft"/> gave the form that says it; null where it is said once.</summary>
    public string? Draft { get; init; }
}

/// <summary>The keys by which programs come into a ledger. A key is shown once, when it is made; what is kept of it opens nothing.</summary>
internal sealed class ApiKeys(CatalogDatabase catalog, IdSource ids, IRandomSource random, IOptions<FreshnessOptions> freshness, TimeProvider clock)
{
    private const int SecretLength = 32;

    /// <summary>How long after a key was made its form, sent again, is answered with it: a second click or a page that is loaded anew comes sooner.</summary>
    private static readonly TimeSpan ShownFor = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan UseIsKeptEach = TimeSpan.FromMinutes(1);

    private readonly Recent<(int Tenant, long Id), ApiKey?> found = new(freshness, clock, keys => AllAsync(catalog, keys));

    /// <summary>What a form carries so that it makes one key however often it is sent, at once too.</summary>
    public string Draft(LedgerScope scope) => NewDraft().Seal(scope, random);

    /// <summary>Makes a key with a role. The same form sent again makes none: it is answered with the key that it has made, for a moment.</summary>
    /// <returns>The text to send as <c>Bearer</c>, or what is wrong; then nothing was made.</returns>
    public async Task<(string Text, IReadOnlyList<Refusal> Refusals)> MakeAsync(LedgerScope scope, NewApiKey asked, CancellationToken cancellationToken)
    {
        // Before a key is shown again too.
        if (!scope.Rights.IsOwner)
        {
            return ("", [Refusal.Of(AccessMessages.OwnersOnly)]);
        }

        var name = TextCleaning.Line(asked.Name);
        var networks = TextCleaning.Line(asked.Networks);
        List<Refusal> wrong = [.. Check(name, asked.Role, networks)];
        var expiresAt = ExpiryOf(scope, asked.Expires, wrong);
        if (wrong.Count > 0)
        {
            return ("", wrong);
        }

        var (draft, role) = (KeyDraft.Open(scope, asked.Draft) ?? NewDraft(), asked.Role!.Value);
        var key = new ApiKey
        {
            Id = draft.Id,
            TenantId = scope.TenantId,
            Name = name,
            SecretHash = Hash(draft.Secret),
            Networks = networks.Length == 0 ? null : networks,
            ExpiresAt = expiresAt,
            CreatedAt = clock.Now(),
            CreatedBy = scope.Actor.Id,
        };
        var refusals = await AddAsync(scope, key, role, cancellationToken);
        return refusals.Count > 0 ? ("", refusals) : (RecordIds.Format(RecordIds.Key, draft.Id) + draft.Secret, []);
    }

    /// <summary>A ledger's keys that weren't revoked, by name.</summary>
    public async Task<IReadOnlyList<ApiKey>> ListAsync(LedgerScope scope, CancellationToken cancellationToken)
    {
        await using var context = catalog.CreateContext();
        return await context.ApiKeys.AsNoTracking()
            .Where(key => key.TenantId == scope.TenantId && key.RevokedAt == null)
            .OrderBy(key => key.Name).ThenBy(key => key.Id)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Ids and names of the roles that a key may get, by name.</summary>
    public static async Task<IReadOnlyList<(string Code, string Name)>> RolesAsync(LedgerScope scope, CancellationToken cancellationToken)
    {
        await using var context = scope.Database.CreateContext(scope.TenantId);
        var roles = await context.Set<Role>().AsNoTracking().OrderBy(role => role.Name).ToListAsync(cancellationToken);
        return [.. roles.Select(role => (role.Id.ToString(CultureInfo.InvariantCulture), role.Name))];
    }

    /// <summary>The names of the roles that keys of a ledger have, by the ids of the keys.</summary>
    public static async Task<ILookup<long, string>> RolesOfAsync(LedgerScope scope, IReadOnlyList<ApiKey> keys, CancellationToken cancellationToken)
    {
        var ids = keys.Select(key => key.Id).ToList();
        await using var context = scope.Database.CreateContext(scope.TenantId);
        var named = await context.Set<RoleMember>().AsNoTracking()
            .Where(member => ids.Contains(member.PersonId))
            .Join(context.Set<Role>(), member => member.RoleId, role => role.Id, (member, role) => new { member.PersonId, role.Name })
            .OrderBy(each => each.Name)
            .ToListAsync(cancellationToken);
        return named.ToLookup(each => each.PersonId, each => each.Name);
    }

    /// <summary>Revokes a key: the next request that names it is refused, on another node a moment later (<see cref="FreshnessOptions"/>). One that was revoked before stays so.</summary>
    /// <param name="key">Its id as <see cref="IdOf"/> writes it.</param>
    /// <returns>False when the ledger has no such key, or the caller owns nothing there.</returns>
    public async Task<bool> RevokeAsync(LedgerScope scope, string key, CancellationToken cancellationToken)
    {
        if (!scope.Rights.IsOwner || !RecordIds.TryParse(key, RecordIds.Key, out var id))
        {
            return false;
        }

        var now = clock.Now();
        await using var context = catalog.CreateContext();
        var mine = context.ApiKeys.Where(each => each.TenantId == scope.TenantId && each.Id == id);
        await mine.Where(each => each.RevokedAt == null).ExecuteUpdateAsync(set => set.SetProperty(each => each.RevokedAt, now), cancellationToken);
        found.Forget((scope.TenantId, id));
        return await mine.AnyAsync(cancellationToken);
    }

    /// <summary>The program that a text lets into a tenant's ledger; null when it is none of its keys, isn't good any more, or not from that address.</summary>
    public async Task<Actor?> FindAsync(int tenantId, string text, IPAddress? from, CancellationToken cancellationToken)
    {
        var end = IdOf(0).Length;
        if (text.Length <= end || !RecordIds.TryParse(text.AsSpan(0, end), RecordIds.Key, out var id))
        {
            return null;
        }

        var key = await found.GetAsync((tenantId, id), () => ReadAsync(tenantId, id, cancellationToken));
        var now = clock.Now();
        if (key is null || !CryptographicOperations.FixedTimeEquals(key.SecretHash, Hash(text[end..]))
            || key.RevokedAt is not null || key.ExpiresAt <= now || !IsWithin(key.Networks, from))
        {
            return null;
        }

        if (key.LastUsedAt is not { } last || now - last >= UseIsKeptEach)
        {
            await using var context = catalog.CreateContext();
            await context.ApiKeys
                .Where(each => each.TenantId == tenantId && each.Id == id)
                .ExecuteUpdateAsync(set => set.SetProperty(each => each.LastUsedAt, now), cancellationToken);
            found.Forget((tenantId, id));
        }

        return new Actor(ActorKind.Client, id, key.Name);
    }

    /// <summary>A key's id as pages show it; nobody comes in by it.</summary>
    public static string IdOf(long id) => RecordIds.Format(RecordIds.Key, id);

    private async Task<ApiKey?> ReadAsync(int tenantId, long id, CancellationToken cancellationToken)
    {
        await using var context = catalog.CreateContext();
        return await context.ApiKeys.AsNoTracking().SingleOrDefaultAsync(key => key.TenantId == tenantId && key.Id == id, cancellationToken);
    }

    private static async Task<IReadOnlyDictionary<(int Tenant, long Id), ApiKey?>> AllAsync(CatalogDatabase catalog, IReadOnlyCollection<(int Tenant, long Id)> keys)
    {
        var named = keys.Select(key => key.Id).ToList();
        await using var context = catalog.CreateContext();
        var read = await context.ApiKeys.AsNoTracking().Where(key => EF.Parameter(named).Contains(key.Id)).ToListAsync();
        return read.ToDictionary(key => (key.TenantId, key.Id), key => (ApiKey?)key);
    }

    /// <summary>Adds a key and gives it its role, unless another sending of its form has.</summary>
    /// <returns>What is wrong; then the key isn't there, or it isn't the one that was asked for.</returns>
    private async Task<IReadOnlyList<Refusal>> AddAsync(LedgerScope scope, ApiKey key, long role, CancellationToken cancellationToken)
    {
        if (await ReadAsync(key.TenantId, key.Id, cancellationToken) is { } made)
        {
            return await AgainAsync(scope, key, role, made, cancellationToken);
        }

        // A role for a key that never comes to be opens nothing.
        var refusals = await ScopeChange.SaveAsync(scope, (context, _) => GiveAsync(scope, context, role, key.Id, cancellationToken), cancellationToken);
        if (refusals.Count > 0)
        {
            // The change since the scope was opened may be the role that the same form, sent at the same time, has given.
            var isGiven = refusals[0].Code == WriteMessages.ScopeChanged && await HasRoleAsync(scope, role, key.Id, cancellationToken);
            if (!isGiven)
            {
                return refusals;
            }
        }

        try
        {
            await using var context = catalog.CreateContext();
            context.ApiKeys.Add(key);
            await context.SaveChangesAsync(cancellationToken);
            return [];
        }
        catch (DbUpdateException) when (!cancellationToken.IsCancellationRequested)
        {
            // Another sending was first, or else there is still none and the failure counts.
            if (await ReadAsync(key.TenantId, key.Id, cancellationToken) is { } other)
            {
                return await AgainAsync(scope, key, role, other, cancellationToken);
            }

            throw;
        }
    }

    /// <summary>What is wrong with asking for a key whose form has made one before: nothing, if it asks for the same and soon.</summary>
    private static async Task<IReadOnlyList<Refusal>> AgainAsync(LedgerScope scope, ApiKey asked, long role, ApiKey made, CancellationToken cancellationToken)
    {
        var isSame = made.RevokedAt is null && asked.CreatedAt - made.CreatedAt < ShownFor
            && (made.Name, made.Networks, made.ExpiresAt) == (asked.Name, asked.Networks, asked.ExpiresAt)
            && await HasRoleAsync(scope, role, made.Id, cancellationToken);
        return isSame ? [] : [Refusal.Of(ApiMessages.KeyMade)];
    }

    private static async Task<bool> HasRoleAsync(LedgerScope scope, long role, long key, CancellationToken cancellationToken)
    {
        await using var context = scope.Database.CreateContext(scope.TenantId);
        return await context.Set<RoleMember>().AnyAsync(member => member.RoleId == role && member.PersonId == key, cancellationToken);
    }

    private async Task<IReadOnlyList<Refusal>> GiveAsync(LedgerScope scope, LedgerContext context, long role, long key, CancellationToken cancellationToken)
    {
        if (!await context.Set<Role>().AnyAsync(each => each.Id == role, cancellationToken))
        {
            return [Refusal.Of(ApiMessages.KeyRole) with { Field = "role" }];
        }

        // Its form was sent with another role before, and a key gets no more than was asked for at once.
        if (await context.Set<RoleMember>().AnyAsync(member => member.PersonId == key && member.RoleId != role, cancellationToken))
        {
            return [Refusal.Of(ApiMessages.KeyMade)];
        }

        var refusals = await new Roles(context, scope.Schema, ids).GiveAsync(role, key, cancellationToken);
        return [.. refusals.Select(refusal => refusal with { Field = "role" })];
    }

    private static IEnumerable<Refusal> Check(string name, long? role, string networks)
    {
        if (name.Length is 0 or > ApiKey.MaxName)
        {
            yield return Refusal.Of(ApiMessages.KeyName, ("max", ApiKey.MaxName)) with { Field = "name" };
        }

        if (role is null)
        {
            yield return Refusal.Of(ApiMessages.KeyRole) with { Field = "role" };
        }

        var unreadable = networks.Length > ApiKey.MaxNetworks ? networks[..40] : Each(networks).FirstOrDefault(network => !IPNetwork.TryParse(network, out _));
        if (unreadable is not null)
        {
            yield return Refusal.Of(ApiMessages.KeyNetworks, ("value", unreadable)) with { Field = "networks" };
        }
    }

    /// <summary>The moment at which a day begins where the tenant is.</summary>
    private DateTime? ExpiryOf(LedgerScope scope, string expires, List<Refusal> wrong)
    {
        if (string.IsNullOrWhiteSpace(expires))
        {
            return null;
        }

        if (DateOnly.TryParseExact(expires.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && Reading.Binding.Periods.StartOf(day, scope.Settings.Zone) is var moment && moment > clock.Now())
        {
            return moment;
        }

        wrong.Add(Refusal.Of(ApiMessages.KeyExpires, ("value", expires)) with { Field = "expires" });
        return null;
    }

    private static bool IsWithin(string? networks, IPAddress? from)
    {
        if (networks is null)
        {
            return true;
        }

        var address = from is { IsIPv4MappedToIPv6: true } ? from.MapToIPv4() : from;
        return address is not null && Each(networks).Any(network => IPNetwork.Parse(network).Contains(address));
    }

    private static string[] Each(string networks) => networks.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private KeyDraft NewDraft()
    {
        Span<byte> secret = stackalloc byte[SecretLength];
        random.Fill(secret);
        return new KeyDraft(ids.Next(), Base64Url.EncodeToString(secret));
    }

    private static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
