using ClientLedger.Messages;

namespace ClientLedger.Settings;

/// <summary>What the pages of settings say.</summary>
internal static class SettingsTexts
{
    public static readonly Label Settings = new("设置", "Settings");
    public static readonly Label Lead = new("对整个台账生效。", "They hold for the whole ledger.");
    public static readonly Label OwnersOnly = new("只有台账所有者可以修改设置，您可以查看。", "Only the ledger's owners change settings; you may look at them.");
    public static readonly Label Saved = new("已保存。", "Saved.");

    public static readonly Label General = new("公司", "Company");
    public static readonly Label Numbering = new("编号规则", "Numbering");
    public static readonly Label Books = new("台账", "Books");
    public static readonly Label Rates = new("汇率", "Exchange rates");
    public static readonly Label Keys = new("API 密钥", "API keys");
    public static readonly Label Log = new("API 请求", "API requests");

    public static readonly Label Company = new("公司名称", "Company");
    public static readonly Label Zone = new("时区", "Time zone");
    public static readonly Label ZoneHint = new("决定一天从何时开始，例如下单日期和到期日期。", "Says when a day begins, for the dates of orders and of what is due.");
    public static readonly Label Language = new("台账语言", "Language of the ledger");
    public static readonly Label LanguageHint = new("用于导出、邮件等发给公司的内容；页面语言由每个人自己选择。", "For what is sent to the company, such as files and mail; everybody chooses the language of pages.");
    public static readonly Label BaseCurrency = new("本位币", "Base currency");
    public static readonly Label BaseCurrencyHint = new(
        "修改后将按新本位币的汇率重新计算全部累计金额；没有汇率的订单暂不计入。", "With another one all totals are worked out anew by the rates to it; orders without a rate are left out until there is one.");
    public static readonly Label Country = new("默认国家或地区", "Default country");
    public static readonly Label CountryHint = new("不带国家代码的电话号码按此识别。", "Phone numbers without a country code belong to it.");

    public static readonly Label NumberingLead = new("新记录按此编号，已有的编号不变。", "New records are numbered so. Numbers that records have stay as they are.");
    public static readonly Label Prefix = new("前缀", "Prefix");
    public static readonly Label Width = new("最少位数", "Fewest digits");
    public static readonly Label NextNumber = new("下一个编号", "Next number");
    public static readonly Label Example = new("下一条：{number}", "The next one: {number}");

    public static readonly Label BooksLead = new("一个台账是一份有自己用途和使用对象的客户清单。", "A book is a customer list with a purpose and an audience of its own.");
    public static readonly Label AddBook = new("新建台账", "Add a book");
    public static readonly Label EditBook = new("编辑台账", "Edit book");
    public static readonly Label BookNumber = new("编号", "Number");
    public static readonly Label BookName = new("名称", "Name");
    public static readonly Label Purpose = new("用途", "Purpose");
    public static readonly Label PurposeHint = new("为什么建这份台账。", "What it is kept for.");
    public static readonly Label Audience = new("使用对象", "Audience");
    public static readonly Label AudienceHint = new("谁使用这份台账。", "Whom it is kept for.");
}
