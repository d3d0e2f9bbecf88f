using System.Buffers;
using ClientLedger.Api.Queries;
using ClientLedger.Fields;
using ClientLedger.GraphQL.Execution;
using ClientLedger.GraphQL.Types;
using ClientLedger.History.Feeds;
using ClientLedger.Reading;
using ClientLedger.Reading.Answers;
using ClientLedger.Tenancy;

namespace ClientLedger.Api.Feeds;

/// <summary>
/// The records of some changes with everything that a document selects of them: read for all changes together, one statement for each entity, before the
/// changes are written one by one.
/// </summary>
/// <param name="selected">Where the document asks for them; several times under several keys, or nowhere.</param>
internal sealed class FeedRecords(ResolveContext context, ReadGate reading, LedgerScope scope, IReadOnlyList<SelectedField> selected, Filter? where = null)
{
    private readonly Dictionary<(SelectedField Field, string Entity), List<RecordRows>> read = [];
    private readonly HashSet<string> begun = [];

    /// <summary>Tells which records there are. The first time, there are no more than go on a page: they are read at once with all that is selected of them.</summary>
    public async Task<Func<long, bool>> SeeAsync(EntityDescriptor entity, IReadOnlyList<long> ids, CancellationToken cancellationToken)
    {
        if (selected.Count > 0 && begun.Add(entity.Name) && ids.Count <= LogFeed.MostChanges + 1)
        {
            await ReadAsync(entity, ids, cancellationToken);
            return id => IsRead(entity, id);
        }

        begun.Add(entity.Name);
        return (await reading.ReadRecordsAsync(scope, entity, ids, [new FieldSelection(SystemFields.Id)], cancellationToken, where)).Has;
    }

    /// <summary>Reads what isn't read yet of the records of changes, and tells which of the changes can be told: a record that has gone meanwhile has a later one.</summary>
    public async Task<IReadOnlyList<FeedChange>> CompleteAsync(IReadOnlyList<FeedChange> changes, CancellationToken cancellationToken)
    {
        if (selected.Count == 0)
        {
            return changes;
        }

        foreach (var ofEntity in changes.Where(change => !change.IsGone && !IsRead(change.Entity, change.Id)).GroupBy(change => change.Entity, change => change.Id).ToList())
        {
            await ReadAsync(ofEntity.Key, [.. ofEntity], cancellationToken);
        }

        return [.. changes.Where(change => change.IsGone || IsRead(change.Entity, change.Id))];
    }

    /// <summary>Reads the records of changes that waited, and tells which of the changes can still be told.</summary>
    public async Task<IReadOnlyList<FeedChange>> StillAsync(IReadOnlyCollection<FeedChange> changes, CancellationToken cancellationToken)
    {
        var isSeen = new Dictionary<string, Func<long, bool>>();
        foreach (var ofEntity in changes.Where(change => !change.IsGone).GroupBy(change => change.Entity, change => change.Id).ToList())
        {
            isSeen.Add(ofEntity.Key.Name, await SeeAsync(ofEntity.Key, [.. ofEntity], cancellationToken));
        }

        return [.. changes.Where(change => change.IsGone || isSeen[change.Entity.Name](change.Id))];
    }

    /// <summary>Writes the record of a change as a field asks for it.</summary>
    public void Write(IBufferWriter<byte> output, SelectedField field, FeedChange change)
    {
        if (!change.IsGone && read.GetValueOrDefault((field, change.Entity.Name))?.Find(rows => rows.Has(change.Id)) is { } found)
        {
            found.Write(output, change.Id);
        }
        else
        {
            output.Write("null"u8);
        }
    }

    private bool IsRead(EntityDescriptor entity, long id) =>
        selected.All(field => read.GetValueOrDefault((field, entity.Name))?.Exists(rows => rows.Has(id)) == true);

    private async Task ReadAsync(EntityDescriptor entity, IReadOnlyList<long> ids, CancellationToken cancellationToken)
    {
        var reader = new SelectionReader(context, scope);
        foreach (var field in selected)
        {
            var rows = await reading.ReadRecordsAsync(scope, entity, ids, reader.RecordOf(field, entity), cancellationToken, where);
            if (read.TryGetValue((field, entity.Name), out var known))
            {
                known.Add(rows);
            }
            else
            {
                read.Add((field, entity.Name), [rows]);
            }
        }
    }
}
