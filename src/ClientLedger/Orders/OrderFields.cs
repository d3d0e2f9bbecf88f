using ClientLedger.Fields;

namespace ClientLedger.Orders;

/// <summary>The entity <c>order</c> (purchases and returns) and its built-in fields.</summary>
public static class OrderFields
{
    private const int Number = 4;
    private static readonly FieldSection Basic = new(Number, "basic");
    private static readonly FieldSection Business = new(Number, "business");
    private static readonly FieldSection History = new(Number, "history");

    public static readonly EntityDescriptor Entity = new(
        Number, "order", "orders", "ord", new("订单", "Order"), typeof(Order), title: "number",
        [
            Basic.Text(1, "number", "订单编号", "Order number") with { MaxLength = 60, Unique = true, Search = SearchKind.Code },
            Basic.Reference(2, "customer", "客户", "Customer", "customer") with { Required = true, BrowsedBy = "orderedAt" },
            Basic.Reference(3, "contact", "联系人", "Contact", "contact"),
            Basic.Choice(4, "kind", "订单性质", "Kind", "orderKinds") with { Required = true, Default = "purchase" },
            Basic.Choice(5, "state", "订单状态", "State", "orderStates") with { Required = true, Default = "confirmed" },
            Basic.Moment(6, "orderedAt", "下单时间", "Ordered at") with { Required = true, Indexed = true },

            Business.Choice(30, "currency", "币种", "Currency", "currencies"),
            Business.Money(31, "amount", "订单金额", "Amount") with { Help = new("有明细时为明细合计", "The sum of the lines, where there are lines") },
            Business.Date(32, "deliverOn", "交货日期", "Deliver on"),
            Business.Person(33, "owner", "负责人", "Owner"),
            Business.Reference(34, "project", "项目", "Project", "project"),
            Business.Reference(35, "contract", "合同", "Contract", "contract"),
            Business.LongText(36, "specialRequirements", "特殊要求", "Special requirements"),

            History.LongText(60, "remarks", "备注", "Remarks"),
        ])
    {
        Columns = ["number", "customer", "kind", "state", "orderedAt", "amount", "owner"],
        Children =
        [
            new("lines", "orderLine", "order"),
            new("payments", "payment", "order"),
            new("tickets", "ticket", "order"),
            new("attachments", "attachment", "order"),
        ],
    };
}
