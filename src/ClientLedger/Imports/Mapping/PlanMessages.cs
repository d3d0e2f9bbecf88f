using ClientLedger.Messages;

namespace ClientLedger.Imports.Mapping;

/// <summary>Why a plan doesn't fit, and why a line of a file is refused before it reaches the ledger.</summary>
internal static class PlanMessages
{
    public static readonly MessageCode EntityUnknown = new("import.entityUnknown",
        "The plan fills '{entity}', and there is no such kind of record. Choose another one.",
        "导入方案要填写“{entity}”，但没有这种记录，请另选。");

    public static readonly MessageCode EntityTwice = new("import.entityTwice",
        "The plan fills {entity} twice. Put the fields together under one.",
        "导入方案中{entity}出现了两次，请合并到一处。");

    public static readonly MessageCode FieldUnknown = new("import.fieldUnknown",
        "{entity} has no field '{field}' that an import can fill. Choose another field for the column.",
        "{entity}没有可导入的字段“{field}”，请为该列另选字段。");

    public static readonly MessageCode FieldTwice = new("import.fieldTwice",
        "{field} gets its value from two columns. Keep one of them.",
        "{field}对应了两列，请只保留一列。");

    public static readonly MessageCode ColumnUnknown = new("import.columnUnknown",
        "The file has no column '{column}', from which {field} should come. Choose another column.",
        "文件中没有“{column}”列，而{field}要从该列取值，请另选一列。");

    public static readonly MessageCode KeyNotUnique = new("import.keyNotUnique",
        "{entity} can't be found by '{field}', since several records may have the same value. Choose a unique field, such as the number.",
        "“{field}”可能重复，不能用来查找{entity}。请选择编号等唯一的字段。");

    public static readonly MessageCode KeyWithoutSource = new("import.keyWithoutSource",
        "{field} is the key of {entity}, and no column fills it. Choose the column, or choose that every line makes a new record.",
        "{field}是{entity}的关键字段，但没有对应的列。请选择一列，或选择每行都新建记录。");

    public static readonly MessageCode KeyUnclear = new("import.keyUnclear",
        "You can't find a {entity} by '{field}': you don't see it as it is. Choose another field, or choose that every line makes a new record.",
        "您看不到{entity}“{field}”的完整内容，不能用它查找记录。请另选字段，或选择每行都新建记录。");

    public static readonly MessageCode PatternTooLong = new("import.patternTooLong",
        "The rule for the column '{column}' has {length} characters, and a rule has at most {most}. Shorten it.",
        "“{column}”列的规则有 {length} 个字符，最多 {most} 个，请缩短。");

    public static readonly MessageCode CountsNothing = new("import.countsNothing",
        "The plan doesn't say which record a line stands for. Choose one of the records that it fills.",
        "导入方案没有说明每一行代表哪种记录，请从所填写的记录中选择。");

    public static readonly MessageCode LinkBackwards = new("import.linkBackwards",
        "{field} refers to {entity}, which the plan doesn't fill before it. Put {entity} first.",
        "{field}引用了{entity}，但导入方案没有先填写它，请把{entity}放在前面。");

    public static readonly MessageCode SourceUnsuitable = new("import.sourceUnsuitable",
        "{field} can't get its value in this way. Choose a column for it.",
        "{field}不能以这种方式取值，请为其选择一列。");

    public static readonly MessageCode NumberedTwice = new("import.numberedTwice",
        "Lines are numbered by '{first}' and by '{second}'. Choose one column to number by.",
        "同时按“{first}”和“{second}”编号，请只选择一列。");

    public static readonly MessageCode TooManyFields = new("import.tooManyFields",
        "The plan fills {count} fields of {entity}, and at most {most} can be filled at once. Leave some out.",
        "导入方案要填写{entity}的 {count} 个字段，一次最多 {most} 个，请减少一些。");

    public static readonly MessageCode KeyMissing = new("import.keyMissing",
        "{field} is empty, so it isn't clear which {entity} the line belongs to. Fill it in, or choose what happens to such lines.",
        "{field}为空，无法确定该行属于哪一条{entity}。请填写，或选择如何处理此类行。");

    public static readonly MessageCode CellHasError = new("import.cellHasError",
        "{field}: the cell shows the error {error}. Correct the formula or enter the value.",
        "{field}：单元格显示错误 {error}。请更正公式或直接填写值。");

    public static readonly MessageCode NotANumber = new("import.notANumber",
        "{field}: '{value}' isn't a number, so it can't be reckoned with. Correct it.",
        "{field}：“{value}”不是数字，无法计算，请更正。");

    public static readonly MessageCode CountryUnknown = new("import.countryUnknown",
        "{field}: '{value}' isn't a country, so '{text}' can't be read. Correct the country, or write the value in its international form.",
        "{field}：“{value}”不是国家或地区名称，无法识别“{text}”。请更正国家，或按国际格式填写。");
}
