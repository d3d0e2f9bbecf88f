using ClientLedger.Fields;

namespace ClientLedger.Payments;

/// <summary>The entity <c>payment</c> (due and paid) and its built-in fields.</summary>
public static class PaymentFields
{
    private const int Number = 7;
    private static readonly FieldSection Basic = new(Number, "basic");
    private static readonly FieldSection Business = new(Number, "business");
    private static readonly FieldSection History = new(Number, "history");

    public static readonly EntityDescriptor Entity = new(
        Number, "payment", "payments", "pay", new("付款", "Payment"), typeof(Payment), title: "number",
        [
            Basic.Text(1, "number", "付款编号", "Payment number") with { MaxLength = 60, Unique = true, Search = SearchKind.Code },
            Basic.Reference(2, "customer", "客户", "Customer", "customer") with { Required = true },
            Basic.Reference(3, "contract", "合同", "Contract", "contract"),
            Basic.Reference(4, "order", "订单", "Order", "order"),
            Basic.Choice(5, "state", "付款状态", "State", "paymentStates") with { Required = true, Default = "due" },
            Basic.Person(6, "owner", "负责人", "Owner"),

            Business.Choice(30, "currency", "币种", "Currency", "currencies"),
            Business.Date(31, "dueOn", "应付日期", "Due on") with { Indexed = true },
            Business.Money(32, "dueAmount", "应付金额", "Amount due"),
            Business.Date(33, "paidOn", "实付日期", "Paid on"),
            Business.Money(34, "paidAmount", "实付金额", "Amount paid"),
            Business.Choice(35, "method", "付款方式", "Method", "paymentMethods"),

            History.LongText(60, "remarks", "备注", "Remarks"),
        ])
    {
        Columns = ["number", "customer", "state", "dueOn", "dueAmount", "paidOn", "paidAmount"],
    };
}
