using ClientLedger.Fields;

namespace ClientLedger.Interactions;

/// <summary>The entity <c>interaction</c> (call, meeting, visit, e-mail, message) and its built-in fields.</summary>
public static class InteractionFields
{
    private const int Number = 9;
    private static readonly FieldSection Basic = new(Number, "basic");
    private static readonly FieldSection Business = new(Number, "business");

    public static readonly EntityDescriptor Entity = new(
        Number, "interaction", "interactions", "int", new("沟通记录", "Interaction"), typeof(Interaction), title: "subject",
        [
            Basic.Reference(1, "customer", "客户", "Customer", "customer") with { Required = true, BrowsedBy = "at" },
            Basic.Reference(2, "contact", "联系人", "Contact", "contact"),
            Basic.Choice(3, "kind", "沟通方式", "Kind", "channels") with { Required = true },
            Basic.Moment(4, "at", "沟通时间", "At") with { Required = true, Indexed = true },
            Basic.Text(5, "subject", "主题", "Subject") with { Search = SearchKind.Name },
            Basic.LongText(6, "body", "沟通内容/会议纪要", "Content or minutes"),

            Business.Person(30, "owner", "负责人", "Owner"),
            Business.Reference(31, "project", "项目", "Project", "project"),
            Business.Choice(32, "sentiment", "客户态度", "Sentiment", "sentiments"),
            Business.Integer(33, "rating", "服务评分", "Rating") with { Minimum = 1, Maximum = 5 },
        ])
    {
        Columns = ["subject", "customer", "kind", "at", "sentiment", "owner"],
        Children = [new("attachments", "attachment", "interaction")],
    };
}
