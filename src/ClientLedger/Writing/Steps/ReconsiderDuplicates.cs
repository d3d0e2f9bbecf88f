namespace ClientLedger.Writing.Steps;

/// <summary>
/// A row that resembles one before it in its set was left out, or refused, for its sake. Where nothing comes of that one, because it is refused itself,
/// the gate begins anew without it; a good row must not be lost against a bad one. It does so a few times; then rows that were left out are refused, so
/// that whoever sent them hears of them.
/// </summary>
internal sealed class ReconsiderDuplicates : IWriteStep
{
    public Task RunAsync(WriteBatch batch, CancellationToken cancellationToken)
    {
        if (!batch.Changes.AllOrNothing)
        {
            // Only rows without hits of their own are what others are held against.
            var gone = batch.Rows.Where(row => row.IsRefused && row.Duplicates.Count == 0 && row.Record is { IsNew: true, IsRefused: true }).ToLookup(row => row.Record!.Id);
            var wronged = batch.Rows.Where(row => row.Duplicates.Exists(hit => gone.Contains(hit.Id))).ToList();
            if (wronged.Count > 0 && batch.MayBeginAnew)
            {
                var causes = wronged.SelectMany(row => row.Duplicates).SelectMany(hit => gone[hit.Id]).ToHashSet();
                batch.RefusedBeforeDeriving.UnionWith(batch.Rows.Where(row => row.IsRefused && !causes.Contains(row)));
                batch.RefusedLate = true;
            }
            else
            {
                foreach (var row in wronged.Where(row => row.IsSkipped))
                {
                    row.IsSkipped = false;
                    DuplicateHits.Refuse(row, WriteMessages.DuplicateFound);
                }
            }
        }

        return Task.CompletedTask;
    }
}
