namespace ClientLedger.Fields.Lists;

/// <summary>The states through which work and business pass, in their usual order.</summary>
public static class StateLists
{
    public static readonly ReferenceList TaskStates = ShortList.Of(
        "taskStates", new("任务状态", "States of tasks"),
        [("open", "待办", "Open"), ("done", "已完成", "Done"), ("cancelled", "已取消", "Cancelled")],
        ("open", "未完成"), ("done", "完成"), ("cancelled", "取消"));

    public static readonly ReferenceList TicketStates = ShortList.Of(
        "ticketStates", new("工单状态", "States of tickets"),
        [("open", "待处理", "Open"), ("inProgress", "处理中", "In progress"), ("resolved", "已解决", "Resolved"), ("closed", "已关闭", "Closed")]);

    public static readonly ReferenceList OrderStates = ShortList.Of(
        "orderStates", new("订单状态", "States of orders"),
        [
            ("draft", "草稿", "Draft"), ("confirmed", "已确认", "Confirmed"), ("shipped", "已发货", "Shipped"), ("completed", "已完成", "Completed"),
            ("cancelled", "已取消", "Cancelled"),
        ],
        ("completed", "完成"), ("cancelled", "取消"));

    public static readonly ReferenceList ContractStates = ShortList.Of(
        "contractStates", new("合同状态", "States of contracts"),
        [("draft", "草稿", "Draft"), ("active", "履行中", "Active"), ("ended", "已到期", "Ended"), ("terminated", "已终止", "Terminated")],
        ("active", "生效"), ("ended", "到期"), ("terminated", "终止"));

    public static readonly ReferenceList PaymentStates = ShortList.Of(
        "paymentStates", new("付款状态", "States of payments"),
        [("due", "待付", "Due"), ("paid", "已付", "Paid"), ("overdue", "已逾期", "Overdue"), ("cancelled", "已取消", "Cancelled")],
        ("due", "待收款"), ("paid", "已收款"), ("overdue", "逾期"), ("cancelled", "取消"));

    public static readonly ReferenceList ProjectStages = ShortList.Of(
        "projectStages", new("项目阶段", "Stages of projects"),
        [
            ("lead", "线索", "Lead"), ("qualified", "已立项", "Qualified"), ("proposal", "方案报价", "Proposal"), ("negotiation", "商务谈判", "Negotiation"),
            ("won", "赢单", "Won"), ("delivery", "交付中", "Delivery"), ("completed", "已结项", "Completed"), ("lost", "输单", "Lost"),
        ]);

    public static IReadOnlyList<ReferenceList> All => [TaskStates, TicketStates, OrderStates, ContractStates, PaymentStates, ProjectStages];
}
