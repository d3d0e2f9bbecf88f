using ClientLedger.Messages;

namespace ClientLedger.Fields.Values;

/// <summary>What is said when a value doesn't fit its field, whatever its spelling.</summary>
internal static class FieldValueMessages
{
    public static readonly MessageCode BooleanUnreadable = new("field.booleanUnreadable",
        "“{value}” is neither yes nor no. Enter yes or no.",
        "“{value}”既不是“是”也不是“否”。请填写是或否。");

    public static readonly MessageCode ReferenceUnreadable = new("field.referenceUnreadable",
        "“{value}” isn't the id of a record of the kind that {field} names. Pick the record, or paste its id.",
        "“{value}”不是{field}所指记录的编号。请选择记录，或粘贴其编号。");

    public static readonly MessageCode IdUnreadable = new("field.idUnreadable",
        "“{value}” isn't an id of such a record. Their ids begin with {prefix}, in lower case; copy the whole of it.",
        "“{value}”不是此类记录的编号。其编号以小写的 {prefix} 开头，请完整复制。");

    public static readonly MessageCode PersonUnreadable = new("field.personUnreadable",
        "“{value}” isn't the id of a person. Pick the person, or paste the id.",
        "“{value}”不是人员编号。请选择人员，或粘贴其编号。");

    public static readonly MessageCode KindWrong = new("field.kindWrong",
        "{field} can't hold a value of the kind {kind}. Send it as text.",
        "{field}不能存放{kind}类型的值，请以文本形式提交。");

    public static readonly MessageCode OnlyOne = new("field.onlyOne",
        "{field} holds one value, and several were given. Keep one of them.",
        "{field}只能有一个值，但提交了多个，请保留一个。");
}
