using ClientLedger.Imports.Mapping;
using ClientLedger.Tests.Imports.Files;

namespace ClientLedger.Tests.Imports.Mapping;

/// <summary>Cells of workbooks have types of their own.</summary>
public sealed class SheetCellsTests
{
    private static readonly ImportPlan Plan = PlanCase.Of("customer", "number",
        PlanCase.Column("number", "A"), PlanCase.Column("name", "B"), PlanCase.Column("creditLimit", "C"), PlanCase.Column("phones", "D"));

    [Fact]
    public void Numbers_fill_texts_phones_and_amounts_as_they_are_shown()
    {
        var batch = Sheet("<c><v>17850</v></c><c><v>3.5</v></c><c><v>0.1</v></c><c><v>13800138000</v></c>");
        Assert.Equal(["Upsert customer number=17850 name=3.5 creditLimit=0.1 phones=+8613800138000"], batch.Changes.Select(PlanCase.Shown));
    }

    [Fact]
    public void A_cell_with_an_error_refuses_its_line()
    {
        var batch = Sheet("<c><v>1</v></c><c t=\"e\"><v>#REF!</v></c><c><v>2</v></c><c><v>13800138000</v></c>");
        var refusal = batch.Lines.Single().Refusals.Single();
        Assert.Equal(("import.cellHasError", "customer.name"), (refusal.Code.Code, refusal.Field));
        Assert.Contains("#REF!", refusal.In(ClientLedger.Messages.Language.Chinese), StringComparison.Ordinal);
    }

    private static PlannedBatch Sheet(string cells) => PlanCase.Plan(
        Plan, TableText.Open(ImportFileTests.Workbook($"<row>{cells}</row>", ""), new() { HeadingsAt = 0 }, name: "a.xlsx"), 10).Single();
}
