using ClientLedger.Fields;
using ClientLedger.Messages;
using ClientLedger.Shared;

namespace ClientLedger.Writing.Steps;

/// <summary>A record can't stand above itself, by whatever way and in whatever order the rows of a set say so; nor under more records than can be followed.</summary>
internal sealed class RefuseCircles : IWriteStep
{
    public async Task RunAsync(WriteBatch batch, CancellationToken cancellationToken)
    {
        foreach (var entity in batch.Open.Select(record => record.Entity).Distinct().ToList())
        {
            foreach (var ordinal in Hierarchy.Of(batch, entity))
            {
                await RunAsync(batch, entity, ordinal, cancellationToken);
            }
        }
    }

    /// <summary>Whoever stands in a circle is refused and stays where it was; then it shows how the others stand.</summary>
    private static async Task RunAsync(WriteBatch batch, EntityDescriptor entity, int ordinal, CancellationToken cancellationToken)
    {
        bool hasCircles;
        do
        {
            var followed = await Hierarchy.FollowAsync(batch, entity, ordinal, Hierarchy.Moved(batch, entity, ordinal), cancellationToken);
            hasCircles = followed.Values.Any(way => way.IsCircle);
            foreach (var record in followed.Where(pair => hasCircles ? pair.Value.IsCircle : pair.Value.Levels is null).Select(pair => pair.Key))
            {
                record.Refuse(Refused(record, ordinal, hasCircles));
            }
        }
        while (hasCircles);
    }

    private static Refusal Refused(RecordWork record, int ordinal, bool isCircle)
    {
        var field = record.Entity.Fields[ordinal];
        return Refusal.Of(
            isCircle ? WriteMessages.ReferenceCircle : WriteMessages.ReferenceTooDeep,
            ("field", field.Label),
            ("entity", record.Entity.Label),
            ("value", RecordIds.Format(record.Entity.IdPrefix, (long)record.After[ordinal]!)),
            ("maximum", Hierarchy.MostLevels)) with { Field = field.Name };
    }
}
