namespace ClientLedger.Access;

/// <summary>Which grants of a caller cover a record: bit n is the grant at index n.</summary>
internal static class Coverage
{
    /// <summary>Every grant covers every record, so that the database need not be asked.</summary>
    public static bool IsEverywhere(EntityRights rights) => rights.Grants.Count > 0 && rights.Grants.All(grant => grant.IsEverywhere);

    /// <summary>A field is clear on a record that these grants cover.</summary>
    public static bool IsClear(EntityRights rights, int ordinal, long covering) =>
        Any(rights, (grant, bit) => (covering & bit) != 0 && grant.Read[ordinal] == ReadRight.Clear);

    /// <summary>The bits of all grants.</summary>
    public static long All(EntityRights rights) => rights.Grants.Count == EntityRights.MostGrants ? -1 : (1L << rights.Grants.Count) - 1;

    /// <summary>The bits of some grants.</summary>
    public static long Of(EntityRights rights, Func<EffectiveGrant, bool> which)
    {
        var bits = 0L;
        for (var i = 0; i < rights.Grants.Count; i++)
        {
            bits |= which(rights.Grants[i]) ? 1L << i : 0;
        }

        return bits;
    }

    /// <summary>Some grant allows it; each comes with its bit.</summary>
    public static bool Any(EntityRights rights, Func<EffectiveGrant, long, bool> allows)
    {
        for (var i = 0; i < rights.Grants.Count; i++)
        {
            if (allows(rights.Grants[i], 1L << i))
            {
                return true;
            }
        }

        return false;
    }
}
