using ClientLedger.Imports.Files;
using ClientLedger.Imports.Mapping;
using ClientLedger.TestKit;
using ClientLedger.Tests.Imports.Files;

namespace ClientLedger.Tests.Imports.Mapping;

public sealed class ColumnGuessesTests
{
    private const string Ledger = """
        客户台账（2024年）,,,,,,,
        序号,公司名称,联系人,职务,手机,邮箱,统一社会信用代码,开户行
        1,深圳市华云科技有限公司,王芳,采购经理,13800138000、13900139000,wang@huayun.cn,91440300708461136T,招商银行
        2,上海贸易有限公司,李强,总经理,13700137000,li@shmy.cn,91310000MA1K35UC3G,工商银行
        """;

    private const string Fxiaoke = """
        客户名称（必填）,客户编号,负责人,客户级别,客户来源,所属行业,省,市,详细地址,电话,传真,网址,邮件,成交状态,备注
        深圳市华云科技有限公司,KH001,张三,重要客户,转介绍,制造业,广东省,深圳市,南山区科技园1号,0755-26001234,0755-26001235,www.huayun.cn,info@huayun.cn,未成交,
        上海贸易有限公司,KH002,李四,普通客户,展会,批发和零售业,上海市,上海市,静安区南京西路2号,13800138000,,www.shmy.cn,a@shmy.cn,已成交,老客户
        """;

    private const string Zoho = """
        Record Id,Account Owner,Account Name,Account Number,Phone,Fax,Website,Billing Street,Billing City,Billing State,Billing Code,Billing Country,Description
        zcrm_1,Li,Acme Trading Ltd,A-001,+86 138 0013 8000,,www.acme.example,1 Main St,Shenzhen,广东省,518000,China,Good
        zcrm_2,Li,Beta GmbH,A-002,+49 30 123456,,www.beta.example,2 Weg,Berlin,Berlin,10115,Germany,
        """;

    private const string Contacts = "姓名,公司,部门,职位,手机号码,Email,生日\n王芳,华云科技,采购部,经理,13800138000,w@h.cn,1985-03-02\n李强,上海贸易,总经办,总经理,13700137000,l@s.cn,1979-11-30";

    private const string Sales = "订单号,下单日期,客户名称,商品编码,商品名称,数量,单价,收货人\nSO1,03/25/2024,华云科技,P01,螺丝,10,\"1,50\",王\nSO1,03/25/2024,华云科技,P02,螺母,5,\"2,00\",王\nSO2,04/01/2024,上海贸易,P01,螺丝,3,\"1,50\",李";

    private const string Orders = "Order No,Customer Code,Order Date,Total Amount,Currency,Status\n1,C1,2024-01-05,100.50,CNY,已完成\n2,C2,2024-01-06,80,USD,已完成";

    [Theory]
    [InlineData(Ledger, "customer", "公司名称>customer.name 联系人>contact.name 职务>contact.jobTitle 手机>customer.phones 邮箱>customer.emails 统一社会信用代码>customer.taxNumber 开户行>customer.bankName")]
    [InlineData(Fxiaoke, "customer", "客户名称(必填)>customer.name 客户编号>customer.number 客户级别>customer.grade 客户来源>customer.source 所属行业>customer.industry 省>customer.region 市>customer.city 详细地址>customer.street 电话>customer.phones 网址>customer.website 邮件>customer.emails 备注>customer.remarks")]
    [InlineData(Zoho, "customer", "Account Name>customer.name Account Number>customer.number Phone>customer.phones Website>customer.website Billing Street>customer.street Billing City>customer.city Billing State>customer.region Billing Code>customer.postalCode Billing Country>customer.country Description>customer.remarks")]
    [InlineData(Contacts, "contact", "姓名>contact.name 公司>customer.name 部门>contact.department 职位>contact.jobTitle 手机号码>contact.phones Email>contact.emails 生日>contact.birthday")]
    [InlineData(Sales, "orderLine", "订单号>order.number 下单日期>order.orderedAt 客户名称>customer.name 商品编码>product.number 商品名称>product.name 数量>orderLine.quantity 单价>orderLine.unitPrice")]
    [InlineData(Orders, "order", "Order No>order.number Customer Code>customer.number Order Date>order.orderedAt Total Amount>order.amount Currency>order.currency Status>order.state")]
    [InlineData("x,y\n1,2\n", "", "")]
    public void Finds_the_fields_of_usual_exports(string table, string about, string expected)
    {
        var guesses = ColumnGuesses.Of(BuiltInEntities.Schema, TableText.Open(table).Preview().Columns);
        Assert.Equal(about, guesses.Entity);
        Assert.Equal(expected, string.Join(' ', guesses.All.Select(guess => $"{guess.Column}>{guess.Entity}.{guess.Field}")));
    }

    [TheoryNeedsShared]
    [InlineData("northwind/Customers.csv", "customer", "CustomerID>customer.number CompanyName>customer.name ContactName>contact.name ContactTitle>contact.jobTitle Address>customer.street City>customer.city PostalCode>customer.postalCode Country>customer.country Phone>customer.phones")]
    [InlineData("northwind/Suppliers.csv", "customer", "CompanyName>customer.name ContactName>contact.name ContactTitle>contact.jobTitle Address>customer.street City>customer.city PostalCode>customer.postalCode Country>customer.country Phone>customer.phones HomePage>customer.website")]
    [InlineData("northwind/Products.csv", "product", "ProductID>product.number ProductName>product.name QuantityPerUnit>product.unit UnitPrice>product.price")]
    [InlineData("northwind/Orders.csv", "order", "OrderID>order.number CustomerID>customer.number OrderDate>order.orderedAt RequiredDate>order.deliverOn")]
    [InlineData("northwind/OrderDetails.csv", "orderLine", "OrderID>order.number ProductID>product.number UnitPrice>orderLine.unitPrice Quantity>orderLine.quantity Discount>orderLine.discount")]
    [InlineData("online-retail/online_retail.csv.gz", "orderLine", "InvoiceNo>order.number StockCode>product.number Description>orderLine.description Quantity>orderLine.quantity InvoiceDate>order.orderedAt UnitPrice>orderLine.unitPrice CustomerID>customer.number Country>customer.country")]
    [InlineData("telco-churn/Telco-Customer-Churn.csv.gz", "customer", "customerID>customer.number gender>customer.gender")]
    [InlineData("restaurants/fodors.csv", "customer", "id>customer.number name>customer.name addr>customer.street city>customer.city phone>customer.phones")]
    public void Finds_the_fields_of_the_data_sets(string path, string about, string expected)
    {
        var file = ImportFile.Open(new MemoryStream(DataFiles.Unpacked(path)), Path.GetFileName(path));
        var guesses = ColumnGuesses.Of(BuiltInEntities.Schema, file.Preview().Columns);
        Assert.Equal(about, guesses.Entity);
        Assert.Equal(expected, string.Join(' ', guesses.All.Where(guess => guess.Confidence >= 0.5).Select(guess => $"{guess.Column}>{guess.Entity}.{guess.Field}")));
    }

    [Fact]
    public void Values_say_what_a_heading_leaves_open_or_gets_wrong()
    {
        var guesses = ColumnGuesses.Of(BuiltInEntities.Schema, TableText.Open("客户名称,栏一,栏二,电话\n甲公司,a@b.cn,13800138000,未登记\n乙公司,c@d.cn,13900139000,无").Preview().Columns);
        Assert.Equal("栏一>emails 栏二>phones", string.Join(' ', guesses.All.Where(guess => guess.Field != "name").Select(guess => $"{guess.Column}>{guess.Field}")));
        Assert.All(guesses.All, guess => Assert.InRange(guess.Confidence, 0.3, 1));
    }

    [Fact]
    public void Every_field_is_used_once_but_several_values_take_several_columns()
    {
        var guesses = ColumnGuesses.Of(BuiltInEntities.Schema, TableText.Open("客户名称,公司名称,手机,座机\n甲,乙,13800138000,0755-26001234\n丙,丁,13800138001,0755-26001235").Preview().Columns);
        Assert.Equal("客户名称>name 手机>phones 座机>phones", string.Join(' ', guesses.All.Select(guess => $"{guess.Column}>{guess.Field}")));
    }

    [Theory]
    [InlineData(Ledger)]
    [InlineData(Fxiaoke)]
    [InlineData(Zoho)]
    [InlineData(Contacts)]
    [InlineData(Sales)]
    [InlineData(Orders)]
    public void A_guessed_plan_fits_and_every_line_can_be_planned(string table)
    {
        var file = TableText.Open(table);
        var plan = PlanGuess.Of(BuiltInEntities.Schema, file.Preview())!;
        Assert.Empty(PlanCheck.Check(plan, file.Headings, BuiltInEntities.Schema));
        Assert.All(PlanCase.Plan(plan, file, 100).SelectMany(batch => batch.Lines), line => Assert.Equal((LineFate.Sent, ""), (line.Fate, string.Join(' ', line.Refusals))));
    }

    [Fact]
    public void Invoice_lines_under_other_headings_fill_the_same_records()
    {
        var file = TableText.Open("Invoice No.,Item Code,Description,Qty,Invoice Date,Unit Price,Customer ID,Country\n1,A,nails,2,2024-01-05,1.5,C1,France\n1,B,,1,2024-01-05,2,C1,France");
        var batch = PlanCase.Plan(PlanGuess.Of(BuiltInEntities.Schema, file.Preview())!, file, 100).Single();
        Assert.Equal(
            [
                "Upsert customer number=C1 country=FR name?=C1",
                "Upsert product number=A name=nails",
                "Upsert product number=B name?=B",
                "Upsert order number=1 orderedAt=2024-01-04T16:00:00 customer=@customer:0",
                "Upsert orderLine number=1-1 description=nails quantity=2 unitPrice=1.5 order=@order:0 product=@product:0",
                "Upsert orderLine number=1-2 quantity=1 unitPrice=2 order=@order:0 product=@product:1",
            ],
            batch.Changes.Select(PlanCase.Shown));
    }

    [Fact]
    public void A_guessed_plan_settles_dates_decimals_lists_numbers_and_links()
    {
        var file = TableText.Open(Sales);
        var batch = PlanCase.Plan(PlanGuess.Of(BuiltInEntities.Schema, file.Preview())!, file, 100).Single();
        Assert.Equal("Upsert order number=SO1 orderedAt=2024-03-24T16:00:00 customer=name:华云科技", PlanCase.Shown(batch.Changes[2]));
        Assert.Equal("Upsert orderLine number=SO1-2 quantity=5 unitPrice=2 order=@order:0 product=@product:1", PlanCase.Shown(batch.Changes[5]));

        var ledger = TableText.Open(Ledger);
        var customers = PlanCase.Plan(PlanGuess.Of(BuiltInEntities.Schema, ledger.Preview())!, ledger, 100).Single();
        Assert.Equal("Create customer name=深圳市华云科技有限公司 phones=+8613800138000,+8613900139000 emails=wang@huayun.cn taxNumber=91440300708461136T bankName=招商银行", PlanCase.Shown(customers.Changes[0]));
        Assert.Equal("Create contact name=王芳 jobTitle=采购经理 customer=@customer:0", PlanCase.Shown(customers.Changes[2]));
    }
}
