using ClientLedger.Messages;

namespace ClientLedger.Imports;

/// <summary>What the page of exchange rates says.</summary>
internal static class ExchangeRateTexts
{
    public static readonly Label Title = new("折合{base}的汇率", "Rates to {base}");
    public static readonly Label Lead = new("订单按下单日当天或之前最近的汇率折算。", "An order is worth what the newest rate not after its date says.");
    public static readonly Label Currency = new("币种", "Currency");
    public static readonly Label Date = new("生效日期", "From");
    public static readonly Label Rate = new("汇率", "Rate");
    public static readonly Label RateHint = new("1 单位外币折合多少{base}，例如 7.1234。", "What one unit is worth in {base}, like 7.1234.");
    public static readonly Label AddTitle = new("添加汇率", "Add a rate");
    public static readonly Label Add = new("添加", "Add");
    public static readonly Label FileTitle = new("从文件导入", "Import a file");
    public static readonly Label File = new("文件", "File");
    public static readonly Label FileHint = new(
        "CSV 或 Excel，首行为列名：日期、原币、本位币、汇率（本位币可省略）。同一币种同一天的旧汇率会被覆盖。",
        "CSV or Excel with the columns date, from, to and rate; 'to' may be missing. Rates of the same currency and day are replaced.");
    public static readonly Label Import = new("导入", "Import");
    public static readonly Label None = new("还没有汇率", "No rates yet");
    public static readonly Label NoneText = new(
        "外币订单没有汇率就不会计入本位币金额。请添加汇率，或导入一个文件。", "Orders in other currencies don't count in the base currency without one. Add a rate, or import a file.");
    public static readonly Label Newest = new("最近 {count} 条，最新的在前。", "The newest {count}, newest first.");
}

internal static class ExchangeRatePageMessages
{
    public static readonly MessageCode Day = new("rates.day",
        "'{value}' is no date. Give the day from which the rate holds, like 2026-03-01.",
        "“{value}”不是日期。请填写汇率的生效日期，例如 2026-03-01。");

    public static readonly MessageCode Number = new("rates.number",
        "'{value}' isn't a number above 0 and below 10,000,000,000 with at most 8 decimal places.",
        "“{value}”不是大于 0、小于 10,000,000,000 且最多 8 位小数的数字。");

    public static readonly MessageCode CurrencyMissing = new("rates.currencyMissing",
        "Choose a currency other than {base}, the base currency.",
        "请选择本位币 {base} 以外的币种。");

    public static readonly MessageCode FileMissing = new("rates.fileMissing",
        "Choose a file first.",
        "请先选择文件。");
}
