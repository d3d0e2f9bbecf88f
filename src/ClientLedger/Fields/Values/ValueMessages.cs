using ClientLedger.Messages;

namespace ClientLedger.Fields.Values;

/// <summary>What is said when a text can't be read as the value of its kind.</summary>
public static class ValueMessages
{
    private const int LongestShown = 40;

    public static readonly MessageCode PhoneUnreadable = new(
        "value.phone.unreadable",
        "“{value}” isn't a phone number. Write digits only, with + and the country code if it is abroad, such as 138 0013 8000 or +1 415 555 0100.",
        "“{value}”不是电话号码。请只填写数字，境外号码前加 + 和国家代码，例如 138 0013 8000 或 +1 415 555 0100。");

    public static readonly MessageCode PhoneNeedsCountry = new(
        "value.phone.needsCountry",
        "“{value}” doesn't say its country. Write it with + and the country code, such as +86 138 0013 8000.",
        "“{value}”没有写明国家。请加上 + 和国家代码，例如 +86 138 0013 8000。");

    public static readonly MessageCode PhoneUnknownCountryCode = new(
        "value.phone.unknownCountryCode",
        "“{value}” begins with a country code that doesn't exist. Check the digits after +.",
        "“{value}”开头的国家代码不存在。请检查 + 后面的数字。");

    public static readonly MessageCode PhoneTooShort = new(
        "value.phone.tooShort",
        "“{value}” has too few digits for {country}. Check whether digits or the area code are missing.",
        "“{value}”的位数对于{country}来说太少。请检查是否缺少数字或区号。");

    public static readonly MessageCode PhoneTooLong = new(
        "value.phone.tooLong",
        "“{value}” has too many digits for {country}. Check whether digits were typed twice, or whether it holds two numbers.",
        "“{value}”的位数对于{country}来说太多。请检查是否多输了数字，或填写了两个号码。");

    public static readonly MessageCode PhoneNotAssigned = new(
        "value.phone.notAssigned",
        "“{value}” isn't a number in use in {country}. Check the first digits and the area code.",
        "“{value}”不是{country}使用的号码。请检查号段和区号。");

    public static readonly MessageCode PhoneExtension = new(
        "value.phone.extension",
        "“{value}” holds an extension. Keep the number alone here and put the extension into the note.",
        "“{value}”包含分机号。此处只填写号码，分机号请写入备注。");

    public static readonly MessageCode PhoneSeveral = new(
        "value.phone.several",
        "“{value}” holds more than one number. Enter each number by itself.",
        "“{value}”包含多个号码。请逐个填写。");

    public static readonly MessageCode DateUnreadable = new(
        "value.date.unreadable",
        "“{value}” isn't a date. Write year, month and day, such as 2024-03-05 or 2024年3月5日.",
        "“{value}”不是日期。请填写年、月、日，例如 2024-03-05 或 2024年3月5日。");

    public static readonly MessageCode DateImpossible = new(
        "value.date.impossible",
        "“{value}” is a day that doesn't exist. Check month and day; years go from 1 to 9999.",
        "“{value}”这一天不存在。请检查月和日；年份范围为 1 至 9999。");

    public static readonly MessageCode DateAmbiguous = new(
        "value.date.ambiguous",
        "“{value}” can mean {first} or {second}. Which one? Write it as year-month-day, or say whether day or month comes first.",
        "“{value}”可能是 {first}，也可能是 {second}。是哪一个？请按“年-月-日”填写，或说明日在前还是月在前。");

    public static readonly MessageCode DateShortYear = new(
        "value.date.shortYear",
        "“{value}” has a year of two digits. Which year is meant? Write it with four digits, such as 2024-03-05.",
        "“{value}”的年份只有两位。指的是哪一年？请用四位数字填写年份，例如 2024-03-05。");

    public static readonly MessageCode DateIncomplete = new(
        "value.date.incomplete",
        "“{value}” isn't a whole date: the year, the month or the day is missing. Write all three, such as 2024-03-05.",
        "“{value}”不是完整的日期：缺少年、月或日。请全部填写，例如 2024-03-05。");

    public static readonly MessageCode DateSerial = new(
        "value.date.serial",
        "“{value}” looks like a day number of a spreadsheet. Format the column as dates, or say that it holds day numbers.",
        "“{value}”像是电子表格的日期序号。请将该列设为日期格式，或说明该列是日期序号。");

    public static readonly MessageCode DateHoldsTime = new(
        "value.date.holdsTime",
        "“{value}” holds a time of day, but only a date is kept here. Leave the time out.",
        "“{value}”包含时间，而此处只保存日期。请去掉时间。");

    public static readonly MessageCode DateSerialOutOfRange = new(
        "value.date.serialOutOfRange",
        "“{value}” isn't a day number of a spreadsheet. Day numbers go from {least} to {most}.",
        "“{value}”不是电子表格的日期序号。序号范围为 {least} 至 {most}。");

    public static readonly MessageCode MomentUnreadable = new(
        "value.moment.unreadable",
        "The time in “{value}” can't be read. Write it such as 2024-03-05 14:30 or 2024年3月5日 下午2:30.",
        "“{value}”中的时间无法识别。请按 2024-03-05 14:30 或 2024年3月5日 下午2:30 的形式填写。");

    public static readonly MessageCode MomentSkipped = new(
        "value.moment.skipped",
        "“{value}” doesn't exist in the time zone {zone}: the clocks are put forward over it. Write an earlier or a later time.",
        "“{value}”在时区 {zone} 中不存在：该时刻因夏令时调整而跳过。请填写更早或更晚的时间。");

    public static readonly MessageCode MomentOutOfRange = new(
        "value.moment.outOfRange",
        "“{value}” lies outside the years 1 to 9999 in UTC. Write a time within them.",
        "“{value}”换算为 UTC 后超出公元 1 至 9999 年。请填写该范围内的时间。");

    public static readonly MessageCode AmountUnreadable = new(
        "value.amount.unreadable",
        "“{value}” isn't an amount. Write a number, such as 12,345.60, ¥300 or 3万.",
        "“{value}”不是金额。请填写数字，例如 12,345.60、¥300 或 3万。");

    public static readonly MessageCode AmountUnknownCurrency = new(
        "value.amount.unknownCurrency",
        "The currency in “{value}” isn't known. Use a code of three letters, such as CNY or USD.",
        "“{value}”中的币种无法识别。请使用三个字母的币种代码，例如 CNY 或 USD。");

    public static readonly MessageCode AmountTwoCurrencies = new(
        "value.amount.twoCurrencies",
        "“{value}” names two currencies. Which one is meant? Name it once.",
        "“{value}”写了两个币种。是哪一个？请只写一个。");

    public static readonly MessageCode NumberUnreadable = new(
        "value.number.unreadable",
        "“{value}” isn't a number. Write digits, with a point before the decimals, such as 1234.5.",
        "“{value}”不是数字。请填写数字，小数用小数点，例如 1234.5。");

    public static readonly MessageCode NumberAmbiguous = new(
        "value.number.ambiguous",
        "“{value}” isn't clear: do its commas, points or spaces group thousands or begin the decimals? Write it as 1234.56 or 1,234.56.",
        "“{value}”不明确：其中的逗号、点或空格是千位分隔还是小数点？请写成 1234.56 或 1,234.56 的形式。");

    public static readonly MessageCode NumberTooPrecise = new(
        "value.number.tooPrecise",
        "“{value}” has more than four decimal places. Give it with four at most; it isn't rounded for you.",
        "“{value}”的小数超过四位。请最多填写四位小数；系统不会自动取舍。");

    public static readonly MessageCode NumberOutOfRange = new(
        "value.number.outOfRange",
        "“{value}” is too large to be kept. Numbers go up to {most} on either side of zero.",
        "“{value}”数值过大，无法保存。绝对值最大为 {most}。");

    public static readonly MessageCode NumberNotWhole = new(
        "value.number.notWhole",
        "“{value}” isn't a whole number. Leave the decimals out.",
        "“{value}”不是整数。请去掉小数部分。");

    public static readonly MessageCode EmailUnreadable = new(
        "value.email.unreadable",
        "“{value}” isn't an e-mail address. Write exactly one @ with a name before it and a domain after it, such as info@example.com.",
        "“{value}”不是电子邮箱地址。请填写一个 @，前面是用户名，后面是域名，例如 info@example.com。");

    public static readonly MessageCode EmailName = new(
        "value.email.name",
        "The part before @ in “{value}” isn't allowed. It may hold letters, digits and signs such as . _ + -, no spaces, no two points together, 64 characters at most.",
        "“{value}”中 @ 前面的部分不符合要求。只能使用字母、数字和 . _ + - 等符号，不能有空格或连续的点，最多 64 个字符。");

    public static readonly MessageCode EmailDomain = new(
        "value.email.domain",
        "The part after @ in “{value}” isn't a domain. Check its spelling; it needs a point and an ending such as .com.",
        "“{value}”中 @ 后面的部分不是域名。请检查拼写；域名应包含点和后缀，例如 .com。");

    public static readonly MessageCode EmailTooLong = new(
        "value.email.tooLong",
        "“{value}” is longer than the 254 characters that an e-mail address may have. Check it.",
        "“{value}”超过电子邮箱地址 254 个字符的上限。请检查。");

    public static readonly MessageCode WebUnreadable = new(
        "value.web.unreadable",
        "“{value}” isn't a web address. Write it such as https://www.example.com/about.",
        "“{value}”不是网址。请按 https://www.example.com/about 的形式填写。");

    public static readonly MessageCode WebScheme = new(
        "value.web.scheme",
        "“{value}” isn't a web address that may be opened. Only addresses that begin with http:// or https:// are kept.",
        "“{value}”不是可打开的网址。只保存以 http:// 或 https:// 开头的网址。");

    public static readonly MessageCode WebSignIn = new(
        "value.web.signIn",
        "“{value}” holds a user name or a password before @. Leave it out.",
        "“{value}”在 @ 前包含用户名或密码。请将其去掉。");

    public static readonly MessageCode WebTooLong = new(
        "value.web.tooLong",
        "“{value}” is longer than the {most} characters that a web address may have here. Shorten it.",
        "“{value}”超过网址 {most} 个字符的上限。请缩短。");

    public static readonly MessageCode TaxNumberShape = new(
        "value.tax.shape",
        "The tax number “{value}” can't be right. It is a unified social credit code of 18 digits and capital letters without I, O, S, V and Z, or an older number of 15 or 20; one from abroad begins with its country, like DE123456789.",
        "税号“{value}”不正确。应为 18 位统一社会信用代码（数字和大写字母，不含 I、O、S、V、Z），或 15 位、20 位的旧税号；境外税号须以国家代码开头，如 DE123456789。");

    public static readonly MessageCode TaxNumberCheck = new(
        "value.tax.check",
        "The check character of the tax number “{value}” doesn't fit: a character is mistyped or two are swapped. Compare it with the business licence.",
        "税号“{value}”的校验码不符：可能有字符输错或颠倒。请对照营业执照核对。");

    public static readonly MessageCode TaxNumberAbroad = new(
        "value.tax.abroad",
        "The tax number “{value}” can't be right. It holds 4 to 20 letters and digits.",
        "税号“{value}”不正确。应为 4 至 20 位字母和数字。");

    public static readonly MessageCode NationalIdShape = new(
        "value.nationalId.shape",
        "The identity number “{value}” can't be right. It has 18 digits, of which the last may be X.",
        "身份证号“{value}”不正确。应为 18 位数字，最后一位可以是 X。");

    public static readonly MessageCode NationalIdBirth = new(
        "value.nationalId.birth",
        "The identity number “{value}” holds a birth date that doesn't exist. Check its digits 7 to 14.",
        "身份证号“{value}”中的出生日期不存在。请检查第 7 至 14 位。");

    public static readonly MessageCode NationalIdRegion = new(
        "value.nationalId.region",
        "The identity number “{value}” begins with a region that doesn't exist. Check its first two digits.",
        "身份证号“{value}”开头的地区不存在。请检查前两位。");

    public static readonly MessageCode NationalIdCheck = new(
        "value.nationalId.check",
        "The last character of the identity number “{value}” doesn't fit: a digit is mistyped or two are swapped. Compare it with the card.",
        "身份证号“{value}”的校验码不符：可能有数字输错或颠倒。请对照证件核对。");

    public static readonly MessageCode NationalIdAbroad = new(
        "value.nationalId.abroad",
        "The identity number “{value}” can't be right. It holds 4 to 30 letters and digits.",
        "证件号“{value}”不正确。应为 4 至 30 位字母和数字。");

    public static readonly MessageCode BankAccountShape = new(
        "value.bank.shape",
        "The account number “{value}” can't be right. It holds 8 to 34 letters and digits.",
        "银行账号“{value}”不正确。应为 8 至 34 位字母和数字。");

    public static readonly MessageCode BankAccountIban = new(
        "value.bank.iban",
        "The IBAN “{value}” can't be right: its length or its check digits don't fit. Compare it with the invoice or the bank's letter.",
        "IBAN“{value}”不正确：长度或校验位不符。请对照发票或银行函件核对。");

    public static readonly MessageCode SocialNetwork = new(
        "value.social.network",
        "“{value}” doesn't say its network. Write the network, a colon and the name, such as wechat:abc123; the networks are {networks}.",
        "“{value}”没有写明平台。请填写“平台:账号”，例如 wechat:abc123；可用的平台有 {networks}。");

    public static readonly MessageCode SocialHandle = new(
        "value.social.handle",
        "“{value}” isn't a name on {network}. Check its spelling.",
        "“{value}”不是 {network} 的账号。请检查拼写。");

    /// <summary>A value as a refusal names it: cleaned, and cut where it is long.</summary>
    internal static string Shown(ReadOnlySpan<char> text)
    {
        var cut = text.Length > LongestShown ? text[..LongestShown] : text;
        var shown = TextCleaning.Line(cut.ToString());
        return cut.Length < text.Length ? shown + "…" : shown;
    }

    /// <summary>A number that identifies a person or an account as a refusal names it: only its last four characters.</summary>
    internal static string ShownEnd(ReadOnlySpan<char> text)
    {
        var shown = TextCleaning.Line(text.ToString());
        return shown.Length <= 4 ? shown : "…" + shown[^4..];
    }
}
