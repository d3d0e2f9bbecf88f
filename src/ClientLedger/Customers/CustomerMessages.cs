using ClientLedger.Messages;

namespace ClientLedger.Customers;

internal static class CustomerMessages
{
    public static readonly MessageCode TotalTooLarge = new("customer.totalTooLarge",
        "With the amount of this order the totals of its customer would pass what the ledger can hold: {maximum} in each currency and in {base}. Check the amount and the exchange rate.",
        "该订单的金额会使其客户的累计金额超出台账上限：每种币种及本位币 {base} 均为 {maximum}。请检查金额和汇率。");

    public static readonly MessageCode RatesTooLarge = new("customer.ratesTooLarge",
        "With these rates the orders of {customer} are worth more in {base} than the ledger can hold ({maximum}). Check the rates; nothing was saved.",
        "按这些汇率，客户 {customer} 的订单折合 {base} 后超出台账上限（{maximum}）。请检查汇率；本次未保存任何内容。");
}
