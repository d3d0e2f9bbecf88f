using ClientLedger.Api.Requests;
using ClientLedger.Messages;

namespace ClientLedger.Api;

/// <summary>What the log of requests says.</summary>
internal static class RequestTexts
{
    public static readonly Label Lead = new(
        "密钥和成员通过 API 发出的请求，保留最近 {most} 条，最长 {days} 天。只记录操作名称、开销和结果，不记录查询内容和数据。",
        "What keys and people asked through the API: the newest {most} requests, for {days} days at most. Names, costs and outcomes are kept; documents, values and answers aren't.");
    public static readonly Label OwnersOnly = new("只有台账所有者可以查看请求日志。", "Only the ledger's owners see the log of requests.");
    public static readonly Label Caller = new("调用方", "Caller");
    public static readonly Label Everybody = new("全部", "Everybody");
    public static readonly Label Period = new("时间", "Period");
    public static readonly Label Day = new("最近 24 小时", "Last 24 hours");
    public static readonly Label Week = new("最近 7 天", "Last 7 days");
    public static readonly Label Month = new("最近 30 天", "Last 30 days");
    public static readonly Label Which = new("结果", "Outcome");
    public static readonly Label All = new("全部请求", "All requests");
    public static readonly Label FailedOnly = new("仅有错误的请求", "With errors alone");
    public static readonly Label Show = new("查看", "Show");
    public static readonly Label ByCaller = new("按调用方汇总", "By caller");
    public static readonly Label Requests = new("请求", "Requests");
    public static readonly Label Failed = new("有错误", "With errors");
    public static readonly Label Points = new("点数", "Points");
    public static readonly Label Median = new("耗时中位数", "Median time");
    public static readonly Label Slowest = new("95% 耗时", "95% within");
    public static readonly Label Size = new("响应大小", "Size");
    public static readonly Label At = new("时间", "When");
    public static readonly Label Operation = new("操作", "Operation");
    public static readonly Label Unnamed = new("（未命名）", "(no name)");
    public static readonly Label Document = new("文档 {hash}", "document {hash}");
    public static readonly Label Duration = new("耗时", "Time");
    public static readonly Label Status = new("状态", "Status");
    public static readonly Label Errors = new("错误", "Errors");
    public static readonly Label None = new("没有请求", "No requests");
    public static readonly Label NoneText = new("所选范围内没有请求。", "Nobody asked anything in this period, or nothing that you look for.");
    public static readonly Label Unknown = new("未知", "Unknown");
    public static readonly Label Log = new("请求日志", "Its log");
    public static readonly Label Query = new("查询", "Query");
    public static readonly Label Mutation = new("修改", "Mutation");
    public static readonly Label Subscription = new("订阅", "Subscription");
    public static readonly Label Socket = new("长连接", "Connection");
    public static readonly Label Schema = new("下载 Schema", "Schema file");
    public static readonly Label Unread = new("无法识别", "Not read");

    /// <summary>What a kind of request is called.</summary>
    public static Label Of(string? kind) => kind switch
    {
        RequestKinds.Query => Query,
        RequestKinds.Mutation => Mutation,
        RequestKinds.Subscription => Subscription,
        RequestKinds.Socket => Socket,
        RequestKinds.Schema => Schema,
        _ => Unread,
    };
}
