using ClientLedger.Fields.Values;
using ClientLedger.Imports.Mapping;
using ClientLedger.Messages;
using ClientLedger.Tests.Imports.Files;
using ClientLedger.Writing;

namespace ClientLedger.Tests.Imports.Mapping;

public sealed class PlanRowsTests
{
    private const string Headings = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";

    [Fact]
    public void A_line_of_an_invoice_fills_customer_product_order_and_line()
    {
        var batch = PlanCase.Plan(PlanCase.InvoiceLines, Headings + "536365,85123A,HEART HOLDER,6,2010-12-01 08:26:00,2.55,17850,United Kingdom");
        Assert.Equal(
            [
                "Upsert customer number=17850 name?=17850 country=GB",
                "Upsert product number=85123A name=HEART HOLDER",
                "Upsert order number=536365 customer=@customer:0 orderedAt=2010-12-01T00:26:00 currency=GBP",
                "Upsert orderLine number=536365-1 order=@order:0 product=@product:0 description=HEART HOLDER quantity=6 unitPrice=2.55",
            ],
            batch.Changes.Select(PlanCase.Shown));
        var line = Assert.Single(batch.Lines);
        Assert.Equal((2L, LineFate.Sent, 3), (line.Number, line.Fate, line.Counts));
        Assert.Equal([0, 1, 2, 3], line.Changes);
    }

    [Fact]
    public void Of_repeated_records_the_last_line_wins_field_by_field_and_every_line_counts_once()
    {
        var batch = PlanCase.Plan(PlanCase.InvoiceLines, Headings + """
            1,A,old,1,2010-12-01 08:26:00,1,17850,France
            1,a,,2,2010-12-01 08:27:00,1,17850,
            1,B,other,3,2010-12-01 08:27:00,1,17850,Germany
            1,A,new,4,2010-12-01 08:28:00,1,17850,
            """);
        Assert.Equal(
            [
                "Upsert customer number=17850 name?=17850 country=DE",
                "Upsert product number=A name=new",
                "Upsert product number=B name=other",
                "Upsert order number=1 customer=@customer:0 orderedAt=2010-12-01T00:28:00 currency=GBP",
            ],
            batch.Changes.Take(4).Select(PlanCase.Shown));
        Assert.Equal(["1-1", "1-2", "1-3", "1-4"], batch.Changes.Skip(4).Select(change => change.Values.Values[0]));
        Assert.Equal([4, 5, 6, 7], batch.Lines.Select(line => line.Counts));
    }

    [Fact]
    public void Invoices_that_begin_with_c_are_returns_with_positive_quantities()
    {
        var batch = PlanCase.Plan(PlanCase.InvoiceLines, Headings + "C5,A,x,-3,2010-12-01,1,1,France\nA5,A,x,1,2010-12-01,-7.5,1,France");
        Assert.Equal("Upsert order number=C5 customer=@customer:0 orderedAt=2010-11-30T16:00:00 currency=GBP kind=return", PlanCase.Shown(batch.Changes[2]));
        Assert.Equal("Upsert order number=A5 customer=@customer:0 orderedAt=2010-11-30T16:00:00 currency=GBP", PlanCase.Shown(batch.Changes[3]));
        Assert.Contains("quantity=3 ", PlanCase.Shown(batch.Changes[4]), StringComparison.Ordinal);
        Assert.EndsWith("quantity=1 unitPrice=-7.5", PlanCase.Shown(batch.Changes[5]), StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_without_a_customer_are_refused_or_filed_under_one()
    {
        const string lines = Headings + "1,A,x,1,2010-12-01,1,,France\n2,A,x,1,2010-12-01,1,17850,France\n3,A,x,1,2010-12-01,1,,Germany";
        var refused = PlanCase.Plan(PlanCase.InvoiceLines, lines);
        Assert.Equal([LineFate.Refused, LineFate.Sent, LineFate.Refused], refused.Lines.Select(line => line.Fate));
        Assert.Equal("import.keyMissing", refused.Lines[0].Refusals.Single().Code.Code);
        Assert.Equal("customer.number", refused.Lines[0].Refusals.Single().Field);
        Assert.Equal(4, refused.Changes.Count);

        var plan = PlanCase.InvoiceLines;
        var under = new FileUnder(new Dictionary<string, string> { ["number"] = "WALK-IN", ["name"] = "散客" });
        var filed = PlanCase.Plan(plan with { Entities = [plan.Entities[0] with { WhenKeyMissing = under }, .. plan.Entities.Skip(1)] }, lines);
        Assert.Equal(["Upsert customer number=WALK-IN name?=散客", "Upsert customer number=17850 name?=17850 country=FR"], filed.Changes.Take(2).Select(PlanCase.Shown));
        Assert.All(filed.Lines, line => Assert.Equal(LineFate.Sent, line.Fate));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(1000)]
    public void Running_numbers_dont_depend_on_the_borders_of_batches(int size)
    {
        var random = new Random(11);
        var table = Headings + string.Concat(Enumerable.Range(0, 300).Select(i => $"{random.Next(20)},S{random.Next(9)},n,1,2010-12-01,1,{(i % 5 == 0 ? "" : "7")},France\n"));
        var file = TableText.Open(table);
        var lines = PlanCase.Plan(PlanCase.InvoiceLines, file, size)
            .SelectMany(batch => batch.Lines.Where(line => line.Counts >= 0).Select(line => (line.Number, batch.Changes[line.Counts].Values.Values[0])));
        var counts = new Dictionary<string, int>();
        var expected = file.Rows().Select(row =>
        {
            var invoice = (string)row[0]!;
            counts[invoice] = counts.GetValueOrDefault(invoice) + 1;
            return (row.Number, HasCustomer: row[6] is not null, (object?)$"{invoice}-{counts[invoice]}");
        }).Where(row => row.HasCustomer).Select(row => (row.Number, row.Item3));
        Assert.Equal(expected, lines);
    }

    [Fact]
    public void A_resumed_run_gives_the_same_numbers_and_knows_the_same_repetitions()
    {
        var plan = PlanCase.InvoiceLines with { SkipIdentical = true };
        var random = new Random(5);
        var file = TableText.Open(Headings + string.Concat(Enumerable.Range(0, 200).Select(i => $"{random.Next(6)},S{random.Next(2)},n,1,2010-12-01,1,7,France\n")));
        var all = RowMarks.Read(file, plan).Select(row => (row.Row.Number, row.Number, row.IsRepeat)).ToList();
        Assert.Contains(all, row => row.IsRepeat);
        foreach (var after in new[] { 1L, 2, 77, 200, 201 })
        {
            Assert.Equal(all.Where(row => row.Item1 > after), RowMarks.Read(file, plan, after).Select(row => (row.Row.Number, row.Number, row.IsRepeat)));
        }
    }

    [Fact]
    public void Invoices_that_the_ledger_takes_for_one_are_numbered_together()
    {
        var batch = PlanCase.Plan(PlanCase.InvoiceLines, Headings + "c1,A,x,-1,2010-12-01,1,1,France\nC1,A,x,-1,2010-12-01,1,1,France");
        Assert.Equal(["c1-1", "C1-2"], batch.Changes.Skip(3).Select(change => change.Values.Values[0]));
    }

    [Fact]
    public void Identical_lines_are_skipped_only_when_asked_and_keep_their_numbers()
    {
        const string lines = Headings + "1,A,x,1,2010-12-01,1,7,France\n1,A,x,1,2010-12-01,1,7,France\n1,B,x,1,2010-12-01,1,7,France";
        Assert.All(PlanCase.Plan(PlanCase.InvoiceLines, lines).Lines, line => Assert.Equal(LineFate.Sent, line.Fate));
        var batch = PlanCase.Plan(PlanCase.InvoiceLines with { SkipIdentical = true }, lines);
        Assert.Equal([LineFate.Sent, LineFate.Skipped, LineFate.Sent], batch.Lines.Select(line => line.Fate));
        Assert.Equal("1-3", batch.Changes[^1].Values.Values[0]);
    }

    [Fact]
    public void A_line_with_a_bad_value_changes_nothing_at_all()
    {
        var batch = PlanCase.Plan(PlanCase.InvoiceLines, Headings + "1,A,x,many,2010-12-01,1,7,Nowhere\n1,A,y,1,2010-12-01,1,7,France\n2,B,z,1,2010-12-01,1,8,France,extra");
        Assert.Equal(["customer.country: list.unknown", "orderLine.quantity: value.number.unreadable"], batch.Lines[0].Refusals.Select(refusal => refusal.ToString()).Order());
        Assert.Equal("import.rowTooLong", batch.Lines[2].Refusals.Single().Code.Code);
        Assert.Equal(["7", "A", "1", "1-2"], batch.Changes.Select(change => change.Values.Values[0]));
    }

    [Fact]
    public void Rows_that_fill_the_same_fields_share_their_names()
    {
        var batch = PlanCase.Plan(PlanCase.InvoiceLines, Headings + "1,A,x,1,2010-12-01,1,7,France\n2,B,x,1,2010-12-01,1,8,France");
        foreach (var entity in batch.Changes.GroupBy(change => change.Entity))
        {
            Assert.Same(entity.First().Values.Names, entity.Last().Values.Names);
        }
    }

    [Fact]
    public void A_rule_skips_totals()
    {
        var plan = PlanCase.Of("product", "number", PlanCase.Column("number", "编号"), PlanCase.Column("name", "名称")) with { Rules = [new("编号", "合计*", [new SkipLine()])] };
        var batch = PlanCase.Plan(plan, "编号,名称\n1,螺丝\n合计：,1");
        Assert.Equal([LineFate.Sent, LineFate.Skipped], batch.Lines.Select(line => line.Fate));
    }

    [Fact]
    public void An_empty_cell_leaves_a_field_alone_unless_it_shall_erase()
    {
        var plan = PlanCase.Of("product", "number",
            PlanCase.Column("number", "n"), PlanCase.Column("name", "t"), PlanCase.Column("brand", "b") with { Erases = true }, PlanCase.Column("model", "m"));
        var batch = PlanCase.Plan(plan, "n,t,b,m\n1,a,,NULL\n2,b,x,y");
        Assert.Equal(["Upsert product number=1 name=a brand=∅", "Upsert product number=2 name=b brand=x model=y"], batch.Changes.Select(PlanCase.Shown));
    }

    [Fact]
    public void A_missing_key_makes_a_new_record_or_leaves_it_out()
    {
        var make = PlanCase.Of("customer", "number", PlanCase.Column("number", "n"), PlanCase.Column("name", "t"));
        make = make with { Entities = [make.Entities[0] with { WhenKeyMissing = new MakeNew() }] };
        Assert.Equal(["Upsert customer number=1 name=a", "Create customer name=b"], PlanCase.Plan(make, "n,t\n1,a\n,b").Changes.Select(PlanCase.Shown));

        var lines = PlanCase.InvoiceLines;
        var without = lines with { Entities = [lines.Entities[0], lines.Entities[1] with { WhenKeyMissing = new LeaveOut() }, .. lines.Entities.Skip(2)] };
        var batch = PlanCase.Plan(without, Headings + "1,,freight,1,2010-12-01,1,7,France");
        Assert.Equal(["customer", "order", "orderLine"], batch.Changes.Select(change => change.Entity));
        Assert.Equal("Upsert orderLine number=1-1 order=@order:0 description=freight quantity=1 unitPrice=1", PlanCase.Shown(batch.Changes[2]));
    }

    [Fact]
    public void A_contact_beside_a_customer_is_made_where_the_line_names_one()
    {
        var plan = new ImportPlan
        {
            Counts = "customer",
            Entities =
            [
                new("customer") { Key = "number", Fields = [PlanCase.Column("number", "n"), PlanCase.Column("name", "t")] },
                new("contact") { Fields = [PlanCase.Column("name", "联系人"), new("customer") { From = new RecordOfLine("customer") }] },
            ],
        };
        var batch = PlanCase.Plan(plan, "n,t,联系人\n1,a,王芳\n2,b,");
        Assert.Equal(["Upsert customer number=1 name=a", "Upsert customer number=2 name=b", "Create contact name=王芳 customer=@customer:0"], batch.Changes.Select(PlanCase.Shown));
        Assert.Equal([0, 2], batch.Lines[0].Changes);
        Assert.Equal([1], batch.Lines[1].Changes);
    }

    [Fact]
    public void The_result_of_a_line_is_that_of_its_record_and_says_why_it_was_refused()
    {
        var batch = PlanCase.Plan(PlanCase.InvoiceLines, Headings + "1,A,x,1,2010-12-01,1,7,France\n2,B,x,1,2010-12-01,1,7,France\n3,C,x,1,2010-12-01,1,,France");
        var results = batch.Changes.Select(_ => new RowResult(Outcome.Created, 1, 1)).ToList();
        results[2] = new(Outcome.Refused, null, null) { Refusals = [Refusal.Of(WriteMessages.Taken)] };
        results[^1] = new(Outcome.Refused, null, null) { Refusals = [Refusal.Of(WriteMessages.ReferenceRefused)] };
        var lines = batch.ResultsOf(results);
        Assert.Equal([Outcome.Created, Outcome.Refused, Outcome.Refused], lines.Select(line => line.Outcome));
        Assert.Equal([[], ["write.taken"], ["import.keyMissing"]], lines.Select(line => line.Refusals.Select(refusal => refusal.Code.Code)));
    }

    [Theory]
    [InlineData("03/04/2024", "2024-03-04")]
    [InlineData("2024年3月4日", "2024-03-04")]
    [InlineData("13/04/2024", "2024-04-13")]
    public void Dates_are_read_in_the_order_that_the_plan_settles(string text, string date) =>
        Assert.Equal(DateOnly.ParseExact(date, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), Single("firstCooperationOn", text, new() { Dates = DayMonthOrder.MonthFirst }));

    [Fact]
    public void Conversions_settle_what_a_column_leaves_open()
    {
        Assert.Equal(1234.56m, Single("creditLimit", "1.234,56", new() { Decimals = DecimalMark.Comma }));
        Assert.Equal(1234.5m, Single("creditLimit", "1,234.5", new() { Decimals = DecimalMark.Point }));
        Assert.Equal(33.33m, Single("creditLimit", "33.3333333", new() { Places = 2 }));
        Assert.Equal(new DateOnly(2024, 3, 5), Single("firstCooperationOn", "45356", new() { DayNumbers = DaySystem.Since1900 }));
        Assert.Equal(new DateOnly(2024, 3, 5), Single("firstCooperationOn", "43894", new() { DayNumbers = DaySystem.Since1904 }));
        Assert.Equal(["红", "蓝"], (string[])Single("colours", "红、蓝", new() { Separator = "、" })!);
        Assert.Equal("core", Single("grade", "A类", new() { Values = new Dictionary<string, string> { ["A类"] = "core" } }));
        Assert.Null(Single("grade", "无", new() { Values = new Dictionary<string, string> { ["无"] = "" } }));
    }

    [Fact]
    public void Phones_are_read_in_the_country_of_their_line_and_unreadable_ones_go_to_the_remarks()
    {
        var plan = PlanCase.Of("customer", "number", PlanCase.Column("number", "n"), PlanCase.Column("remarks", "r"),
            PlanCase.Column("phones", "Phone", new() { CountryColumn = "Country", UnreadableTo = "remarks" }));
        var batch = PlanCase.Plan(plan, "n,Phone,Country,r\n1,030-0074321,Germany,\n2,555-0,Mexico,old\n3,13800138000,,x");
        Assert.Equal(
            ["Upsert customer number=1 phones=+49300074321", "Upsert customer number=2 remarks=old\nPhone: 555-0", "Upsert customer number=3 remarks=x phones=+8613800138000"],
            batch.Changes.Select(PlanCase.Shown));
    }

    [Fact]
    public void Columns_are_put_together_joined_and_multiplied()
    {
        var phones = PlanCase.Of("customer", "number", PlanCase.Column("number", "n"), new FieldPlan("phones") { From = new FromColumns(["手机", "座机"]) });
        Assert.Equal(["Upsert customer number=1 phones=+8613800138000,+8675526001234"], PlanCase.Plan(phones, "n,手机,座机\n1,13800138000,0755-26001234").Changes.Select(PlanCase.Shown));

        var details = PlanTemplates.All.Single(template => template.Name == "northwindOrderDetails").Plan;
        Assert.Equal(
            ["Upsert orderLine number=10248-11 order=number:10248 product=number:11 quantity=12 unitPrice=14.4 discount=25.92"],
            PlanCase.Plan(details, "OrderID,ProductID,UnitPrice,Quantity,Discount\n10248,11,14.4,12,0.15").Changes.Select(PlanCase.Shown));
    }

    private static object? Single(string field, string text, Conversion conversion)
    {
        var plan = PlanCase.Of("customer", "number", PlanCase.Column("number", "n"), PlanCase.Column(field, "v", conversion));
        var batch = PlanCase.Plan(plan, $"n;v\n1;{text}".Replace("n;v", "n\tv", StringComparison.Ordinal).Replace("1;", "1\t", StringComparison.Ordinal));
        Assert.Empty(batch.Lines[0].Refusals);
        return batch.Changes[0].Values.Names is [_, _] ? batch.Changes[0].Values.Values[1] : null;
    }
}
