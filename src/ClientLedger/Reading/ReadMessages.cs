using ClientLedger.Messages;

namespace ClientLedger.Reading;

/// <summary>Why the read gate refuses a question.</summary>
internal static class ReadMessages
{
    public static readonly MessageCode EntityUnknown = new("query.entityUnknown",
        "There is no kind of record named '{entity}'. Check the name.",
        "没有名为“{entity}”的记录类型，请检查名称。");

    public static readonly MessageCode FieldUnknown = new("query.fieldUnknown",
        "{entity} has no field named '{field}'. Check the name, or leave the field out.",
        "{entity}没有名为“{field}”的字段，请检查名称或去掉该字段。");

    public static readonly MessageCode RelationUnknown = new("query.relationUnknown",
        "{entity} has no relation named '{relation}'. Check the name, or leave it out.",
        "{entity}没有名为“{relation}”的关联，请检查名称或将其去掉。");

    public static readonly MessageCode FieldMasked = new("query.fieldMasked",
        "You see {field} only in part, so it can't be filtered, sorted, added up or searched by. Leave it out, or ask an administrator for the right.",
        "您只能看到{field}的部分内容，因此不能按它筛选、排序、汇总或搜索。请去掉该字段，或向管理员申请权限。");

    public static readonly MessageCode AsOfUnavailable = new("query.asOfUnavailable",
        "The ledger can't be shown as it was at an earlier time yet. Ask for its present state.",
        "目前还不能查看台账的历史状态，请查询当前状态。");

    public static readonly MessageCode SizeOutOfRange = new("query.sizeOutOfRange",
        "A page of {size} rows can't be had. Ask for {least} to {most}.",
        "每页不能为 {size} 行，请输入 {least} 至 {most}。");

    public static readonly MessageCode TooManyRows = new("query.tooManyRows",
        "The lists within each other could make {rows} rows, and an answer holds {most}. Ask for smaller pages.",
        "嵌套列表最多可能产生 {rows} 行，而一次最多返回 {most} 行。请减小每页行数。");

    public static readonly MessageCode TooDeep = new("query.tooDeep",
        "The question is nested more than {most} levels deep. Make it flatter.",
        "查询嵌套超过 {most} 层，请减少层数。");

    public static readonly MessageCode TooLarge = new("query.tooLarge",
        "The question has more than {most} parts. Ask in smaller pieces.",
        "查询超过 {most} 个部分，请拆分后再查。");

    public static readonly MessageCode PartMissing = new("query.partMissing",
        "Something is missing in the filter: every part needs its field, its values and the filters within it. Add what is missing.",
        "筛选条件不完整：每一部分都需要字段、值以及其中的条件。请补充。");

    public static readonly MessageCode TooManyReferences = new("query.tooManyReferences",
        "A list follows at most {most} references for each of its rows. Ask in smaller pieces.",
        "每个列表的每一行最多引用 {most} 条关联记录，请拆分后再查。");

    public static readonly MessageCode SumTooLarge = new("query.sumTooLarge",
        "A sum is too large to be worked out. Narrow down what is added up.",
        "合计过大，无法计算。请缩小汇总范围。");

    public static readonly MessageCode TooManyValues = new("query.tooManyValues",
        "{field} is compared with {count} values, and {most} are allowed. Ask in smaller pieces.",
        "{field}的比较值有 {count} 个，最多 {most} 个，请拆分后再查。");

    public static readonly MessageCode KeyTwice = new("query.keyTwice",
        "Two parts of the answer would be named '{key}'. Give one of them another name.",
        "结果中有两项都叫“{key}”，请给其中一项换个名称。");

    public static readonly MessageCode TooManySortKeys = new("query.tooManySortKeys",
        "A list is sorted by {most} fields at most. Leave some out.",
        "最多按 {most} 个字段排序，请减少字段。");

    public static readonly MessageCode NotSortable = new("query.notSortable",
        "A list can't be sorted by {field}: it has no order. Pick another field.",
        "{field}没有先后顺序，不能用于排序，请选择其他字段。");

    public static readonly MessageCode OperatorUnfit = new("query.operatorUnfit",
        "{field} can't be compared by '{operator}'. Pick another comparison.",
        "{field}不能使用“{operator}”比较，请选择其他比较方式。");

    public static readonly MessageCode SensitiveTail = new("query.sensitiveTail",
        "{field} is encrypted: it is found by its whole value or by exactly its last four characters. Enter four.",
        "{field}是加密字段，只能按完整的值或恰好最后四位查找。请输入四位。");

    public static readonly MessageCode ValueMissing = new("query.valueMissing",
        "The comparison of {field} needs {count} value. Give it, or ask whether the field is empty.",
        "比较{field}需要 {count} 个值。请填写，或改为判断该字段是否为空。");

    public static readonly MessageCode PartEmpty = new("query.partEmpty",
        "There is nothing in “{value}” to look for in {field}. Give part of a value, of a phone its digits, or ask whether the field is empty.",
        "“{value}”中没有可在{field}中查找的内容。请填写值的一部分（电话请填写数字），或改为判断该字段是否为空。");

    public static readonly MessageCode ValueUnneeded = new("query.valueUnneeded",
        "Whether {field} is empty needs no value. Leave it out.",
        "判断{field}是否为空不需要填写值，请去掉。");

    public static readonly MessageCode NotAList = new("query.notAList",
        "{field} isn't picked from a list, so nothing lies under '{value}'. Compare it by equality.",
        "{field}不是从列表中选择的，“{value}”没有下级。请按相等比较。");

    public static readonly MessageCode NoPeriod = new("query.noPeriod",
        "{field} holds no date, so it can't lie in a period. Pick a date.",
        "{field}不是日期，不能按时间段筛选，请选择日期字段。");

    public static readonly MessageCode PeriodOutOfRange = new("query.periodOutOfRange",
        "A period of {count} units can't be had. Ask for 1 to {most}, and 1 for the current one.",
        "时间段不能为 {count} 个单位。请输入 1 至 {most}；当前时间段只能为 1。");

    public static readonly MessageCode NotAggregable = new("query.notAggregable",
        "{field} can't be aggregated by '{function}'. Sums and averages need numbers; the smallest and the largest need numbers, dates or times.",
        "{field}不能按“{function}”汇总。求和与平均需要数字；最小值和最大值需要数字、日期或时间。");

    public static readonly MessageCode AggregateField = new("query.aggregateField",
        "'{function}' over {relation} needs a field, and a count takes none. Name the field, or leave it out.",
        "对{relation}进行“{function}”汇总需要指定字段，而计数不需要。请补充或去掉字段。");

    public static readonly MessageCode NotGroupable = new("query.notGroupable",
        "Records can't be grouped by {field} like that. Choose a choice, a person, a reference, a whole number, yes or no, a line of text or a time; units are for times alone.",
        "不能这样按{field}分组。请选择选项、人员、引用、整数、是否、单行文本或时间字段；时间单位仅适用于时间字段。");

    public static readonly MessageCode TooManyGroupKeys = new("query.tooManyGroupKeys",
        "Records are grouped by at most {most} fields. Leave some out.",
        "最多按 {most} 个字段分组，请减少分组字段。");

    public static readonly MessageCode TooManyGroups = new("query.tooManyGroups",
        "There are more than {most} groups. Narrow the records down, or group by something coarser.",
        "分组超过 {most} 个。请缩小记录范围，或按更粗的粒度分组。");

    public static readonly MessageCode PercentOutOfRange = new("query.percentOutOfRange",
        "{percent} is no percentile. Give a number from 0 to 100 with at most two places.",
        "{percent} 不是有效的百分位。请提供 0 到 100 之间、最多两位小数的数字。");

    public static readonly MessageCode CursorInvalid = new("query.cursorInvalid",
        "The place to go on from belongs to another list or order, or was altered. Begin with the first page.",
        "翻页位置属于其他列表或排序，或已被更改。请从第一页开始。");

    public static readonly MessageCode CursorsBoth = new("query.cursorsBoth",
        "A page can't come both after and before a place. Leave one of them out.",
        "不能同时指定“之后”和“之前”的位置，请只保留一个。");

    public static readonly MessageCode NeedsIndexToSort = new("query.needsIndexToSort",
        "{entity} has more than {most} records, and no index keeps them in the order of {field}, so all of them would be read. Sort by a field that has an index, such as {indexed}.",
        "{entity}的记录超过 {most} 条，没有索引可按{field}排序，需要读取全部记录。请改用有索引的字段排序，例如{indexed}。");

    public static readonly MessageCode NeedsIndex = new("query.needsIndex",
        "{entity} has more than {most} records, and no index serves this use of {field}, so all of them would be read. Mark the field as indexed, add a condition on an indexed field, or use the search.",
        "{entity}的记录超过 {most} 条，而对{field}的这种查询没有可用的索引，需要读取全部记录。请将该字段设为索引字段，加上有索引字段的条件，或使用搜索。");

    public static readonly MessageCode SearchEmpty = new("query.searchEmpty",
        "There is nothing to search for in '{text}'. Type part of a name, a phone number or a code.",
        "“{text}”中没有可搜索的内容。请输入名称、电话或编号的一部分。");

    public static readonly MessageCode SearchTooLong = new("query.searchTooLong",
        "A search takes {words} words at most. Type fewer.",
        "搜索最多支持 {words} 个词，请减少输入。");
}
