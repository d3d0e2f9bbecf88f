namespace ClientLedger.Fields.Lists;

/// <summary>The short lists of talking with customers and serving them.</summary>
public static class ServiceLists
{
    public static readonly ReferenceList Channels = ShortList.Of(
        "channels", new("沟通渠道", "Channels"),
        [
            ("call", "电话", "Call"), ("meeting", "会议", "Meeting"), ("visit", "拜访", "Visit"), ("email", "电子邮件", "E-mail"), ("sms", "短信", "SMS"),
            ("wechat", "微信", "WeChat"), ("social", "社交媒体", "Social media"), ("other", "其他", "Other"),
        ],
        ("call", "通话"), ("call", "phone"), ("visit", "上门拜访"), ("email", "邮件"), ("email", "mail"), ("sms", "手机短信"));

    public static readonly ReferenceList TicketKinds = ShortList.Of(
        "ticketKinds", new("工单类型", "Ticket kinds"),
        [
            ("complaint", "投诉", "Complaint"), ("service", "服务", "Service"), ("return", "退货", "Return"), ("suggestion", "建议", "Suggestion"),
            ("praise", "表扬", "Praise"),
        ],
        ("service", "售后服务"), ("return", "退换货"));

    public static readonly ReferenceList Severities = ShortList.Of(
        "severities", new("严重程度", "Severities"),
        [("low", "低", "Low"), ("medium", "中", "Medium"), ("high", "高", "High"), ("critical", "紧急", "Critical")],
        ("low", "轻微"), ("medium", "一般"), ("high", "严重"), ("critical", "urgent"));

    public static readonly ReferenceList Sentiments = ShortList.Of(
        "sentiments", new("情感倾向", "Sentiments"),
        [("positive", "正面", "Positive"), ("neutral", "中性", "Neutral"), ("negative", "负面", "Negative")]);

    public static IReadOnlyList<ReferenceList> All => [Channels, TicketKinds, Severities, Sentiments];
}
