using System.Text;
using ClientLedger.Imports;
using ClientLedger.Imports.Mapping;
using ClientLedger.Messages;
using ClientLedger.Storage;
using ClientLedger.TestKit;
using ClientLedger.Tests.Imports.Files;
using ClientLedger.Tests.Imports.Mapping;

namespace ClientLedger.Tests.Imports.Running;

/// <summary>The file of refused lines names the field in the reader's language, and the column of his own file in which the trouble stands.</summary>
public sealed class RefusedReasonsTests
{
    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_reason_names_the_field_and_the_column_that_it_came_from(Provider provider)
    {
        await using var imports = await ImportCase.CreateAsync(provider);
        var scope = await imports.OpenAsync();
        var plan = PlanCase.Of(
            "customer", "number", PlanCase.Column("number", "id"), PlanCase.Column("name", "company"), PlanCase.Column("creditLimit", "credit"), PlanCase.Column("birthday", "Birthday"),
            new FieldPlan("emails") { From = new FromColumns(["mail", "mail 2"]) });
        var run = await imports.ImportAsync(
            scope, "id,company,credit,Birthday,mail,mail 2\n1,Good,100,,,\n2,Bad,plenty,,,\n3,,1,,,\n4,Bad,1,soon,,\n5,Bad,1,,a@b.example,nobody\n,Bad,1,,,\n", plan);

        Assert.Equal((1L, 5L), (run.Created, run.Refused));
        await AssertReasonsAsync(
            imports, run, Language.English, "2: Credit limit (column credit): “plenty” isn't an amount.", "3: Customer name (column company): Customer name must have a value.",
            "4: Birthday: “soon” isn't a date.", "5: E-mail addresses (columns mail, mail 2): “nobody”", ": Customer number (column id): Customer number is empty");
        await AssertReasonsAsync(
            imports, run, Language.Chinese, "2: 信用额度（列 credit）：“plenty”不是金额。", "3: 客户名称（列 company）：客户名称为必填项，请填写。", "4: 生日（列 Birthday）：“soon”不是日期。",
            "5: 电子邮箱（列 mail、mail 2）：“nobody”", ": 客户编号（列 id）：客户编号为空");
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Where_a_line_fills_several_records_the_reason_says_which(Provider provider)
    {
        await using var imports = await ImportCase.CreateAsync(provider);
        var scope = await imports.OpenAsync();
        var run = await imports.ImportAsync(scope, "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n1,A,a,some,2010-12-01,1,17850,France\n1,B,b,1,2010-12-01,1,,France\n");

        Assert.Equal(2, run.Refused);
        await AssertReasonsAsync(imports, run, Language.Chinese, "1: 订单明细 / 数量（列 Quantity）：“some”不是数字。", "1: 客户 / 客户编号（列 CustomerID）：客户编号为空");
    }

    [Fact]
    public async Task What_a_country_or_a_new_record_alone_gives_is_named_by_its_own_column_and_the_field_is_not_named_twice()
    {
        await using var imports = await ImportCase.CreateAsync(Provider.Sqlite);
        var scope = await imports.OpenAsync();
        var plan = PlanCase.Of(
            "customer", "number", PlanCase.Column("number", "id"), PlanCase.Column("name", "company"), PlanCase.Column("phones", "tel", new Conversion { CountryColumn = "land" }),
            new FieldPlan("creditLimit") { From = new FromColumn("limit"), IfNew = new FromColumn("first limit") }, new FieldPlan("parent") { From = new RecordByField("number", "under") });
        var run = await imports.ImportAsync(scope, "id,company,tel,land,limit,first limit,under\n1,A,5551234,Nowhere,,,\n2,B,,,,some,\n3,C,,,some,1,\n4,D,,,,,99\n", plan);

        Assert.Equal(4, run.Refused);
        await AssertReasonsAsync(
            imports, run, Language.English, "1: Phones (column land): 'Nowhere' isn't a country", "2: Credit limit (column first limit): “some”", "3: Credit limit (column limit): “some”",
            "4: Parent organisation (column under): there is no");
    }

    /// <summary>How each refused line and its reasons begin: the first cell of the line, and its last.</summary>
    private static async Task AssertReasonsAsync(ImportCase imports, ImportRun run, Language language, params IReadOnlyList<string> beginnings)
    {
        var file = TableText.Open(Encoding.UTF8.GetString(await ImportCase.RefusedAsync(await imports.OpenAsync(), run, language)));
        var told = file.Rows().Select(row => $"{row[0]}: {row[row.Count - 1]}").ToList();
        Assert.Equal(beginnings, told.Zip(beginnings, (text, beginning) => text[..Math.Min(text.Length, beginning.Length)]));
        Assert.Equal(beginnings.Count, told.Count);
    }
}
