namespace ClientLedger.Writing.Steps;

/// <summary>
/// Looks once more whether records stand in a circle. The log's head is locked by now, so that of two writers who each put one record under the other's the
/// second one sees both, and begins anew.
/// </summary>
internal sealed class ConfirmHierarchies : IWriteStep
{
    public async Task RunAsync(WriteBatch batch, CancellationToken cancellationToken)
    {
        foreach (var entity in batch.Open.Select(record => record.Entity).Distinct().ToList())
        {
            foreach (var ordinal in Hierarchy.Of(batch, entity))
            {
                var followed = await Hierarchy.FollowAsync(batch, entity, ordinal, Hierarchy.Moved(batch, entity, ordinal), cancellationToken);
                var lost = followed.Where(pair => pair.Value.Levels is null).Select(pair => pair.Key).ToList();
                if (lost.Count > 0)
                {
                    throw new RecordsMovedException(lost);
                }
            }
        }
    }
}
