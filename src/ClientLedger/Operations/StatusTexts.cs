using ClientLedger.Messages;

namespace ClientLedger.Operations;

/// <summary>What the status page says.</summary>
internal static class StatusTexts
{
    public static readonly Label Title = new("服务状态", "Status");
    public static readonly Label Up = new("全部正常", "Everything works");
    public static readonly Label Down = new("部分服务不可用", "Something doesn't work");
    public static readonly Label DownText = new("我们已获知并正在处理，您的数据不受影响。", "We know of it. Changes that were confirmed are safe; others can be sent again later.");
    public static readonly Label Part = new("部分", "Part");
    public static readonly Label State = new("状态", "State");
    public static readonly Label Since = new("开始时间（UTC）", "Since (UTC)");
    public static readonly Label Works = new("正常", "Works");
    public static readonly Label Fails = new("不可用", "Doesn't work");
    public static readonly Label Catalog = new("登录与账户", "Sign-in and accounts");
    public static readonly Label Ledgers = new("台账数据", "Ledgers");
    public static readonly Label Jobs = new("后台任务", "Background jobs");
    public static readonly Label Version = new("版本", "Version");
    public static readonly Label Started = new("启动时间（UTC）", "Running since (UTC)");
    public static readonly Label Checked = new("检查时间（UTC）", "Looked at (UTC)");
    public static readonly Label ToLedger = new("返回台账", "Back to the ledger");
    public static readonly Label ForPrograms = new("供程序读取（JSON）", "For programs (JSON)");

    /// <summary>What a part is called; a part that has no name of its own, as its check is.</summary>
    public static Label Of(string part) => part switch
    {
        "catalog" => Catalog,
        "ledgers" => Ledgers,
        "jobs" => Jobs,
        _ => new Label(part, part),
    };
}
