using ClientLedger.Messages;

namespace ClientLedger.Views;

/// <summary>What the pages say that list records.</summary>
internal static class ViewTexts
{
    public static readonly Label Search = new("搜索", "Search");
    public static readonly Label SearchHint = new("名称、拼音首字母、电话尾号、邮箱或编号", "Name, pinyin initials, last digits of a phone, e-mail or number");
    public static readonly Label Find = new("查找", "Find");
    public static readonly Label FindLead = new("在所有客户、联系人、订单和其他记录中查找。", "Looks in customers, contacts, orders and all other records.");
    public static readonly Label Found = new("找到 {count} 条", "{count} found");
    public static readonly Label NothingFindable = new("请检查拼写，或换用拼音首字母、电话尾号、编号。", "Check the spelling, or try pinyin initials, the last digits of a phone, or a number.");
    public static readonly Label Filters = new("筛选", "Filters");
    public static readonly Label Apply = new("应用", "Apply");
    public static readonly Label Clear = new("清除", "Clear");
    public static readonly Label ClearAll = new("清除搜索和筛选", "Clear search and filters");
    public static readonly Label Field = new("字段", "Field");
    public static readonly Label Comparison = new("比较方式", "Comparison");
    public static readonly Label Value = new("值", "Value");
    public static readonly Label Joint = new("与上一条件的关系", "Joined to the condition before by");
    public static readonly Label And = new("并且", "and");
    public static readonly Label Or = new("或者", "or");
    public static readonly Label AndBeforeOr = new("“并且”先于“或者”：甲并且乙，或者丙。", "“And” binds before “or”: A and B, or C.");
    public static readonly Label RemoveFilter = new("去掉筛选条件：{filter}", "Remove the filter: {filter}");
    public static readonly Label Columns = new("列", "Columns");
    public static readonly Label ColumnsLead = new("选择要显示的列，只对您自己生效。", "Choose what you see; others keep their own columns.");
    public static readonly Label ColumnsDefault = new("恢复默认列", "Default columns");
    public static readonly Label SortedBy = new("按{field}排序", "Sort by {field}");
    public static readonly Label ShowTotals = new("计算合计", "Show totals");
    public static readonly Label Count = new("{entity}共 {count} 条", "{entity}: {count} in all");
    public static readonly Label Totals = new("合计", "Totals");
    public static readonly Label Shown = new("本页 {count} 条", "{count} on this page");
    public static readonly Label BestHits = new("只显示最匹配的 {count} 条，请输入更多内容以缩小范围。", "The best {count} are shown. Type more to narrow the search.");
    public static readonly Label PerPage = new("每页", "Per page");
    public static readonly Label Import = new("导入文件", "Import a file");
    public static readonly Label Add = new("新建{entity}", "Add {entity}");
    public static readonly Label NothingYet = new("还没有{entity}", "No {entity} yet");
    public static readonly Label NothingYetCustomers = new("导入现有的客户表格，或先新建一位客户。", "Import the customer file you have, or add a first customer.");
    public static readonly Label NothingYetOthers = new("打开一位客户，在其页面上添加。", "Open a customer and add it there.");
    public static readonly Label OpenCustomers = new("打开客户列表", "Open the customers");
    public static readonly Label Deleted = new("已删除：{entity}", "Deleted: {entity}");
    public static readonly Label DeletedLead = new("打开一条记录即可恢复。", "Open one to restore it.");
    public static readonly Label ShowDeleted = new("查看已删除的记录", "Show deleted records");
    public static readonly Label NothingDeleted = new("没有已删除的记录", "Nothing is deleted");
    public static readonly Label NothingDeletedLead = new("删除的记录会列在这里，可以随时恢复。", "What is deleted stands here, and can be restored.");
    public static readonly Label BackToList = new("返回列表", "Back to the list");
    public static readonly Label NothingFound = new("没有符合条件的记录", "Nothing matches");
    public static readonly Label NothingFoundLead = new("请检查拼写，减少筛选条件，或清除后重新查找。", "Check the spelling, take a condition away, or clear them all.");
    public static readonly Label ScrollTable = new("{entity}列表，可左右滚动", "List of {entity}, scrolls sideways");
    public static readonly Label Me = new("我", "me");
}
