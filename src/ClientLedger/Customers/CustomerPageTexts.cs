using ClientLedger.Messages;

namespace ClientLedger.Customers;

/// <summary>What the pages of customers say.</summary>
internal static class CustomerPageTexts
{
    public static readonly Label Customers = new("客户", "Customers");
    public static readonly Label Overview = new("概览", "Overview");
    public static readonly Label Timeline = new("时间线", "Timeline");
    public static readonly Label Sections = new("客户页面的各部分", "Parts of the customer's page");
    public static readonly Label LastContact = new("最近联系", "Last contact");
    public static readonly Label NextContact = new("下次联系", "Next contact");
    public static readonly Label OpenTasks = new("待办任务", "Open tasks");
    public static readonly Label LastOrder = new("最近购买", "Last purchase");
    public static readonly Label Total = new("累计购买", "Purchases");
    public static readonly Label Orders = new("{orders} 笔订单，{returns} 笔退货", "{orders} orders, {returns} returns");
    public static readonly Label WithoutRate = new("另有 {orders} 笔订单缺少汇率，未计入", "{orders} more orders have no exchange rate and are left out");
    public static readonly Label Never = new("无", "Never");
    public static readonly Label Requirements = new("特殊要求", "Special requirements");
    public static readonly Label Earlier = new("更早的记录", "Earlier");
    public static readonly Label Undated = new("未填日期", "No date");
    public static readonly Label AllKinds = new("全部", "All");
    public static readonly Label Kinds = new("按类型筛选", "Filter by kind");
    public static readonly Label TimelineEmpty = new("还没有往来记录", "Nothing has happened yet");
    public static readonly Label TimelineEmptyLead = new(
        "登记一次沟通或录入一笔订单，这里就会按时间列出。", "Log a call or enter an order, and it shows here in the order of time.");
    public static readonly Label TimelineEmptyLog = new("登记一次沟通，这里就会按时间列出。", "Log a call, and it shows here in the order of time.");
    public static readonly Label TimelineEmptyOrder = new("录入一笔订单，这里就会按时间列出。", "Enter an order, and it shows here in the order of time.");
    public static readonly Label Recent = new("近期往来", "Recently");
    public static readonly Label Log = new("登记沟通", "Log a contact");
    public static readonly Label Enter = new("新建", "Add");
    public static readonly Label Subsidiaries = new("下级单位", "Subsidiaries");
}
