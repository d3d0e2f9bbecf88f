using System.Globalization;
using System.Text.Json;
using ClientLedger.Fields;
using ClientLedger.Reading;
using ClientLedger.Shared;
using ClientLedger.Shared.Pages;
using ClientLedger.Tenancy;
using ClientLedger.Writing;
using Microsoft.AspNetCore.Http;

namespace ClientLedger.Forms;

/// <summary>Makes forms, and sends what comes back through the write gate.</summary>
internal sealed class RecordForms(LedgerScope scope, ReadGate readGate, WriteGate writeGate, MemberNames members, Wording wording)
{
    /// <summary>The entity whose records lie under an address (<c>orderLines</c>, in any case), or null where the caller knows of none.</summary>
    public EntityDescriptor? EntityAt(string plural) => scope.Schema.Entities.FirstOrDefault(entity =>
        string.Equals(entity.Plural, plural, StringComparison.OrdinalIgnoreCase) && ShownFields.IsKnown(scope, entity.Name));

    /// <summary>An empty form, with what the address says already filled in: <c>?customer=cus_…</c>.</summary>
    public async Task<RecordForm> NewAsync(EntityDescriptor entity, IQueryCollection given, CancellationToken cancellationToken)
    {
        var fields = RecordForm.FieldsOf(scope, entity);
        var values = FormValues.Defaults(fields, wording);
        var ids = new Dictionary<string, string>();
        foreach (var field in fields.Where(field => given.ContainsKey(field.Name)))
        {
            values[field.Name] = given[field.Name].ToString();
            if (field.Type == FieldType.Reference && await TitleAsync(field, values[field.Name], cancellationToken) is { } title)
            {
                (ids[field.Name], values[field.Name]) = (values[field.Name], title);
            }
        }

        foreach (var owner in fields.Where(field => field is { Name: "owner", Type: FieldType.Person }))
        {
            values[owner.Name] = RecordIds.Format(RecordIds.Account, scope.Actor.Id);
        }

        return await FormAsync(entity, values, new(values), ids, version: null, cancellationToken);
    }

    /// <summary>The form of a record, or null where the caller sees none.</summary>
    public async Task<RecordForm?> EditAsync(EntityDescriptor entity, long id, CancellationToken cancellationToken)
    {
        var fields = RecordForm.FieldsOf(scope, entity);
        if (await readGate.ReadRecordAsync(scope, entity.Name, id, RecordSelections.Of(scope, entity, fields), cancellationToken) is not { } row)
        {
            return null;
        }

        var values = FormValues.Of(fields, row, wording);
        return await FormAsync(entity, values, new(values), IdsOf(fields, row), row.GetProperty(SystemFields.Version).GetInt64(), cancellationToken);
    }

    /// <summary>Sends a posted form through the gate.</summary>
    /// <param name="id">The record; null makes one.</param>
    public async Task<RowResult> SaveAsync(EntityDescriptor entity, long? id, IFormCollection form, CancellationToken cancellationToken)
    {
        var change = new RecordChange(id is null ? Verb.Create : Verb.Update, entity.Name)
        {
            Id = id,
            BaseVersion = long.TryParse(form[SystemFields.Version], CultureInfo.InvariantCulture, out var version) ? version : null,
            Values = RecordForm.Changes(scope, entity, form, isNew: id is null),
        };
        var duplicates = form["duplicates"] == "create" ? DuplicatePolicy.Create : DuplicatePolicy.Ask;
        var result = await writeGate.ApplyAsync(scope, new ChangeSet(Door.Page, [change]) { Duplicates = duplicates }, cancellationToken);
        return result.Rows[0];
    }

    /// <summary>
    /// The form once more, as it was posted, with what was refused of it. After a conflict it is based on the record as it is now: sent again, what the
    /// person has changed wins, and what the person left alone is what others have made of it meanwhile.
    /// </summary>
    public async Task<RecordForm?> AgainAsync(EntityDescriptor entity, long? id, IFormCollection posted, RowResult result, CancellationToken cancellationToken)
    {
        var fields = RecordForm.FieldsOf(scope, entity);
        var now = id is not null && result.Conflicts.Count > 0 ? await EditAsync(entity, id.Value, cancellationToken) : null;
        if (id is not null && result.Conflicts.Count > 0 && now is null)
        {
            return null;
        }

        var people = await members.OfAsync(scope, cancellationToken);
        var text = new FieldText(wording, scope, people);
        return new RecordForm
        {
            Entity = entity,
            Sections = ShownFields.BySection(fields),
            Values = now is null
                ? RecordForm.Posted(fields, posted)
                : fields.ToDictionary(field => field.Name, field => RecordForm.IsChanged(field, posted) ? RecordForm.Posted(field, posted) : now.Values.GetValueOrDefault(field.Name, "")),
            Before = now?.Before ?? RecordForm.Posted(fields, posted, RecordForm.Was),
            BeforeIds = now?.BeforeIds ?? RecordForm.Posted(fields, posted, RecordForm.WasId),
            Version = now?.Version ?? (long.TryParse(posted[SystemFields.Version], CultureInfo.InvariantCulture, out var version) ? version : null),
            People = people,
            Refusals = result.Refusals,
            Conflicts = [.. result.Conflicts.Select(conflict =>
            {
                var field = entity.Find(conflict.Field)!;
                return (field, text.Of(field, conflict.Mine, currency: null), text.Of(field, conflict.Theirs, currency: null));
            })],
            Duplicates = result.Duplicates,
        };
    }

    private async Task<RecordForm> FormAsync(
        EntityDescriptor entity, Dictionary<string, string> values, Dictionary<string, string> before, Dictionary<string, string> ids, long? version, CancellationToken cancellationToken) => new()
    {
        Entity = entity,
        Sections = ShownFields.BySection(RecordForm.FieldsOf(scope, entity)),
        Values = values,
        Before = before,
        BeforeIds = ids,
        Version = version,
        People = await members.OfAsync(scope, cancellationToken),
    };

    private async Task<string?> TitleAsync(FieldDescriptor field, string id, CancellationToken cancellationToken)
    {
        var target = scope.Schema[field.Target!];
        if (!RecordIds.TryParse(id, target.IdPrefix, out var number) || !ShownFields.IsKnown(scope, target.Name))
        {
            return null;
        }

        var row = await readGate.ReadRecordAsync(scope, target.Name, number, RecordSelections.Of(scope, target, [target.Find(target.Title)!]), cancellationToken);
        return row is { } found && found.TryGetProperty(target.Title, out var title) && title.ValueKind == JsonValueKind.String ? title.GetString() : null;
    }

    private static Dictionary<string, string> IdsOf(IEnumerable<FieldDescriptor> fields, JsonElement row) => fields
        .Where(field => field.Type == FieldType.Reference && row.TryGetProperty(field.Name, out var value) && value.ValueKind == JsonValueKind.Object)
        .ToDictionary(field => field.Name, field => row.GetProperty(field.Name).GetProperty(SystemFields.Id).GetString()!);
}
