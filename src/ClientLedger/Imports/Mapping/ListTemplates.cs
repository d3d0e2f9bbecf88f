using ClientLedger.Messages;

namespace ClientLedger.Imports.Mapping;

/// <summary>The usual lists under headings of our own, in Chinese and in English: what a user who asks for a form to fill in gets.</summary>
internal static class ListTemplates
{
    public static readonly IReadOnlyList<PlanTemplate> All =
    [
        .. Template("customers", new("客户清单", "Customers"), "customer", "number",
            [("number", "客户编号", "Customer number"), ("name", "客户名称", "Customer name"), ("type", "客户类型", "Customer type"), ("grade", "客户等级", "Customer grade"),
             ("phones", "联系电话", "Phones"), ("emails", "电子邮箱", "E-mail addresses"), ("taxNumber", "纳税人识别号", "Tax number"), ("region", "所在地区", "Region"), ("street", "详细地址", "Street address"), ("remarks", "备注", "Remarks")], []),
        .. Template("contacts", new("联系人清单", "Contacts"), "contact", null,
            [("name", "联系人姓名", "Contact name"), ("jobTitle", "职位", "Job title"), ("department", "部门", "Department"), ("phones", "电话", "Phones"), ("emails", "电子邮箱", "E-mail addresses"), ("remarks", "备注", "Remarks")],
            [("customer", "number", "客户编号", "Customer number")]),
        .. Template("products", new("产品清单", "Products"), "product", "number",
            [("number", "产品编号", "Product number"), ("name", "产品名称", "Product name"), ("category", "产品类别", "Category"), ("brand", "品牌", "Brand"), ("model", "型号", "Model"), ("unit", "计量单位", "Unit"), ("price", "单价", "Price"), ("currency", "币种", "Currency")], []),
        .. Template("orders", new("订单清单", "Orders"), "order", "number",
            [("number", "订单编号", "Order number"), ("orderedAt", "下单时间", "Ordered at"), ("kind", "订单性质", "Kind"), ("currency", "币种", "Currency"), ("amount", "订单金额", "Amount"), ("remarks", "备注", "Remarks")],
            [("customer", "number", "客户编号", "Customer number")]),
    ];

    /// <summary>The templates of a list in both languages have one plan each; the Chinese one is offered first. The other's name ends in <c>English</c>.</summary>
    private static PlanTemplate[] Template(
        string name, Label label, string entity, string? key, (string Field, string Chinese, string English)[] columns, (string Field, string By, string Chinese, string English)[] links) =>
    [
        Of(name, label, entity, key, [.. columns.Select(column => (column.Field, column.Chinese))], [.. links.Select(link => (link.Field, link.By, link.Chinese))]),
        Of(name + "English", label, entity, key, [.. columns.Select(column => (column.Field, column.English))], [.. links.Select(link => (link.Field, link.By, link.English))]),
    ];

    private static PlanTemplate Of(string name, Label label, string entity, string? key, (string Field, string Heading)[] columns, (string Field, string By, string Heading)[] links) => new(
        name,
        label,
        [.. columns.Select(column => column.Heading), .. links.Select(link => link.Heading)],
        new()
        {
            Counts = entity,
            Entities =
            [
                new(entity)
                {
                    Key = key,
                    WhenKeyMissing = new MakeNew(),
                    Fields =
                    [
                        .. columns.Select(column => new FieldPlan(column.Field) { From = new FromColumn(column.Heading) }),
                        .. links.Select(link => new FieldPlan(link.Field) { From = new RecordByField(link.By, link.Heading) }),
                    ],
                },
            ],
        });
}
