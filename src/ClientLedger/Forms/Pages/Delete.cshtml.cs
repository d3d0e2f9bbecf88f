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

namespace ClientLedger.Forms.Pages;

/// <summary>Deletes a record after it was asked once more, and restores it again.</summary>
[DoorAccess(Admission.Member)]
internal sealed class DeleteModel(LedgerScope scope, RecordForms forms, ReadGate readGate, WriteGate writeGate) : PageModel
{
    public EntityDescriptor Entity { get; private set; } = null!;

    public string? Title { get; private set; }

    public long Version { get; private set; }

    public bool IsDeleted { get; private set; }

    public IReadOnlyList<Refusal> Refusals { get; private set; } = [];

    public string Back { get; private set; } = "";

    public string List => RecordAddresses.List(Url, Entity);

    public async Task<IActionResult> OnGetAsync(string plural, string id, CancellationToken cancellationToken) =>
        await FindAsync(plural, id, cancellationToken) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostDeleteAsync(string plural, string id, long? version, CancellationToken cancellationToken) =>
        await ChangeAsync(plural, id, Verb.Delete, version, cancellationToken);

    public async Task<IActionResult> OnPostRestoreAsync(string plural, string id, CancellationToken cancellationToken) =>
        await ChangeAsync(plural, id, Verb.Restore, version: null, cancellationToken);

    private async Task<IActionResult> ChangeAsync(string plural, string id, Verb verb, long? version, CancellationToken cancellationToken)
    {
        if (await FindAsync(plural, id, cancellationToken) is not { } number)
        {
            return NotFound();
        }

        var change = new RecordChange(verb, Entity.Name) { Id = number, BaseVersion = version };
        var result = (await writeGate.ApplyAsync(scope, new ChangeSet(Door.Page, [change]), cancellationToken)).Rows[0];
        if (result.Refusals.Count > 0)
        {
            Refusals = result.Refusals;
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        return Redirect(verb == Verb.Restore ? Back : Request.PathBase + Request.Path);
    }

    /// <summary>The record, live or deleted, as far as the caller sees it.</summary>
    private async Task<long?> FindAsync(string plural, string id, CancellationToken cancellationToken)
    {
        if (forms.EntityAt(plural) is not { } entity || !RecordIds.TryParse(id, entity.IdPrefix, out var number))
        {
            return null;
        }

        (Entity, Back) = (entity, RecordAddresses.Record(Url, entity, id));
        var title = ShownFields.Readable(scope, entity).Where(field => field.Name == entity.Title);
        var query = new LedgerQuery(entity.Name)
        {
            Select = RecordSelections.Of(scope, entity, title),
            Where = new FieldFilter(SystemFields.Id, Operator.Equals, id),
            Size = 1,
        };
        var live = (await readGate.ReadRowsAsync(scope, query, cancellationToken)).Rows;
        IsDeleted = live.Count == 0;
        var rows = IsDeleted ? (await readGate.ReadRowsAsync(scope, query with { Deleted = true }, cancellationToken)).Rows : live;
        if (rows is not [var row])
        {
            return null;
        }

        Version = row.GetProperty(SystemFields.Version).GetInt64();
        Title = row.TryGetProperty(entity.Title, out var shown) ? shown.ToString() : id;
        return number;
    }
}
