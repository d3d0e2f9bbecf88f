using ClientLedger.Access;
using ClientLedger.Fields;
using ClientLedger.Reading;
using ClientLedger.Reading.Binding;
using ClientLedger.Shared.Pages;
using ClientLedger.Tenancy;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClientLedger.Insights.Pages;

/// <summary>The first page of a ledger: whom to care for next, and, where there are no customers yet, how to begin.</summary>
[DoorAccess(Admission.Member)]
internal sealed class HomeModel(LedgerScope ledger, ReadGate gate, MemberNames members, Wording wording, TimeProvider clock, IEnumerable<MenuEntry> menu) : PageModel
{
    private const int Rows = 6;

    public LedgerScope Ledger { get; } = ledger;

    public DateOnly Today { get; } = Periods.Today(clock.GetUtcNow().UtcDateTime, ledger.Settings.Zone);

    /// <summary>The lists that the caller may see, their first records, and how many there are where it matters.</summary>
    public IReadOnlyList<(CareList List, RecordTable Table, long? Count)> Lists { get; private set; } = [];

    /// <summary>The caller sees no customer.</summary>
    public bool IsNothingYet { get; private set; }

    public bool MayCreate => ShownFields.MayCreate(Ledger, "customer");

    public bool MaySettle => Ledger.Rights.IsOwner && menu.Any(entry => entry.Address == "settings");

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        IsNothingYet = !ShownFields.IsKnown(Ledger, "customer")
            || (await gate.ReadRowsAsync(Ledger, new LedgerQuery("customer") { Size = 1 }, cancellationToken)).Rows.Count == 0;
        if (IsNothingYet)
        {
            return;
        }

        var text = new FieldText(wording, Ledger, await members.OfAsync(Ledger, cancellationToken));
        var lists = new List<(CareList, RecordTable, long?)>();
        foreach (var list in CareList.All.Where(list => list.IsFor(Ledger)))
        {
            var entity = Ledger.Schema[list.Entity];
            var readable = ShownFields.Readable(Ledger, entity).ToDictionary(field => field.Name, StringComparer.Ordinal);
            List<FieldDescriptor> columns = [.. list.Columns.Select(readable.GetValueOrDefault).OfType<FieldDescriptor>()];
            var where = list.Where(Today);
            var (page, rows) = await gate.ReadRowsAsync(Ledger, new LedgerQuery(entity.Name)
            {
                Select = RecordSelections.Of(Ledger, entity, columns),
                Where = where,
                OrderBy = [list.Order],
                Size = Rows,
                Count = where is not null,
            }, cancellationToken);
            lists.Add((list, new RecordTable(entity, columns, rows, text), page.Total));
        }

        Lists = lists;
    }
}
