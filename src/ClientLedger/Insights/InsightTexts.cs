using ClientLedger.Messages;

namespace ClientLedger.Insights;

/// <summary>What the home page of a ledger says.</summary>
internal static class InsightTexts
{
    public static readonly Label Home = new("首页", "Home");
    public static readonly Label Hello = new("{company}的客户台账", "Customer ledger of {company}");
    public static readonly Label Welcome = new("欢迎，{name}。", "Welcome, {name}.");
    public static readonly Label Today = new("{name}，今天是 {date}。", "{name}, today is {date}.");
    public static readonly Label All = new("查看全部", "See all");
    public static readonly Label AllOf = new("查看全部：{list}", "See all: {list}");

    public static readonly Label ToContact = new("该联系的客户", "Customers to contact");
    public static readonly Label NobodyToContact = new("未来七天没有要联系的客户。", "Nobody is to be contacted in the next seven days.");
    public static readonly Label TasksDue = new("到期任务", "Tasks due");
    public static readonly Label NoTasksDue = new("未来七天没有到期的任务。", "No task is due in the next seven days.");
    public static readonly Label OpenTickets = new("待处理工单", "Open tickets");
    public static readonly Label NoOpenTickets = new("没有待处理的工单。", "No ticket is open.");
    public static readonly Label LatestInteractions = new("最近沟通", "Latest interactions");
    public static readonly Label NoInteractions = new("还没有沟通记录，可在客户页面上添加。", "None yet. Log them on a customer's page.");

    public static readonly Label Begin = new("开始使用", "How to begin");
    public static readonly Label NothingForYou = new("您还看不到任何客户", "You see no customers yet");
    public static readonly Label NothingForYouLead = new("请管理员把客户交给您负责，或调整您的角色。", "Ask an administrator to give you customers to look after, or another role.");
    public static readonly Label StepImport = new("导入现有的客户表格", "Import the customer file you have");
    public static readonly Label StepImportLead = new("支持 Excel 和 CSV。系统会识别各列，您确认之后才写入。", "Excel or CSV. Columns are recognised, and nothing is written before you agree.");
    public static readonly Label StepImportDo = new("导入文件", "Import a file");
    public static readonly Label StepAdd = new("或先新建一位客户", "Or add a first customer");
    public static readonly Label StepAddLead = new("只需名称，其余信息以后再补。", "A name is enough; the rest can follow.");
    public static readonly Label StepAddDo = new("新建客户", "Add a customer");
    public static readonly Label StepSettings = new("核对公司设置", "Check the settings");
    public static readonly Label StepSettingsLead = new("本位币、时区和客户编号规则对整个台账生效。", "Base currency, time zone and customer numbers hold for the whole ledger.");
    public static readonly Label StepSettingsDo = new("打开设置", "Open the settings");
}
