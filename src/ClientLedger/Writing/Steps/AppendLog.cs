using ClientLedger.Fields;
using ClientLedger.History;
using ClientLedger.Shared;
using ClientLedger.Writing.Sql;

namespace ClientLedger.Writing.Steps;

/// <summary>The last step: what the set did to each record, with values before and after.</summary>
internal sealed class AppendLog(IdSource ids, IRandomSource random) : IWriteStep
{
    /// <summary>A confirmation changes nothing.</summary>
    private const string NoChanges = "{}";

    public async Task RunAsync(WriteBatch batch, CancellationToken cancellationToken)
    {
        var entries = Entries(batch, ids.Next());
        if (entries.Count == 0)
        {
            return;
        }

        var actor = batch.Scope.Actor;
        var set = new LogSet
        {
            TenantId = batch.Scope.TenantId,
            SetId = entries[0].SetId,
            At = batch.Now,
            ActorKind = (int)actor.Kind,
            ActorId = actor.Id,
            ActorName = actor.Name,
            Door = (int)batch.Changes.Door,
            Reason = batch.Changes.Reason,
            BatchId = batch.Changes.BatchId,
        };
        batch.SetNumber = await new LogAppender(batch.Tables, batch.Scope.Database.Writer, random)
            .AppendAsync(batch.Transaction, batch.Scope.Secrets, set, entries, cancellationToken);
    }

    private static List<LogEntry> Entries(WriteBatch batch, long setId)
    {
        using var values = new LogValues();
        var entries = new List<LogEntry>(batch.Records.Count);
        foreach (var record in batch.Open.Where(record => record.IsChanged || record.IsConfirmed))
        {
            entries.Add(new LogEntry
            {
                TenantId = batch.Scope.TenantId,
                SetId = setId,
                Ordinal = entries.Count,
                EntityId = record.Entity.Id,
                RecordId = record.Id,
                Version = record.IsChanged ? (long)record.After[SystemFields.VersionOrdinal]! : record.VersionBefore,
                Verb = (int)VerbOf(record),
                Changes = record.IsChanged
                    ? values.Write(record.Entity, batch.Scope.Secrets, record.Before, record.After, record.ChangedOrdinals())
                    : NoChanges,
            });
        }

        return entries;
    }

    private static Verb VerbOf(RecordWork record) => record switch
    {
        { IsNew: true } => Verb.Create,
        { WasDeleted: false, IsDeleted: true } => Verb.Delete,
        { WasDeleted: true, IsDeleted: false } => Verb.Restore,
        { IsChanged: true } => Verb.Update,
        _ => Verb.Confirm,
    };
}
