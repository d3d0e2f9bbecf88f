using ClientLedger.Messages;

namespace ClientLedger.Settings;

internal static class SettingsMessages
{
    public static readonly MessageCode Company = new("settings.company",
        "The company needs a name of at most {max} characters.",
        "请填写公司名称，最多 {max} 个字符。");

    public static readonly MessageCode Zone = new("settings.zone",
        "'{value}' is no time zone of the IANA list. Give one like Asia/Shanghai.",
        "“{value}”不是 IANA 时区。请填写如 Asia/Shanghai 的时区名称。");

    public static readonly MessageCode Currency = new("settings.currency",
        "'{value}' is no currency of ISO 4217. Give three letters like CNY.",
        "“{value}”不是 ISO 4217 币种。请填写如 CNY 的三位字母代码。");

    public static readonly MessageCode Country = new("settings.country",
        "'{value}' is no country of ISO 3166-1. Give two letters like CN.",
        "“{value}”不是 ISO 3166-1 国家代码。请填写如 CN 的两位字母代码。");

    public static readonly MessageCode RateLine = new("settings.rateLine",
        "Line {line} of the rates, '{text}', isn't currency, date and rate. Write it like USD,2026-03-01,7.1234.",
        "汇率第 {line} 行“{text}”不是“币种,日期,汇率”。请写成 USD,2026-03-01,7.1234 的形式。");

    public static readonly MessageCode RateValue = new("settings.rateValue",
        "The rate '{value}' of {currency} isn't a number above 0 and below 10,000,000,000 with at most 8 decimal places.",
        "{currency} 的汇率“{value}”不是大于 0、小于 10,000,000,000 且最多 8 位小数的数字。");

    public static readonly MessageCode RateOfBase = new("settings.rateOfBase",
        "{currency} is the base currency: its rate is always 1. Leave the line out.",
        "{currency} 是本位币，汇率恒为 1。请删除这一行。");

    public static readonly MessageCode RateTwice = new("settings.rateTwice",
        "Line {line} gives {currency} a second rate for {date}. Keep one of them.",
        "第 {line} 行再次给出了 {currency} 在 {date} 的汇率。请只保留一个。");
}
