using ClientLedger.Messages;

namespace ClientLedger.Shared.Pages;

/// <summary>What every page may say.</summary>
internal static class SharedTexts
{
    public static readonly Label Product = new("客户台账", "Customer ledger");
    public static readonly Label SkipToContent = new("跳到正文", "Skip to content");
    public static readonly Label Menu = new("主菜单", "Main menu");
    public static readonly Label FindAnything = new("在台账中查找", "Find in the ledger");
    public static readonly Label FindHint = new("名称、拼音首字母、电话尾号…", "Name, pinyin initials, phone…");
    public static readonly Label Language = new("语言", "Language");
    public static readonly Label Account = new("账号", "Account");
    public static readonly Label SignOut = new("退出登录", "Sign out");
    public static readonly Label OtherLedgers = new("其他台账", "Other ledgers");
    public static readonly Label Required = new("必填", "required");
    public static readonly Label Save = new("保存", "Save");
    public static readonly Label Cancel = new("取消", "Cancel");
    public static readonly Label Previous = new("上一页", "Previous");
    public static readonly Label Next = new("下一页", "Next");
    public static readonly Label Pages = new("翻页", "Pages");
    public static readonly Label Refused = new("未能完成，请更正以下内容：", "That didn't work. Please correct:");
    public static readonly Label Choose = new("请选择", "Choose");
    public static readonly Label Yes = new("是", "Yes");
    public static readonly Label No = new("否", "No");
    public static readonly Label NotFound = new("找不到页面", "Page not found");
    public static readonly Label Forbidden = new("无权访问", "No access");
    public static readonly Label Failed = new("出错了", "Something went wrong");
    public static readonly Label Refusal = new("无法处理请求", "Can't do that");
    public static readonly Label Home = new("返回首页", "Go to the start page");
    public static readonly Label Correlation = new("错误编号", "Reference");
    public static readonly Label Basic = new("基本信息", "Basics");
    public static readonly Label Business = new("业务信息", "Business");
    public static readonly Label History = new("历史信息", "History");
    public static readonly Label Edit = new("编辑", "Edit");
    public static readonly Label Delete = new("删除", "Delete");
    public static readonly Label Changes = new("变更历史", "Change history");
    public static readonly Label Add = new("新建{entity}", "Add {entity}");
    public static readonly Label More = new("更多", "More");
    public static readonly Label NothingYet = new("还没有{entity}", "No {entity} yet");
    public static readonly Label NothingYetForYou = new("目前没有您可以查看的记录。", "There is nothing so far that you may see.");
    public static readonly Label NothingShown = new("您的角色看不到该记录的任何字段。", "Your role shows you no field of this record.");
    public static readonly Label NothingYetLead = new("记录下第一条，之后就能在这里看到。", "Enter the first one, and it shows here.");

    /// <summary>The heading of a section of fields; a tenant's own is called what the tenant calls it.</summary>
    public static Label Section(string section) => section switch
    {
        "basic" => Basic,
        "business" => Business,
        "history" => History,
        _ => new Label(section, section),
    };
}
