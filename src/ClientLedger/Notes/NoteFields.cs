using ClientLedger.Fields;

namespace ClientLedger.Notes;

/// <summary>The entity <c>note</c> and its built-in fields.</summary>
public static class NoteFields
{
    private const int Number = 12;
    private static readonly FieldSection Basic = new(Number, "basic");

    public static readonly EntityDescriptor Entity = new(
        Number, "note", "notes", "not", new("备注", "Note"), typeof(Note), title: "subject",
        [
            Basic.Reference(1, "customer", "客户", "Customer", "customer") with { Required = true },
            Basic.Text(2, "subject", "标题", "Subject") with { Search = SearchKind.Name },
            Basic.LongText(3, "body", "内容", "Content") with { Required = true, Search = SearchKind.Name },
            Basic.Boolean(4, "pinned", "置顶", "Pinned") with { Required = true, Default = "false" },
            Basic.Person(5, "owner", "负责人", "Owner"),
        ]);
}
