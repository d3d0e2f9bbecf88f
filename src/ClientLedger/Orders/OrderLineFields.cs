using ClientLedger.Fields;

namespace ClientLedger.Orders;

/// <summary>The entity <c>orderLine</c> and its built-in fields; amounts are in the order's currency.</summary>
public static class OrderLineFields
{
    private const int Number = 5;
    private static readonly FieldSection Basic = new(Number, "basic");
    private static readonly FieldSection Business = new(Number, "business");

    public static readonly EntityDescriptor Entity = new(
        Number, "orderLine", "orderLines", "orl", new("订单明细", "Order line"), typeof(OrderLine), title: "number",
        [
            Basic.Text(1, "number", "明细编号", "Line number") with { MaxLength = 80, Unique = true },
            Basic.Reference(2, "order", "订单", "Order", "order") with { Required = true },
            Basic.Reference(3, "product", "产品", "Product", "product"),
            Basic.Text(4, "description", "产品/服务说明", "Description"),

            Business.Decimal(30, "quantity", "数量", "Quantity"),
            Business.Text(31, "unit", "计量单位", "Unit") with { MaxLength = 20 },
            Business.Money(32, "unitPrice", "单价", "Unit price", currency: null),
            Business.Money(33, "discount", "折扣金额", "Discount", currency: null),
            Business.Money(34, "amount", "金额", "Amount", currency: null) with
            {
                Derived = true,
                Help = new("数量 × 单价 − 折扣金额", "Quantity × unit price − discount"),
            },
        ]);
}
