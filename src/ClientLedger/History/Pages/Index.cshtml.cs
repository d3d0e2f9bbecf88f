using ClientLedger.Access;
using ClientLedger.Fields;
using ClientLedger.Messages;
using ClientLedger.Reading;
using ClientLedger.Shared;
using ClientLedger.Shared.Pages;
using ClientLedger.Tenancy;
using ClientLedger.Writing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClientLedger.History.Pages;

/// <summary>Who changed what of a record and when, and the way back to an earlier value.</summary>
[DoorAccess(Admission.Member)]
internal sealed class IndexModel(LedgerScope scope, ReadGate readGate, WriteGate writeGate, RecordHistory history, MemberNames members, Wording wording) : PageModel
{
    private FieldText text = null!;
    private Dictionary<(string Entity, long Id), string> titles = [];

    public EntityDescriptor Entity { get; private set; } = null!;

    public string Title { get; private set; } = "";

    public string Back { get; private set; } = "";

    /// <summary>The only field that is shown; null for all.</summary>
    public string? Field { get; private set; }

    /// <summary>Fields whose history can be shown alone.</summary>
    public IEnumerable<FieldDescriptor> Fields => ShownFields.Readable(scope, Entity)
        .Where(shown => ShownFields.IsClear(scope, Entity, shown.Name));

    public IReadOnlyList<HistoryEntry> Entries { get; private set; } = [];

    /// <summary>Version of the record that the page shows.</summary>
    public long Seen { get; private set; }

    public string? Older { get; private set; }

    public IReadOnlyList<Refusal> Refusals { get; private set; } = [];

    /// <summary>A value as the page writes it; a record by its title.</summary>
    public string? Text(FieldDescriptor field, object? value) => field is { Type: FieldType.Reference, Target: { } target } && value is long id
        ? titles.GetValueOrDefault((target, id)) ?? RecordIds.Format(scope.Schema[target].IdPrefix, id)
        : text.Of(field, value, currency: null);

    /// <summary>Whether there is something to bring back that the caller may write.</summary>
    public bool MayRestore(HistoryEntry entry, LoggedChange change) =>
        entry.Verb is Verb.Update or Verb.Upsert && !change.Field.Derived
        && scope.Rights.On(Entity.Name).BestWrite(Entity.OrdinalOf(change.Field.Name)) == WriteRight.Yes;

    public async Task<IActionResult> OnGetAsync(string plural, string id, string? field, string? before, CancellationToken cancellationToken)
    {
        Field = string.IsNullOrEmpty(field) ? null : field;
        return await ShowAsync(plural, id, before, cancellationToken) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string plural, string id, long version, long seen, string restored, CancellationToken cancellationToken)
    {
        if (Find(plural, id) is not { } number)
        {
            return NotFound();
        }

        var changes = await history.RestoreAsync(scope, Entity.Name, number, version, [restored], seen, cancellationToken);
        var result = await writeGate.ApplyAsync(scope, changes, cancellationToken);
        if (result.Rows[0].Refusals.Count == 0)
        {
            return Redirect(RecordAddresses.Record(Url, Entity, id, "history"));
        }

        Refusals = [.. result.Rows[0].Refusals.Select(refusal => refusal with { Field = null })];
        Response.StatusCode = result.Rows[0].Conflicts.Count > 0 ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
        return await ShowAsync(plural, id, before: null, cancellationToken) ? Page() : NotFound();
    }

    private long? Find(string plural, string id)
    {
        var entity = scope.Schema.Entities.FirstOrDefault(known =>
            string.Equals(known.Plural, plural, StringComparison.OrdinalIgnoreCase) && ShownFields.IsKnown(scope, known.Name));
        if (entity is null || !RecordIds.TryParse(id, entity.IdPrefix, out var number))
        {
            return null;
        }

        (Entity, Back) = (entity, RecordAddresses.Record(Url, entity, id));
        return number;
    }

    private async Task<bool> ShowAsync(string plural, string id, string? before, CancellationToken cancellationToken)
    {
        if (Find(plural, id) is not { } number)
        {
            return false;
        }

        // Before the entries: what is changed between the two is then a conflict and not overwritten.
        Seen = await readGate.ReadRecordAsync(scope, Entity.Name, number, [new FieldSelection(SystemFields.Version)], cancellationToken) is { } row
            ? row.GetProperty(SystemFields.Version).GetInt64()
            : 0;
        try
        {
            Entries = await history.ReadAsync(scope, Entity.Name, number, Field, string.IsNullOrEmpty(before) ? null : HistoryPlace.Open(scope, Entity.Name, number, before), cancellationToken);
        }
        catch (RefusedException)
        {
            // A record or a field that the caller doesn't see isn't there, nor is a place that there isn't.
            return false;
        }

        text = new FieldText(wording, scope, await members.OfAsync(scope, cancellationToken));
        titles = await RecordTitles.ReadAsync(readGate, scope, Referenced().Append((Entity.Name, number)), cancellationToken);
        Title = titles.GetValueOrDefault((Entity.Name, number)) ?? id;
        Older = Entries.Count == RecordHistory.MostEntries ? $"?field={Field}&before={Entries[^1].Place.Seal(scope, Entity.Name, number, readGate.Random)}" : null;
        return true;
    }

    private IEnumerable<(string Entity, long Id)> Referenced() =>
        from entry in Entries
        from change in entry.Changes
        where change.Field is { Type: FieldType.Reference, Target: not null }
        from value in new[] { change.Before, change.After }.OfType<long>()
        select (change.Field.Target!, value);
}
