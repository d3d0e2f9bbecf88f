using ClientLedger.Messages;

namespace ClientLedger.Fields.Lists;

/// <summary>What is said when a text names no entry of a controlled list, or several.</summary>
public static class ListMessages
{
    public static readonly MessageCode Unknown = new(
        "list.unknown",
        "“{value}” isn't in the list “{list}”. Pick an entry of the list, or give its code.",
        "“{value}”不在“{list}”列表中。请选择列表中的一项，或填写其代码。");

    public static readonly MessageCode Ambiguous = new(
        "list.ambiguous",
        "“{value}” names several entries of the list “{list}”: {choices}. Which one is meant? Give its code, or the names above it too.",
        "“{value}”在“{list}”列表中对应多项：{choices}。指的是哪一项？请填写其代码，或连同上级名称一起填写。");
}
