using System.Runtime.CompilerServices;
using ClientLedger.Access;
using ClientLedger.Fields;
using ClientLedger.GraphQL.Types;
using ClientLedger.Reading.Sql;
using ClientLedger.Tenancy;

namespace ClientLedger.Api.Schemas;

/// <summary>
/// The schemas of all callers: one base for the process, and a thin overlay for each set of rights and own fields, which all callers with the same ones
/// share. Overlays are kept within a budget and built again when they are asked for.
/// </summary>
/// <param name="builtIn">The entities as every tenant has them.</param>
/// <param name="mostBytes">What overlays may take, approximately.</param>
internal sealed class ApiSchemas(LedgerSchema builtIn, long mostBytes = 64 << 20)
{
    private const string BaseFingerprint = "clientledger";

    private readonly Lazy<Schema> below = new(() => BaseSchema.Build(builtIn, BaseFingerprint));
    private readonly PlanCache<Kept> overlays = new(mostBytes, static kept => kept.Bytes);

    /// <summary>By the rights themselves, which a scope shares with all others of the same person and stamp.</summary>
    private readonly ConditionalWeakTable<Rights, string> fingerprints = [];

    /// <summary>The schema of who may do everything in a ledger without own fields.</summary>
    public Schema Base => below.Value;

    /// <summary>How many overlays are kept.</summary>
    public int Count => overlays.Count;

    /// <summary>The schema that a caller sees.</summary>
    public Schema Of(LedgerScope scope)
    {
        if (fingerprints.TryGetValue(scope.Rights, out var known))
        {
            if (known.Length == 0)
            {
                return Base;
            }

            if (overlays.Find(known) is { } kept)
            {
                return kept.Schema;
            }
        }

        var caller = CallerSchema.Of(scope.Schema, scope.Rights);
        fingerprints.AddOrUpdate(scope.Rights, caller.IsBase ? "" : caller.Fingerprint);
        return caller.IsBase ? Base : (overlays.Find(caller.Fingerprint) ?? Make(caller)).Schema;
    }

    private Kept Make(CallerSchema caller)
    {
        var made = new Kept(caller.Build(Base), caller.Bytes);
        overlays.Keep(caller.Fingerprint, made);

        // Somebody else may have been faster: one schema for all, which documents are validated for.
        return overlays.Find(caller.Fingerprint) ?? made;
    }

    private sealed record Kept(Schema Schema, int Bytes);
}
