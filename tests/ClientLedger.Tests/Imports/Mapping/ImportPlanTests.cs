using System.Text.Json;
using ClientLedger.Fields.Values;
using ClientLedger.Imports.Mapping;
using ClientLedger.Writing;

namespace ClientLedger.Tests.Imports.Mapping;

public sealed class ImportPlanTests
{
    public static TheoryData<string> Templates => [.. PlanTemplates.All.Select(template => template.Name)];

    [Theory, MemberData(nameof(Templates))]
    public void Every_template_fits_its_own_headings_is_recognised_and_comes_back_from_json(string name)
    {
        var template = PlanTemplates.All.Single(each => each.Name == name);
        var needed = template.Plan.Entities.SelectMany(entity => entity.Fields).SelectMany(field => PlanCheck.ColumnsOf(field.From).Concat(PlanCheck.ColumnsOf(field.IfNew)))
            .Concat(template.Headings).Append("Country").Distinct().ToList();
        Assert.Empty(PlanCheck.Check(template.Plan, needed, BuiltInEntities.Schema));
        Assert.Equal(name, PlanTemplates.Recognise(template.Headings)!.Name);
        Assert.Equal(template.Plan.ToJson(), ImportPlan.FromJson(template.Plan.ToJson()).ToJson());
    }

    [Fact]
    public void Everything_that_a_plan_can_say_comes_back_from_json()
    {
        var plan = new ImportPlan
        {
            File = new() { Encoding = "gb18030", Delimiter = '\t', Quote = '\0', Sheet = "客户", HeadingsAt = 3 },
            Counts = "orderLine",
            SkipIdentical = true,
            Duplicates = DuplicatePolicy.Update,
            EmptyWords = ["无"],
            Rules = [new("a", "C*", [new SetField("order", "kind", "return"), new NegateField("orderLine", "quantity"), new SkipLine()])],
            Entities =
            [
                new("customer") { Key = "number", WhenKeyMissing = new FileUnder(new Dictionary<string, string> { ["number"] = "0", ["name"] = "散客" }), Fields = [new("number") { From = new FromColumn("a"), IfNew = new Constant("x") }] },
                new("product") { WhenKeyMissing = new LeaveOut(), Fields = [new("name") { From = new JoinedColumns(["a", "b"], "-"), Erases = true }] },
                new("contact") { WhenKeyMissing = new MakeNew(), Fields = [new("phones") { From = new FromColumns(["a", "b"]) }, new("customer") { From = new RecordByField("number", "a") }] },
                new("order") { Fields = [new("customer") { From = new RecordOfLine("customer") }, new("amount") { From = new ProductOfColumns(["a", "b"]) }] },
                new("orderLine")
                {
                    Fields =
                    [
                        new("number")
                        {
                            From = new RunningNumber("a", "-"),
                            Convert = new()
                            {
                                Dates = DayMonthOrder.DayFirst, DayNumbers = DaySystem.Since1904, Decimals = DecimalMark.Comma, Separator = "、", Negated = true, Places = 2,
                                Values = new Dictionary<string, string> { ["是"] = "true" }, CountryColumn = "c", UnreadableTo = "remarks",
                            },
                        },
                    ],
                },
            ],
        };
        var json = plan.ToJson();
        Assert.Equal(json, ImportPlan.FromJson(json).ToJson());
        foreach (var part in new[] { "\"gb18030\"", "散客", "\"is\":\"runningNumber\"", "\"is\":\"fileUnder\"", "\"is\":\"negate\"", "\"DayFirst\"", "\"Since1904\"", "\"Update\"", "\"negated\":true", "\"erases\":true", "\"places\":2" })
        {
            Assert.Contains(part, json, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{\"entities\":[]}")]
    [InlineData("{\"counts\":\"x\",\"entities\":[{\"entity\":\"x\",\"whenKeyMissing\":{\"is\":\"other\"}}]}")]
    public void What_is_no_plan_is_refused(string json) => Assert.ThrowsAny<JsonException>(() => ImportPlan.FromJson(json));

    [Fact]
    public void A_plan_that_doesnt_fit_is_told_everything_that_is_wrong()
    {
        var plan = new ImportPlan
        {
            Counts = "order",
            Rules = [new("z", "*", [new NegateField("customer", "name")])],
            Entities =
            [
                new("customer")
                {
                    Key = "name",
                    Fields = [PlanCase.Column("name", "a"), PlanCase.Column("name", "a"), PlanCase.Column("orderCount", "a"), PlanCase.Column("nothing", "a"), PlanCase.Column("city", "q"), new("owner") { From = new RecordOfLine("contact") }],
                },
                new("contact") { Key = "number", Fields = [new("customer") { From = new FromColumns(["a"]) }, new("name") { From = new RunningNumber("a", "-") }] },
                new("product") { Key = "number", Fields = [new("name") { From = new RunningNumber("b", "-") }] },
                new("dragon"),
                new("product"),
            ],
        };
        Assert.Equal(
            [
                "import.columnUnknown", "import.columnUnknown", "import.countsNothing", "import.entityTwice", "import.entityUnknown", "import.fieldTwice", "import.fieldUnknown", "import.fieldUnknown",
                "import.fieldUnknown", "import.keyNotUnique", "import.keyNotUnique", "import.keyWithoutSource", "import.linkBackwards", "import.numberedTwice", "import.sourceUnsuitable", "import.sourceUnsuitable",
            ],
            PlanCheck.Check(plan, ["a", "b"], BuiltInEntities.Schema).Select(refusal => refusal.Code.Code).Order(StringComparer.Ordinal));
        Assert.Equal("import.countsNothing", Files.TableText.RefusalOf(() => _ = new PlanRows(plan, ["a", "b"], BuiltInEntities.Schema, PlanCase.Settings)));
    }

    [Fact]
    public void A_constant_that_the_field_cant_hold_is_refused_before_any_line() => Assert.Equal(
        "list.unknown",
        Files.TableText.RefusalOf(() => PlanCase.Plan(PlanCase.Of("customer", "number", PlanCase.Column("number", "n"), new FieldPlan("currency") { From = new Constant("Taler") }), "n\n1")));
}
