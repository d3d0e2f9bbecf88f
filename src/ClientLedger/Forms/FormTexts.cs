using ClientLedger.Messages;

namespace ClientLedger.Forms;

/// <summary>What forms of records say.</summary>
internal static class FormTexts
{
    public static readonly Label New = new("新建{entity}", "New {entity}");
    public static readonly Label Edit = new("编辑{entity}", "Edit {entity}");
    public static readonly Label OneALine = new("每行填写一个，第一个为主要的。", "One a line; the first is the primary one.");
    public static readonly Label Example = new("例如：{example}", "For example: {example}");
    public static readonly Label TypeToFind = new("输入名称查找。", "Type a name to find it.");
    public static readonly Label Unit = new("单位：{unit}", "In {unit}");
    public static readonly Label ConflictTitle = new("您编辑期间，其他人也修改了这些内容", "Somebody else changed this while you were editing");
    public static readonly Label ConflictLead = new(
        "再次保存将以您填写的内容为准；如要采用对方的内容，请照抄下方的值。", "Saving again keeps what you have entered. To take theirs, copy the value below.");
    public static readonly Label Mine = new("您的", "Yours");
    public static readonly Label Theirs = new("现在的", "Now");
    public static readonly Label DuplicateTitle = new("可能已有相同的记录", "This may be here already");
    public static readonly Label DuplicateLead = new("{field}相同", "Same {field}");
    public static readonly Label SaveAnyway = new("仍然保存", "Save it all the same");
    public static readonly Label OutOfSight = new("您无权查看的记录", "A record that you may not see");
    public static readonly Label DeleteTitle = new("删除{entity}“{title}”？", "Delete the {entity} “{title}”?");
    public static readonly Label DeleteLead = new("删除后不再出现在列表中，其历史会保留，之后可以恢复。", "It no longer appears in lists. Its history is kept, and it can be restored.");
    public static readonly Label Deleted = new("已删除", "Deleted");
    public static readonly Label DeletedLead = new("{entity}“{title}”已删除。如果删错了，可以恢复。", "The {entity} “{title}” is deleted. If that was a mistake, restore it.");
    public static readonly Label Restore = new("恢复", "Restore");
    public static readonly Label ToTheList = new("返回列表", "Back to the list");
    public static readonly Label NoValue = new("未填写", "Not filled in");
}
