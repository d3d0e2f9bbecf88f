using SortKey = ClientLedger.Reading.SortKey;
using System.Text.Json;
using ClientLedger.Access;
using ClientLedger.Fields;
using ClientLedger.Fields.Lists;
using ClientLedger.Messages;
using ClientLedger.Reading;
using ClientLedger.Shared;
using ClientLedger.Shared.Pages;
using ClientLedger.Tenancy;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClientLedger.Customers.Pages;

/// <summary>A customer with everything around it: profile, facts, what happened, and a tab for each kind of record.</summary>
[DoorAccess(Admission.Member)]
internal sealed class DetailsModel(LedgerScope scope, ReadGate readGate, MemberNames members, Wording wording) : PageModel
{
    private const int TableSize = 50;
    private const int RecentEntries = 6;
    private static readonly string[] BadgeFields = ["grade", "stage", "type"];

    private JsonElement Row => Profile.Row;

    private string Id => RecordTable.IdOf(Row);

    /// <summary>The tab; null is the overview.</summary>
    public string? Show { get; private set; }

    /// <summary>The only kind of entry that the timeline shows.</summary>
    public string? Kind { get; private set; }

    public RecordProfile Profile { get; private set; } = null!;

    /// <summary>The records of the tab; null on others.</summary>
    public RecordTable? Table { get; private set; }

    public IReadOnlyList<TimelineEntry> Timeline { get; private set; } = [];

    /// <summary>Where the timeline goes on; null at its end.</summary>
    public string? Earlier { get; private set; }

    public string Title => Text("name") ?? Id;

    /// <summary>What identifies the customer beside its name.</summary>
    public string Lead => string.Join(" · ", new[] { Text("number"), Text("industry"), Text("region"), Text("owner") }.OfType<string>());

    public IReadOnlyList<ChildRelation> Kinds => CustomerTimeline.Kinds(scope.Rights);

    public IEnumerable<(ChildRelation Relation, long Count)> Tabs => CustomerPage.Tabs(scope)
        .Select(relation => (Relation: relation, Count: Row.GetProperty(CustomerPage.CountOf(relation)).GetInt64()))
        .Where(tab => tab.Count > 0 || CustomerPage.IsAlwaysThere(tab.Relation) || tab.Relation.Name == Show);

    /// <summary>What can be entered for this customer.</summary>
    public IEnumerable<ChildRelation> Addable => CustomerPage.Tabs(scope).Where(relation => ShownFields.MayCreate(scope, relation.Entity));

    /// <summary>The kind of record that a relation holds.</summary>
    public Messages.Label LabelOf(ChildRelation relation) => scope.Schema[relation.Entity].Label;

    /// <summary>Grade, stage and type, in words; their colour says nothing more.</summary>
    public IEnumerable<(FieldDescriptor Field, string Code, string Text)> Badges => BadgeFields
        .Select(name => (Field: scope.Schema["customer"].Find(name)!, Value: Row.TryGetProperty(name, out var value) ? value : default))
        .Where(badge => badge.Value.ValueKind == JsonValueKind.String)
        .Select(badge => (badge.Field, Code: badge.Value.GetString()!))
        .Where(badge => ReferenceLists.Find(badge.Field.List!)?.Find(badge.Code) is not null)
        .Select(badge => (badge.Field, badge.Code, Profile.Text.Of(badge.Field, Row)!));

    public string? Requirements => Text("specialRequirements");

    public bool MayEdit => ShownFields.Writable(scope, Profile.Entity).Any();

    public bool MayDelete => scope.Rights.On("customer").MayDelete;

    /// <summary>What the records of a relation are called together.</summary>
    public Label NameOf(string relation) =>
        relation == "subsidiaries" ? CustomerPageTexts.Subsidiaries : EntityTexts.Of(scope.Schema[CustomerFields.Entity.FindChildren(relation)!.Entity]);

    public bool MayLog => ShownFields.MayCreate(scope, "interaction");

    public bool MayAdd => Table is not null && ShownFields.MayCreate(scope, Table.Entity.Name);

    public string Address(string page) => RecordAddresses.Record(Url, Profile.Entity, Id, page);

    /// <summary>Where a record of a tab is entered for this customer.</summary>
    public string NewAddress(string relation)
    {
        var child = Profile.Entity.FindChildren(relation)!;
        return Url.Content($"~/{scope.Schema[child.Entity].Plural}/new?{child.ByField}={Id}");
    }

    /// <summary>What an entry of the timeline says besides its title.</summary>
    public string Summary(TimelineEntry entry) => string.Join(" · ", ShownFields.Columns(scope, entry.Entity, "customer")
        .Where(field => field.Name != entry.Entity.Title && field.Name != entry.AtField.Name && field.Type is not FieldType.Moment)
        .Select(field => Profile.Text.Of(field, entry.Row))
        .OfType<string>());

    /// <summary>The facts that a person wants to see first.</summary>
    public IEnumerable<(string Label, string Text, string? Note)> Facts
    {
        get
        {
            if (Row.TryGetProperty(CustomerPage.LastContact, out var last))
            {
                yield return (wording[CustomerPageTexts.LastContact], last.ValueKind == JsonValueKind.String ? wording.Day(last.GetDateTime().ToUniversalTime()) : wording[CustomerPageTexts.Never], null);
            }

            if (Row.TryGetProperty("nextContactOn", out _))
            {
                yield return (wording[CustomerPageTexts.NextContact], Text("nextContactOn") ?? "—", null);
            }

            if (Row.TryGetProperty(CustomerPage.OpenTasks, out var open))
            {
                yield return (wording[CustomerPageTexts.OpenTasks], open.ToString(), null);
            }

            if (Row.TryGetProperty("lastOrderOn", out _))
            {
                yield return (wording[CustomerPageTexts.LastOrder], Text("lastOrderOn") ?? wording[CustomerPageTexts.Never], null);
            }

            if (Row.TryGetProperty("totalAmountBase", out var total) && total.ValueKind == JsonValueKind.Number)
            {
                yield return (wording[CustomerPageTexts.Total], Wording.Money(Rounded(total.GetDecimal()), scope.Settings.BaseCurrency), Note());
            }
        }
    }

    /// <summary>The short lists beside the profile.</summary>
    public IEnumerable<(string Relation, RecordTable Table)> Beside => CustomerPage.Lists(scope).Select(list =>
    {
        var entity = scope.Schema[Profile.Entity.FindChildren(list.Relation)!.Entity];
        return (list.Relation, new RecordTable(entity, CustomerPage.ListColumns(scope, entity.Name), [.. Row.GetProperty(list.Key).EnumerateArray()], Profile.Text));
    });

    public async Task<IActionResult> OnGetAsync(string id, string? show, string? kind, string? before, string? after, CancellationToken cancellationToken)
    {
        var customer = scope.Schema["customer"];
        if (!RecordIds.TryParse(id, customer.IdPrefix, out var number) || !ShownFields.IsKnown(scope, customer.Name))
        {
            return NotFound();
        }

        Show = show;
        Kind = Kinds.Any(told => told.Name == kind) ? kind : null;
        var fields = ShownFields.Readable(scope, customer).ToList();
        IReadOnlyList<Selection> select =
        [
            .. RecordSelections.Of(scope, customer, fields),
            .. CustomerPage.Counts(scope),
            .. show is null ? CustomerPage.Facts(scope) : [],
            .. show is null ? CustomerPage.Lists(scope) : [],
            .. show is null or "timeline" ? TimelinePage.Select(scope, Kind, Show is null ? null : before) : [],
        ];
        if (await readGate.ReadRecordAsync(scope, customer.Name, number, select, cancellationToken) is not { } row)
        {
            return NotFound();
        }

        var text = new FieldText(wording, scope, await members.OfAsync(scope, cancellationToken));
        Profile = new RecordProfile(customer, ShownFields.BySection(fields), row, text, scope.Schema);
        ReadTimeline();
        if (show is not null and not "timeline")
        {
            if (CustomerPage.Tabs(scope).FirstOrDefault(relation => relation.Name == show) is not { } relation)
            {
                return NotFound();
            }

            Table = await TableAsync(relation, after, cancellationToken);
        }

        return Page();
    }

    private void ReadTimeline()
    {
        var (entries, earlier) = TimelinePage.Read(scope, Row);
        Timeline = Show is null ? [.. entries.Take(RecentEntries)] : entries;
        Earlier = earlier is null ? null : $"?show=timeline{(Kind is null ? "" : "&kind=" + Kind)}&before={Uri.EscapeDataString(earlier)}";
    }

    private async Task<RecordTable> TableAsync(ChildRelation relation, string? after, CancellationToken cancellationToken)
    {
        var entity = scope.Schema[relation.Entity];
        var columns = ShownFields.Columns(scope, entity, relation.ByField);
        var moment = CustomerPage.MomentOf(entity.Name);
        var query = new LedgerQuery(entity.Name)
        {
            Select = RecordSelections.Of(scope, entity, columns),
            Where = new FieldFilter(relation.ByField, Operator.Equals, Id),
            OrderBy = scope.Rights.On(entity.Name).IsClearEverywhere(entity.OrdinalOf(moment)) ? [new SortKey(moment, Descending: true)] : [],
            Size = TableSize,
            After = after,
        };
        var (page, rows) = await readGate.ReadRowsAsync(scope, query, cancellationToken);
        return new RecordTable(entity, columns, rows, Profile.Text)
        {
            Previous = after is null ? null : $"?show={relation.Name}",
            Next = page.HasNext ? $"?show={relation.Name}&after={Uri.EscapeDataString(page.End!)}" : null,
        };
    }

    /// <summary>A sum of converted amounts has more places than anybody pays.</summary>
    private decimal Rounded(decimal amount) => Math.Round(amount, Currencies.MinorUnits(scope.Settings.BaseCurrency) ?? 2, MidpointRounding.AwayFromZero);

    private string? Text(string field) => Profile.Entity.Find(field) is { } found ? Profile.Text.Of(found, Row) : null;

    private string? Note()
    {
        var orders = Text("orderCount") is { } count ? wording[CustomerPageTexts.Orders, ("orders", count), ("returns", Text("returnCount"))] : null;
        var missing = Row.TryGetProperty("ordersWithoutRate", out var without) && without.ValueKind == JsonValueKind.Number && without.GetInt64() > 0
            ? wording[CustomerPageTexts.WithoutRate, ("orders", without.GetInt64())]
            : null;
        return orders is null && missing is null ? null : string.Join("; ", new[] { orders, missing }.OfType<string>());
    }
}
