using System.Collections.Frozen;
using ClientLedger.Fields;

namespace ClientLedger.Access;

/// <summary>A grant made ready for one caller: rights by ordinal of the field.</summary>
/// <param name="Rule">Which records.</param>
/// <param name="Read">By ordinal.</param>
/// <param name="Write">By ordinal.</param>
public sealed record EffectiveGrant(RecordRule Rule, IReadOnlyList<ReadRight> Read, IReadOnlyList<WriteRight> Write, bool Create, bool Delete, bool Reassign)
{
    /// <summary>Covers every record.</summary>
    public bool IsEverywhere => Rule is EveryRecord;
}

/// <summary>The rights of a caller on one entity: its grants, none dropped, none merged with another of a different rule.</summary>
public sealed class EntityRights
{
    /// <summary>Most grants of one caller on one entity: coverage has a bit for each.</summary>
    public const int MostGrants = 64;

    private readonly ReadRight[] best;
    private readonly WriteRight[] bestWrite;

    public EntityRights(EntityDescriptor entity, IReadOnlyList<EffectiveGrant> grants)
    {
        ArgumentNullException.ThrowIfNull(entity);
        ArgumentNullException.ThrowIfNull(grants);
        if (grants.Count > MostGrants)
        {
            throw new ArgumentException($"{grants.Count} grants, of at most {MostGrants}.", nameof(grants));
        }

        Entity = entity;
        Grants = grants;
        best = new ReadRight[entity.Fields.Count];
        bestWrite = new WriteRight[entity.Fields.Count];
        for (var ordinal = 0; ordinal < best.Length; ordinal++)
        {
            best[ordinal] = grants.Select(grant => grant.Read[ordinal]).DefaultIfEmpty().Max();
            bestWrite[ordinal] = grants.Select(grant => grant.Write[ordinal]).DefaultIfEmpty().Max();
        }
    }

    public EntityDescriptor Entity { get; }

    /// <summary>Empty: the caller sees no record of the entity.</summary>
    public IReadOnlyList<EffectiveGrant> Grants { get; }

    /// <summary>Some grant lets records be made.</summary>
    public bool MayCreate => Grants.Any(grant => grant.Create);

    /// <summary>Some grant lets records be deleted, and restored.</summary>
    public bool MayDelete => Grants.Any(grant => grant.Delete);

    /// <summary>The most that any grant gives for a field; Hidden means that the field doesn't exist for the caller.</summary>
    public ReadRight Best(int ordinal) => best[ordinal];

    /// <summary>The most that any grant allows to write.</summary>
    public WriteRight BestWrite(int ordinal) => bestWrite[ordinal];

    /// <summary>The field is clear on every row that is visible, so that a plan needs no condition on it.</summary>
    public bool IsClearEverywhere(int ordinal) => Grants.All(grant => grant.Read[ordinal] == ReadRight.Clear);

    /// <summary>One grant covers every record, so that a plan needs no record rule.</summary>
    public bool SeesEveryRecord => Grants.Any(grant => grant.IsEverywhere);
}

/// <summary>
/// All rights of a caller in a ledger, and the persons and teams that its record rules speak of. Made anew when roles, teams or shares change.
/// </summary>
public sealed class Rights
{
    private readonly FrozenDictionary<string, EntityRights> byEntity;

    public Rights(IEnumerable<EntityRights> entities) => byEntity = entities.ToFrozenDictionary(rights => rights.Entity.Name, StringComparer.Ordinal);

    /// <summary>May change what the whole ledger rests on: its settings, rates, books, numbering. An owner, or the product itself.</summary>
    public bool IsOwner { get; init; }

    /// <summary>The caller's account; own records are those whose owner this is.</summary>
    public long Person { get; init; }

    /// <summary>The caller's teams.</summary>
    public IReadOnlyList<long> Teams { get; init; } = [];

    /// <summary>Members of the caller's teams, the caller included.</summary>
    public IReadOnlyList<long> TeamPersons { get; init; } = [];

    /// <summary>Members of the caller's teams and of all teams under them, the caller included.</summary>
    public IReadOnlyList<long> TeamAndBelowPersons { get; init; } = [];

    public EntityRights On(string entity) => byEntity[entity];
}
