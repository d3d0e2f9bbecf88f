using ClientLedger.Fields;

namespace ClientLedger.Customers;

/// <summary>The entity <c>customer</c> and its built-in fields.</summary>
public static class CustomerFields
{
    private const int Number = 1;
    private static readonly FieldSection Basic = new(Number, "basic");
    private static readonly FieldSection Business = new(Number, "business");
    private static readonly FieldSection History = new(Number, "history");

    /// <summary>What orders add up to; kept in <see cref="CustomerTotals"/>, not in the customer's own row.</summary>
    public static readonly IReadOnlyList<FieldDescriptor> Totals =
    [
        History.Integer(90, "orderCount", "订单数", "Orders") with { Derived = true },
        History.Integer(91, "returnCount", "退货数", "Returns") with { Derived = true },
        History.Date(92, "firstOrderOn", "首次购买日期", "First order on") with { Derived = true },
        History.Date(93, "lastOrderOn", "最近购买日期", "Last order on") with { Derived = true },
        History.Money(94, "totalAmountBase", "累计购买金额(本位币)", "Total purchases (base currency)", currency: null) with { Derived = true },
        History.Money(95, "returnedAmountBase", "累计退货金额(本位币)", "Total returns (base currency)", currency: null) with { Derived = true },
        History.Integer(96, "ordersWithoutRate", "缺少汇率的订单数", "Orders without a rate") with { Derived = true },
    ];

    public static readonly EntityDescriptor Entity = new(
        Number, "customer", "customers", "cus", new("客户", "Customer"), typeof(Customer), title: "name",
        [
            Basic.Text(1, "number", "客户编号", "Customer number") with { MaxLength = 40, Unique = true, Search = SearchKind.Code, Example = "C-000123" },
            Basic.Text(2, "name", "客户名称", "Customer name") with
            {
                Required = true,
                Indexed = true,
                WarnOnDuplicates = true,
                Search = SearchKind.Name,
                Mask = new(1, 0),
                QualityWeight = 10,
                DuplicateWeight = 10,
                Help = new("企业填营业执照上的全称,个人填姓名", "The registered name of an organisation, the full name of a person"),
            },
            Basic.Text(3, "shortName", "客户简称", "Short name") with { MaxLength = 100, Search = SearchKind.Name, Mask = new(1, 0) },
            Basic.Choice(4, "kind", "客户性质", "Kind", "customerKinds") with { Required = true, Default = "organisation" },
            Basic.Choice(5, "type", "客户类型", "Customer type", "customerTypes") with { Default = "potential", QualityWeight = 2 },
            Basic.Choice(6, "grade", "客户等级", "Grade", "grades") with { Default = "ordinary", BrowsedBy = SystemFields.UpdatedAt, QualityWeight = 2 },
            Basic.Choice(7, "stage", "客户阶段", "Lifecycle stage", "stages") with { Default = "acquire", BrowsedBy = SystemFields.UpdatedAt, QualityWeight = 2 },
            Basic.Choice(8, "industry", "所属行业", "Industry", "industries") with { BrowsedBy = SystemFields.UpdatedAt, QualityWeight = 4 },
            Basic.Choice(9, "source", "客户来源", "Source", "sources"),
            Basic.Choice(10, "country", "国家/地区", "Country", "countries") with { QualityWeight = 2 },
            Basic.Choice(11, "region", "所在地区", "Region", "regions") with { Indexed = true, QualityWeight = 4 },
            Basic.Text(12, "city", "城市", "City") with { MaxLength = 100, Indexed = true, QualityWeight = 2 },
            Basic.Text(13, "street", "详细地址", "Street address") with { Mask = new(3, 0), QualityWeight = 2 },
            Basic.Text(14, "postalCode", "邮政编码", "Postal code") with { MaxLength = 20 },
            Basic.Phones(15, "phones", "联系电话", "Phones") with { WarnOnDuplicates = true, QualityWeight = 8, DuplicateWeight = 8 },
            Basic.Emails(16, "emails", "电子邮箱", "E-mail addresses") with { WarnOnDuplicates = true, QualityWeight = 4, DuplicateWeight = 8 },
            Basic.Field(17, "handles", "社交账号", "Social handles", FieldType.Handle) with { Several = true, Search = SearchKind.Code, Mask = new(2, 0), Example = "wechat:liwei88" },
            Basic.Field(18, "website", "网址", "Website", FieldType.WebAddress) with { MaxLength = 500 },
            Basic.Field(19, "taxNumber", "纳税人识别号", "Tax number", FieldType.TaxNumber) with
            {
                MaxLength = 30,
                Indexed = true,
                WarnOnDuplicates = true,
                Search = SearchKind.Code,
                Mask = new(4, 4),
                DuplicateWeight = 10,
                Help = new("统一社会信用代码或税号", "The unified social credit code or tax number"),
            },
            Basic.Field(20, "nationalId", "身份证号", "National id number", FieldType.NationalId) with { MaxLength = 30, Sensitivity = Sensitivity.Sensitive, Mask = new(0, 4) },
            Basic.Choice(21, "gender", "性别", "Gender", "genders") with { Help = new("仅个人客户", "For persons only") },
            Basic.Date(22, "birthday", "生日", "Birthday") with { Help = new("仅个人客户", "For persons only") },

            Business.Person(30, "owner", "负责人", "Owner") with { BrowsedBy = SystemFields.UpdatedAt, QualityWeight = 4 },
            Business.Integer(31, "book", "台账", "Ledger book") with { Required = true, Default = "1", Minimum = 1 },
            Business.Reference(32, "parent", "上级单位", "Parent organisation", "customer"),
            Business.Choice(33, "currency", "结算币种", "Currency", "currencies"),
            Business.Money(34, "creditLimit", "信用额度", "Credit limit") with { Minimum = 0 },
            Business.Text(35, "paymentTerms", "付款条件", "Payment terms"),
            Business.Text(36, "bankName", "开户银行", "Bank") with { MaxLength = 100 },
            Business.Field(37, "bankAccount", "银行账号", "Bank account", FieldType.BankAccount) with { MaxLength = 40, Sensitivity = Sensitivity.Sensitive, Mask = new(0, 4) },
            Business.Text(38, "brands", "偏好品牌", "Preferred brands") with { Several = true, MaxLength = 100 },
            Business.Text(39, "colours", "偏好颜色", "Preferred colours") with { Several = true, MaxLength = 100 },
            Business.Text(40, "models", "偏好型号", "Preferred models") with { Several = true, MaxLength = 100 },
            Business.Text(41, "likedProducts", "喜欢的产品", "Liked products") with { Several = true },
            Business.Choice(42, "contactChannel", "首选沟通方式", "Preferred channel", "channels"),
            Business.Text(43, "deliveryTime", "交货时间偏好", "Preferred delivery time"),
            Business.LongText(44, "specialRequirements", "特殊要求", "Special requirements") with
            {
                Help = new("录入新订单时会提示", "Shown as a warning when a new order is entered"),
            },
            Business.Text(45, "hobbies", "兴趣爱好", "Hobbies") with { Several = true, MaxLength = 100 },

            History.Date(60, "firstCooperationOn", "首次合作日期", "First cooperation on"),
            History.Date(61, "nextContactOn", "下次联系日期", "Next contact on") with { Indexed = true },
            History.LongText(62, "remarks", "备注", "Remarks"),
            .. Totals,
        ])
    {
        Columns = ["name", "number", "grade", "stage", "owner", "city", "phones", "orderCount", "totalAmountBase", "lastOrderOn", "nextContactOn"],
        Children =
        [
            new("subsidiaries", "customer", "parent"),
            new("contacts", "contact", "customer"),
            new("orders", "order", "customer"),
            new("contracts", "contract", "customer"),
            new("payments", "payment", "customer"),
            new("projects", "project", "customer"),
            new("interactions", "interaction", "customer"),
            new("tickets", "ticket", "customer"),
            new("tasks", "task", "customer"),
            new("notes", "note", "customer"),
            new("events", "event", "customer"),
            new("attachments", "attachment", "customer"),
            new("needs", "need", "customer"),
        ],
    };
}
