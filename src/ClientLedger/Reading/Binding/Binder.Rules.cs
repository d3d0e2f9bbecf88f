using ClientLedger.Access;
using ClientLedger.Fields;
using ClientLedger.Fields.Lists;
using ClientLedger.Messages;
using ClientLedger.Storage;

namespace ClientLedger.Reading.Binding;

/// <content>Record rules as filters: they read with no rights but their own, and one that can't be understood covers nothing.</content>
internal sealed partial class Binder
{
    private const string Owner = "owner";
    private const string Region = "region";

    private BoundFilter Rule(BoundTable table, RecordRule rule)
    {
        // The rule speaks of the same row as the caller's table, but sees all of its fields. It is counted by itself: however deep or long the question is
        // in which it stands, it covers the same records.
        var bare = new BareView(table);
        var (outerDepth, outerParts) = (depth, parts);
        (depth, parts) = (0, 0);
        Shape.Add('{');
        var bound = Rule(bare, rule);
        Shape.Add('}');
        (depth, parts) = (outerDepth, outerParts);
        return bound;
    }

    private BoundFilter Rule(BareView bare, RecordRule rule)
    {
        switch (rule)
        {
            case EveryRecord:
                Shape.Add('e');
                return BoundFilter.Always;
            case OwnRecords:
                Shape.Add('o');
                return Owned(bare, Comparison.Equal, () => PersonSlot());
            case TeamRecords team:
                Shape.Add('g');
                return Owned(bare, Comparison.In, () => team.AndBelow
                    ? CallerSlot("below", scope.Rights.TeamAndBelowPersons)
                    : CallerSlot("team", scope.Rights.TeamPersons));
            case RegionRecords regions:
                return InRegions(bare, regions.Regions);
            case SharedRecords:
                Shape.Add('s');
                return new BoundShared(bare.Table, PersonSlot(), CallerSlot("teams", scope.Rights.Teams));
            case MatchingRecords matching:
                return Understood(() => Filter(bare.Table, matching.Where));
            case RecordsThrough through:
                return Understood(() => Through(bare.Table, through));
            case EitherRule either:
                Shape.Add('(');
                var any = new BoundAny([.. either.Rules.Select(each => Rule(bare, each))]);
                Shape.Add(')');
                return any;
            default:
                throw new ArgumentException($"{rule.GetType()} is no record rule.", nameof(rule));
        }
    }

    private BoundReference Through(BoundTable table, RecordsThrough through)
    {
        Enter();
        Shape.Add('>');
        var (reference, target) = Reference(table, through.Reference);
        var bound = new BoundReference(reference, target, Rule(new BareView(target), through.Rule));
        Leave();
        return bound;
    }

    private BoundFilter Owned(BareView bare, Comparison comparison, Func<int> slot) =>
        bare.Table.Entity.Find(Owner) is { Type: FieldType.Person, Several: false }
            ? new BoundComparison(Field(bare.Table, Owner), comparison, slot())
            : BoundFilter.Never;

    private BoundFilter InRegions(BareView bare, IReadOnlyList<string> regions)
    {
        Shape.Add('n');
        if (bare.Table.Entity.Find(Region) is not { Type: FieldType.Choice, Several: false, List: { } name } || ReferenceLists.Find(name) is not { } list)
        {
            return BoundFilter.Never;
        }

        string[] codes = [.. regions.SelectMany(region => CodesUnder.Of(list, region)).Distinct()];
        return new BoundComparison(Field(bare.Table, Region), Comparison.In, Shape.ListSlot(StoreKind.Text, codes));
    }

    private BoundFilter Understood(Func<BoundFilter> bind)
    {
        var before = depth;
        try
        {
            return bind();
        }
        catch (RefusedException)
        {
            // A field or a value that the tenant has changed since: the rule must not cover more than was meant.
            depth = before;
            Shape.Add('0');
            return BoundFilter.Never;
        }
    }

    private int PersonSlot() => callerSlots.TryGetValue("person", out var slot)
        ? Shape.Use(slot)
        : callerSlots["person"] = Shape.Slot(StoreKind.Int64, scope.Rights.Person);

    private int CallerSlot(string name, IReadOnlyList<long> ids) => callerSlots.TryGetValue(name, out var slot)
        ? Shape.Use(slot)
        : callerSlots[name] = Shape.ListSlot(StoreKind.Int64, ids.ToArray());

    /// <summary>A caller's table seen by a rule: the same row of the statement, without the caller's rights.</summary>
    private sealed class BareView(BoundTable table)
    {
        public BoundTable Table { get; } = table.Rights is null
            ? table
            : new BoundTable(table.Entity, table.Storage, rights: null, table.IsLive) { Row = table };
    }
}
