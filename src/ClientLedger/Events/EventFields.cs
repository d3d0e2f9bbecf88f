using ClientLedger.Fields;

namespace ClientLedger.Events;

/// <summary>The entity <c>event</c> (what a customer did: looked at, clicked, downloaded) and its built-in fields.</summary>
public static class EventFields
{
    private const int Number = 13;
    private static readonly FieldSection Basic = new(Number, "basic");

    public static readonly EntityDescriptor Entity = new(
        Number, "event", "events", "evt", new("行为记录", "Event"), typeof(Event), title: "kind",
        [
            Basic.Reference(1, "customer", "客户", "Customer", "customer") with { Required = true },
            Basic.Reference(2, "contact", "联系人", "Contact", "contact"),
            Basic.Text(3, "kind", "行为", "Kind") with { MaxLength = 60, Required = true, Indexed = true, Example = "viewed" },
            Basic.Moment(4, "at", "发生时间", "At") with { Required = true, Indexed = true },
            Basic.Text(5, "object", "对象", "Object") with { Help = new("浏览、点击或下载的内容", "What was looked at, clicked or downloaded") },
            Basic.Text(6, "source", "来源", "Source") with { MaxLength = 100 },
            Basic.LongText(7, "data", "详细数据", "Data"),
            Basic.Person(8, "owner", "负责人", "Owner"),
        ]);
}
