using ClientLedger.Messages;

namespace ClientLedger.Fields;

internal static class CustomFieldMessages
{
    public static readonly MessageCode EntityUnknown = new("customField.entityUnknown",
        "There are no records called '{entity}'. Give the name of an entity, like customer.",
        "没有名为“{entity}”的记录类型。请填写如 customer 的记录类型名称。");

    public static readonly MessageCode Name = new("customField.name",
        "'{name}' can't be the name of a field. Begin with a small letter of a to z and go on with letters and digits, at most {max} in all.",
        "“{name}”不能用作字段名。请以小写英文字母开头，只使用英文字母和数字，总长不超过 {max} 个字符。");

    public static readonly MessageCode NameTaken = new("customField.nameTaken",
        "'{name}' is, or once was, another field or list of {entity}, or has a meaning in filters. Choose another name.",
        "“{name}”已是（或曾是）{entity} 的其他字段或列表的名称，或在筛选条件中另有含义。请换一个名称。");

    public static readonly MessageCode Label = new("customField.label",
        "The field '{name}' needs a label in Chinese and in English.",
        "字段“{name}”需要中文和英文两种显示名称。");

    public static readonly MessageCode Several = new("customField.several",
        "The field '{name}' can't hold several values: only one-line text types can.",
        "字段“{name}”不能有多个值：只有单行文本类的字段可以。");

    public static readonly MessageCode Target = new("customField.target",
        "The reference '{name}' points to '{target}', which is no entity. Give the name of an entity, like customer.",
        "引用字段“{name}”指向的“{target}”不是记录类型。请填写如 customer 的记录类型名称。");

    public static readonly MessageCode List = new("customField.list",
        "The choice '{name}' uses the list '{list}', which doesn't exist. Give the name of a list, like grades.",
        "选项字段“{name}”使用的列表“{list}”不存在。请填写如 grades 的列表名称。");

    public static readonly MessageCode Pattern = new("customField.pattern",
        "The pattern '{pattern}' of the field '{name}' isn't a regular expression. Correct it or leave it out.",
        "字段“{name}”的格式“{pattern}”不是有效的正则表达式。请更正或去掉。");

    public static readonly MessageCode Currency = new("customField.currency",
        "The amount '{name}' takes its currency from '{currency}', which is no choice field of {entity}.",
        "金额字段“{name}”的币种取自“{currency}”，但它不是 {entity} 的选项字段。");

    public static readonly MessageCode Unique = new("customField.unique",
        "The field '{name}' can be neither unique nor indexed: texts of several lines, several values and sensitive values can't.",
        "字段“{name}”不能设为唯一或建立索引：多行文本、多值和敏感字段都不可以。");

    public static readonly MessageCode TooLong = new("customField.tooLong",
        "The field '{name}' is unique, indexed or of several values: its texts can't be longer than {max} characters. Lower its limit.",
        "字段“{name}”设为唯一、建立了索引或可填多个值，文本不能超过 {max} 个字符。请降低长度上限。");

    public static readonly MessageCode Computed = new("customField.computed",
        "The field '{name}' is to be computed, which isn't possible yet. Leave the formula out.",
        "字段“{name}”要求自动计算，目前尚不支持。请去掉公式。");
}
