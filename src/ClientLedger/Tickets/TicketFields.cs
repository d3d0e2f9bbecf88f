using ClientLedger.Fields;

namespace ClientLedger.Tickets;

/// <summary>The entity <c>ticket</c> (complaint, service, return, suggestion, praise) and its built-in fields.</summary>
public static class TicketFields
{
    private const int Number = 10;
    private static readonly FieldSection Basic = new(Number, "basic");
    private static readonly FieldSection Business = new(Number, "business");
    private static readonly FieldSection History = new(Number, "history");

    public static readonly EntityDescriptor Entity = new(
        Number, "ticket", "tickets", "tkt", new("工单", "Ticket"), typeof(Ticket), title: "subject",
        [
            Basic.Text(1, "number", "工单编号", "Ticket number") with { MaxLength = 60, Unique = true, Search = SearchKind.Code },
            Basic.Reference(2, "customer", "客户", "Customer", "customer"),
            Basic.Reference(3, "contact", "联系人", "Contact", "contact"),
            Basic.Choice(4, "kind", "工单类型", "Kind", "ticketKinds") with { Required = true, Default = "service" },
            Basic.Text(5, "subject", "主题", "Subject") with { Required = true, Search = SearchKind.Name },
            Basic.LongText(6, "body", "内容", "Content"),
            Basic.Text(7, "topic", "反馈主题", "Topic") with { MaxLength = 100 },
            Basic.Choice(8, "sentiment", "情感倾向", "Sentiment", "sentiments"),

            Business.Choice(30, "severity", "严重程度", "Severity", "severities") with { Default = "medium" },
            Business.Choice(31, "state", "处理状态", "State", "ticketStates") with { Required = true, Default = "open" },
            Business.Person(32, "owner", "负责人", "Owner"),
            Business.Moment(33, "dueAt", "处理期限", "Due at") with { Indexed = true },
            Business.Reference(34, "order", "相关订单", "Order", "order"),
            Business.Reference(35, "product", "相关产品", "Product", "product"),

            History.Moment(60, "resolvedAt", "解决时间", "Resolved at"),
            History.LongText(61, "resolution", "处理结果", "Resolution"),
            History.Integer(62, "rating", "服务评分", "Rating") with { Minimum = 1, Maximum = 5 },
            History.LongText(63, "action", "改进措施", "Improvement action"),
            History.Date(64, "actionClosedOn", "改进完成日期", "Improvement closed on"),
        ])
    {
        Columns = ["subject", "number", "customer", "kind", "severity", "state", "dueAt", "owner"],
    };
}
