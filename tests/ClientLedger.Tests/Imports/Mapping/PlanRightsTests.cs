using ClientLedger.Access;
using ClientLedger.Imports.Mapping;
using ClientLedger.Shared;
using ClientLedger.Storage;
using ClientLedger.Tenancy;
using ClientLedger.TestKit;

namespace ClientLedger.Tests.Imports.Mapping;

/// <summary>What is left of a plan within the rights of a caller, and what is refused of one that goes beyond them.</summary>
public sealed class PlanRightsTests
{
    private static readonly string[] Invoices = ["InvoiceNo", "StockCode", "Description", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID", "Country"];

    public static TheoryData<int> Tenants => [TestLedger.Acme, TestLedger.Globex];

    [Theory, MemberData(nameof(Tenants))]
    public async Task A_plan_within_the_rights_stays_as_it_is(int tenant)
    {
        await using var gates = await TestGates.CreateAsync(Provider.Sqlite);
        var owner = gates.Owner(tenant);

        Assert.Equal(PlanCase.InvoiceLines.ToJson(), PlanRights.Within(PlanCase.InvoiceLines, owner)!.ToJson());
        Assert.Empty(PlanRights.Check(PlanCase.InvoiceLines, Invoices, owner));
        Assert.Equal(owner.Schema.Entities.SelectMany(entity => entity.Fields).Select(field => field.Id), PlanRights.Seen(owner).Entities.SelectMany(entity => entity.Fields).Select(field => field.Id));
    }

    [Theory, MemberData(nameof(Tenants))]
    public async Task Records_that_may_not_be_written_are_found_instead_and_new_ones_are_the_importer_s(int tenant)
    {
        await using var gates = await TestGates.CreateAsync(Provider.Sqlite);
        var anna = gates.Scope(tenant, TestGates.Anna, RoleTemplates.Restricted(gates.Schema));

        Assert.Contains("import.fieldUnknown", Codes(PlanCase.InvoiceLines, anna));
        var plan = PlanRights.Within(PlanCase.InvoiceLines, anna)!;
        Assert.Equal(["customer", "order", "orderLine"], plan.Entities.Select(entity => entity.Entity));
        Assert.Equal(new RecordByField("number", "StockCode"), plan.Find("orderLine")!.Fields.Single(field => field.Field == "product").From);
        Assert.Equal(new Constant(RecordIds.Format(RecordIds.Account, TestGates.Anna)), plan.Find("customer")!.Fields.Single(field => field.Field == "owner").IfNew);
        Assert.Equal(2, Assert.Single(plan.Rules).Effects.Count);
        Assert.Empty(PlanRights.Check(plan, Invoices, anna));
        Assert.Equal(plan.ToJson(), PlanRights.Within(plan, anna)!.ToJson());
    }

    [Theory, MemberData(nameof(Tenants))]
    public async Task A_masked_key_finds_nothing_and_leaves_other_records_out_rather_than_making_them_anew(int tenant)
    {
        await using var gates = await TestGates.CreateAsync(Provider.Sqlite);
        var anna = gates.Scope(tenant, TestGates.Anna,
        [
            .. gates.Schema.Entities.Select(RightsOf.Full).Where(grant => grant.Entity != "customer"),
            RightsOf.Full(gates.Schema["customer"]) with { Fields = new Dictionary<string, FieldRight> { ["number"] = new(ReadRight.Masked, WriteRight.Yes) } },
        ]);

        Assert.Equal(["import.keyUnclear"], Codes(PlanCase.InvoiceLines, anna));
        var plan = PlanRights.Within(PlanCase.InvoiceLines, anna)!;
        Assert.Equal(["product", "order", "orderLine"], plan.Entities.Select(entity => entity.Entity));
        Assert.DoesNotContain(plan.Find("order")!.Fields, field => field.Field == "customer");

        var customers = PlanCase.Of("customer", "number", PlanCase.Column("number", "InvoiceNo"), PlanCase.Column("name", "Description"));
        Assert.Equal((null, 2), (PlanRights.Within(customers, anna)!.Entities[0].Key, PlanRights.Within(customers, anna)!.Entities[0].Fields.Count));
        var linked = PlanCase.Of("order", "number", PlanCase.Column("number", "InvoiceNo"), new FieldPlan("customer") { From = new RecordByField("number", "CustomerID") });
        Assert.Equal(["import.keyUnclear"], Codes(linked, anna));
        Assert.Equal(["number"], PlanRights.Within(linked, anna)!.Entities[0].Fields.Select(field => field.Field));
    }

    [Theory, MemberData(nameof(Tenants))]
    public async Task Nothing_is_left_where_a_line_stands_for_what_the_caller_does_not_know(int tenant)
    {
        await using var gates = await TestGates.CreateAsync(Provider.Sqlite);
        var anna = gates.Scope(tenant, TestGates.Anna, [RightsOf.Full(gates.Schema["customer"])]);

        Assert.Null(PlanRights.Within(PlanCase.InvoiceLines, anna));
        Assert.Equal(["customer"], PlanRights.Seen(anna).Entities.Select(entity => entity.Name));
        Assert.DoesNotContain(PlanRights.Seen(anna).Entities[0].Fields, field => field.Target is not null and not "customer");
        Assert.Contains("import.entityUnknown", Codes(PlanCase.InvoiceLines, anna));
    }

    private static IEnumerable<string> Codes(ImportPlan plan, LedgerScope scope) => PlanRights.Check(plan, Invoices, scope).Select(refusal => refusal.Code.Code);
}
