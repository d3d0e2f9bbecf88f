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

    public static readonly MessageCode Language = new("settings.language",
        "'{value}' is no language of the product. Choose Chinese or English.",
        "“{value}”不是本产品支持的语言。请选择中文或英文。");

    public static readonly MessageCode RateCurrency = new("settings.rateCurrency",
        "Line {line}: '{value}' is no currency. Give its code or name, like USD.",
        "第 {line} 行：“{value}”不是货币。请填写货币代码或名称，例如 USD。");

    public static readonly MessageCode RateDate = new("settings.rateDate",
        "Line {line}: '{value}' is no date that can be read in one way alone. Write it like 2026-03-01.",
        "第 {line} 行：“{value}”不是日期，或可作多种理解。请写成 2026-03-01 的形式。");

    public static readonly MessageCode RateToOther = new("settings.rateToOther",
        "Line {line} tells what one {from} is worth in {to}, but the base currency is {base}. Give its worth in {base}.",
        "第 {line} 行给出的是 1 {from} 折合 {to} 的汇率，而本位币为 {base}。请填写折合 {base} 的汇率。");

    public static readonly MessageCode NumberingEntity = new("settings.numberingEntity",
        "'{entity}' has no numbers that the ledger could give. Choose a kind of record that has a number.",
        "“{entity}”没有可由台账编排的编号。请选择带编号的记录类型。");

    public static readonly MessageCode NumberingPrefix = new("settings.numberingPrefix",
        "The prefix '{value}' has more than {max} characters. Shorten it.",
        "前缀“{value}”超过 {max} 个字符，请缩短。");

    public static readonly MessageCode NumberingWidth = new("settings.numberingWidth",
        "Numbers can't have {value} digits at least. Choose 1 to {max}.",
        "编号的最少位数不能为 {value}。请填写 1 到 {max}。");

    public static readonly MessageCode NumberingNext = new("settings.numberingNext",
        "The next number can't be {value}. Give a whole number from 1 to {max}.",
        "下一个编号不能为 {value}。请填写 1 到 {max} 之间的整数。");

    public static readonly MessageCode BookName = new("settings.bookName",
        "A book needs a name of at most {max} characters.",
        "请填写台账名称，最多 {max} 个字符。");

    public static readonly MessageCode BookTaken = new("settings.bookTaken",
        "There is already a book called '{name}'. Choose another name.",
        "已有名为“{name}”的台账。请换一个名称。");

    public static readonly MessageCode BookText = new("settings.bookText",
        "Purpose and audience hold at most {max} characters each, and this has {length}. Shorten it.",
        "用途和使用对象各最多 {max} 个字符，当前为 {length} 个，请缩短。");

    public static readonly MessageCode BookUnknown = new("settings.bookUnknown",
        "There is no book {id}. Reload the settings and choose one of the books.",
        "没有编号为 {id} 的台账。请刷新设置后重新选择。");

    public static readonly MessageCode RateValue = new("settings.rateValue",
        "Line {line}: the rate '{value}' of {currency} isn't a number above 0 and below 10,000,000,000 with at most 8 decimal places.",
        "第 {line} 行：{currency} 的汇率“{value}”不是大于 0、小于 10,000,000,000 且最多 8 位小数的数字。");

    public static readonly MessageCode RateOfBase = new("settings.rateOfBase",
        "Line {line}: {currency} is the base currency, so that its rate is always 1. Leave the line out.",
        "第 {line} 行：{currency} 是本位币，汇率恒为 1。请删除这一行。");

    public static readonly MessageCode RateTwice = new("settings.rateTwice",
        "Line {line} gives {currency} a second rate for {date}. Keep one of them.",
        "第 {line} 行再次给出了 {currency} 在 {date} 的汇率。请只保留一个。");
}
