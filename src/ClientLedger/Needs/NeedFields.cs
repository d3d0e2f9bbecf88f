using ClientLedger.Fields;

namespace ClientLedger.Needs;

/// <summary>The entity <c>need</c> (what a customer asks for) and its built-in fields.</summary>
public static class NeedFields
{
    private const int Number = 15;
    private static readonly FieldSection Basic = new(Number, "basic");
    private static readonly FieldSection Business = new(Number, "business");

    public static readonly EntityDescriptor Entity = new(
        Number, "need", "needs", "nee", new("客户需求", "Need"), typeof(Need), title: "subject",
        [
            Basic.Text(1, "subject", "需求", "Subject") with { Required = true, Search = SearchKind.Name },
            Basic.Reference(2, "customer", "客户", "Customer", "customer") with { Required = true },
            Basic.LongText(3, "body", "需求说明", "Content"),

            Business.Choice(30, "state", "需求状态", "State", "needStates") with { Required = true, Default = "identified" },
            Business.Choice(31, "priority", "优先级", "Priority", "priorities") with { Default = "normal" },
            Business.Person(32, "owner", "负责人", "Owner"),
            Business.Date(33, "dueOn", "期望日期", "Wanted by"),
            Business.Reference(34, "product", "相关产品", "Product", "product"),
        ])
    {
        Columns = ["subject", "customer", "state", "priority", "dueOn", "owner"],
    };
}
