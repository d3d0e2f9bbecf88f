using ClientLedger.Messages;
using ClientLedger.Writing;

namespace ClientLedger.History;

/// <summary>What the page of a record's history says.</summary>
internal static class HistoryTexts
{
    public static readonly Label Title = new("变更历史", "Change history");
    public static readonly Label Of = new("{entity}“{title}”的每一次变更", "Every change of the {entity} “{title}”");
    public static readonly Label All = new("全部字段", "All fields");
    public static readonly Label Field = new("字段", "Field");
    public static readonly Label Before = new("原值", "Before");
    public static readonly Label After = new("新值", "After");
    public static readonly Label Value = new("值", "Value");
    public static readonly Label Empty = new("（空）", "(empty)");
    public static readonly Label Restore = new("恢复原值", "Restore");
    public static readonly Label RestoreOf = new("恢复原值：{field}改回“{value}”", "Restore {field} to “{value}”");
    public static readonly Label Back = new("返回", "Back");
    public static readonly Label Older = new("更早的变更", "Earlier changes");
    public static readonly Label Confirmed = new("已确认内容无误", "Confirmed as still right");
    public static readonly Label NoDetails = new("没有您可以查看的字段变更", "No change of a field that you may see");
    public static readonly Label Version = new("第 {version} 版", "Version {version}");
    public static readonly Label NothingFound = new("没有变更", "No changes");
    public static readonly Label NeverChanged = new("该字段还没有填写或修改过。", "This field has neither been filled in nor changed.");
    public static readonly Label NothingEarlier = new("没有更早的变更。", "There are no earlier changes.");
    public static readonly Label ShowAll = new("显示全部变更", "Show all changes");
    public static readonly Label Show = new("显示", "Show");

    private static readonly Label Page = new("网页", "page");
    private static readonly Label Api = new("接口", "API");
    private static readonly Label Import = new("导入", "import");
    private static readonly Label Job = new("后台任务", "job");
    private static readonly Label RestoreDoor = new("恢复", "restore");
    private static readonly Label Seed = new("演示数据", "demo data");

    private static readonly Label Created = new("新建", "Created");
    private static readonly Label Updated = new("修改", "Changed");
    private static readonly Label Deleted = new("删除", "Deleted");
    private static readonly Label Undeleted = new("恢复", "Restored");
    private static readonly Label Looked = new("确认", "Confirmed");

    /// <summary>Through which door a change came.</summary>
    public static Label Through(Door door) => door switch
    {
        Door.Page => Page,
        Door.Api => Api,
        Door.Import => Import,
        Door.Job => Job,
        Door.Restore => RestoreDoor,
        _ => Seed,
    };

    /// <summary>What was done.</summary>
    public static Label Done(Verb verb) => verb switch
    {
        Verb.Create => Created,
        Verb.Delete => Deleted,
        Verb.Restore => Undeleted,
        Verb.Confirm => Looked,
        _ => Updated,
    };
}
