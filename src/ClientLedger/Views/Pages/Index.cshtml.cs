using System.Text.Json;
using ClientLedger.Access;
using ClientLedger.Fields;
using ClientLedger.Shared.Pages;
using ClientLedger.Tenancy;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClientLedger.Views.Pages;

/// <summary>The records of an entity as a list: <c>/customers</c>, <c>/orders</c>. All that it shows stands in its address.</summary>
[DoorAccess(Admission.Member)]
internal sealed class IndexModel(LedgerScope scope, LedgerList list, ListColumns listColumns, MemberNames members, IEnumerable<MenuEntry> menu, Wording wording) : PageModel
{
    private ConditionForm? form;

    public EntityDescriptor Entity { get; private set; } = null!;

    public ListAddress Address { get; private set; } = new();

    public IReadOnlyList<FieldDescriptor> Columns { get; private set; } = [];

    public IReadOnlyList<FieldDescriptor> PossibleColumns { get; private set; } = [];

    public ListAnswer Answer { get; private set; } = null!;

    public FieldText Text { get; private set; } = null!;

    /// <summary>The conditions of the filter as rows of its form, and an empty one.</summary>
    public IReadOnlyList<ConditionRow> Conditions { get; private set; } = [];

    public bool MayCreate => ShownFields.MayCreate(scope, Entity.Name);

    /// <summary>The caller may make such records, and they stand for themselves: none that they would belong to has to be named.</summary>
    public bool MayAdd => MayCreate && !Entity.Fields.Any(own => own is { Required: true, Type: FieldType.Reference });

    /// <summary>They are made on the page of the customer to whom they belong.</summary>
    public bool IsAddedAtCustomers => MayCreate && !MayAdd && ShownFields.IsKnown(scope, "customer")
        && Entity.Fields.Any(own => own is { Required: true, Type: FieldType.Reference, Target: "customer" });

    /// <summary>What to do where there is nothing yet.</summary>
    public Messages.Label NothingYetLead =>
        MayImport ? ViewTexts.NothingYetCustomers : MayAdd ? SharedTexts.NothingYetLead : IsAddedAtCustomers ? ViewTexts.NothingYetOthers : SharedTexts.NothingYetForYou;

    /// <summary>The caller may delete such records, and so restore them.</summary>
    public bool MayRestore => scope.Rights.On(Entity.Name).MayDelete;

    /// <summary>The same list, of what was deleted.</summary>
    public string DeletedList => To(new ListAddress { Deleted = true });

    /// <summary>The list is empty because the ledger is, not because something narrows it down.</summary>
    public bool IsNothingYet => Answer is { Rows.Count: 0, Refusals.Count: 0 } && !Address.IsNarrowed && Address is { After: null, Before: null };

    public async Task<IActionResult> OnGetAsync(string plural, CancellationToken cancellationToken)
    {
        if (!Find(plural))
        {
            return NotFound();
        }

        Address = ListAddress.Read(Request.Query);
        Columns = listColumns.Of(Entity, Request);
        PossibleColumns = listColumns.Possible(Entity);
        var people = await members.OfAsync(scope, cancellationToken);
        Text = new FieldText(wording, scope, people);
        form = new ConditionForm(scope, Entity, people, wording);
        Conditions = form.RowsOf(Address);
        Answer = await list.ReadAsync(Entity, Address, Columns, cancellationToken);
        if (Answer.Refusals.Count > 0)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        return Page();
    }

    /// <summary>One empty condition of a field, for the form while it is being filled in.</summary>
    public async Task<IActionResult> OnGetConditionAsync(string plural, string? f, CancellationToken cancellationToken)
    {
        if (!Find(plural))
        {
            return NotFound();
        }

        form = new ConditionForm(scope, Entity, await members.OfAsync(scope, cancellationToken), wording);
        return Partial("_Condition", form.RowOf(new Condition(IsAlternative: false, f ?? "", "", ""), isFirst: false));
    }

    /// <summary>Keeps the columns that the person has chosen, and shows the list again.</summary>
    public IActionResult OnPostColumns(string plural, List<string>? column, bool usual, string? returnUrl)
    {
        if (!Find(plural))
        {
            return NotFound();
        }

        listColumns.Keep(Entity, usual ? [] : column ?? [], HttpContext);
        return LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : RecordAddresses.List(Url, Entity));
    }

    /// <summary>What the records are called together.</summary>
    public string Title => Address.Deleted ? wording[ViewTexts.Deleted, ("entity", Plural)] : Plural;

    private string Plural => wording[EntityTexts.Of(Entity)];

    public bool IsCustomers => Entity.Name == "customer";

    /// <summary>There is a place where files are imported, and the person may use it.</summary>
    public bool MayImport => IsCustomers && MayCreate && menu.Any(entry => entry.Address == "imports");

    /// <summary>The conditions in words, and the list without each.</summary>
    public IEnumerable<(string Text, ListAddress Without)> Chips => Address.Conditions.Select((condition, at) => (form!.TextOf(condition), Address.Without(at)));

    /// <summary>The order as its input holds it.</summary>
    public string SortText => string.Join(',', Address.Sort.Select(key => (key.Descending ? "-" : "") + key.Field));

    /// <summary>The arrow of a column that the list is ordered by.</summary>
    public static string IconOf(bool descending) => descending ? "down" : "up";

    public string? Previous => Answer.Page is { HasPrevious: true, Start: { } start } ? To(Address.FirstPage() with { Before = start }) : null;

    public string? Next => Answer.Page is { HasNext: true, End: { } end } ? To(Address.FirstPage() with { After = end }) : null;

    /// <summary>The address of the list in another state.</summary>
    public string To(ListAddress address) => RecordAddresses.List(Url, Entity) + address.ToQuery();

    /// <summary>The list can be ordered by a column.</summary>
    public bool IsSortable(FieldDescriptor column) =>
        column.Type.IsSortable() && column is { Several: false, Sensitivity: Sensitivity.Normal }
        && ShownFields.IsClear(scope, Entity, column.Name);

    /// <summary>The place of a column in the order, 1 to 3, and its direction; null where it is none.</summary>
    public (int Place, bool Descending)? SortOf(FieldDescriptor column)
    {
        var place = Address.Sort.ToList().FindIndex(key => key.Field == column.Name);
        return place < 0 ? null : (place + 1, Address.Sort[place].Descending);
    }

    /// <summary>Digits stand under each other; what is short doesn't wrap.</summary>
    public static string? ClassOf(FieldDescriptor column) =>
        RecordTable.IsAmount(column) ? "cl-number" : column.Type is FieldType.Date or FieldType.Moment or FieldType.Phone ? "cl-short" : null;

    /// <summary>Where a row leads: to the record, or to where it is restored.</summary>
    public string AddressOf(JsonElement row) => RecordAddresses.Record(Url, Entity, RecordTable.IdOf(row), Address.Deleted ? "delete" : null);

    /// <summary>What a cell shows.</summary>
    public IHtmlContent Cell(FieldDescriptor column, JsonElement row) => Cells.Show(column, row, Text);

    /// <summary>What the shown columns come to over all records, in words by column; null where it wasn't asked for or nothing can be added up.</summary>
    public ILookup<string, string>? Sums => Answer.Totals is { Sums: { Count: > 0 } sums }
        ? sums.ToLookup(sum => sum.Field, sum => Text.Of(Entity.Find(sum.Field)!, sum.Sum, sum.Currency)!, StringComparer.Ordinal)
        : null;

    private bool Find(string plural)
    {
        Entity = scope.Schema.Entities.FirstOrDefault(entity => entity.Plural == plural && ShownFields.IsKnown(scope, entity.Name))!;
        return Entity is not null;
    }
}
