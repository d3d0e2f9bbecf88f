using ClientLedger.Access;
using ClientLedger.Fields;
using ClientLedger.Messages;
using ClientLedger.Reading;
using ClientLedger.Shared;
using ClientLedger.Shared.Pages;
using ClientLedger.Tenancy;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClientLedger.Forms.Pages;

/// <summary>A record of any entity with its fields and the records that belong to it: an order with its lines, a contact with its orders.</summary>
[DoorAccess(Admission.Member)]
internal sealed class DetailsModel(LedgerScope scope, RecordForms forms, ReadGate readGate, MemberNames members, Wording wording) : PageModel
{
    private const int MostChildren = 50;

    public RecordProfile Profile { get; private set; } = null!;

    public string Title => Profile.Text.Of(Profile.Entity.Find(Profile.Entity.Title)!, Profile.Row) ?? RecordTable.IdOf(Profile.Row);

    public IReadOnlyList<(Label Label, RecordTable Table)> Children { get; private set; } = [];

    public bool MayEdit => RecordForm.FieldsOf(scope, Profile.Entity).Count > 0;

    public bool MayDelete => scope.Rights.On(Profile.Entity.Name).MayDelete;

    public string Address(string page) => RecordAddresses.Record(Url, Profile.Entity, RecordTable.IdOf(Profile.Row), page);

    public async Task<IActionResult> OnGetAsync(string plural, string id, CancellationToken cancellationToken)
    {
        if (forms.EntityAt(plural) is not { } entity || !RecordIds.TryParse(id, entity.IdPrefix, out var number))
        {
            return NotFound();
        }

        var fields = ShownFields.Readable(scope, entity).ToList();
        var relations = entity.Children.Where(child => ShownFields.IsFollowed(scope.Rights, child)).ToList();
        var select = RecordSelections.Of(scope, entity, fields).Concat(relations.Select(Listed)).ToList();
        if (await readGate.ReadRecordAsync(scope, entity.Name, number, select, cancellationToken) is not { } row)
        {
            return NotFound();
        }

        var text = new FieldText(wording, scope, await members.OfAsync(scope, cancellationToken));
        Profile = new RecordProfile(entity, ShownFields.BySection(fields), row, text, scope.Schema);
        Children = [.. relations.Select(relation => (scope.Schema[relation.Entity].Label, TableOf(relation, row, text))).Where(child => child.Item2.Rows.Count > 0)];
        return Page();
    }

    private ChildrenSelection Listed(ChildRelation relation)
    {
        var child = scope.Schema[relation.Entity];
        return new ChildrenSelection(relation.Name, relation.Name, RecordSelections.Of(scope, child, ShownFields.Columns(scope, child, relation.ByField))) { First = MostChildren };
    }

    private RecordTable TableOf(ChildRelation relation, System.Text.Json.JsonElement row, FieldText text)
    {
        var child = scope.Schema[relation.Entity];
        return new RecordTable(child, ShownFields.Columns(scope, child, relation.ByField), [.. row.GetProperty(relation.Name).EnumerateArray()], text);
    }
}
