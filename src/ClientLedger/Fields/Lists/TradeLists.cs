namespace ClientLedger.Fields.Lists;

/// <summary>The short lists by which customers, people, orders and work are told apart.</summary>
public static class TradeLists
{
    public static readonly ReferenceList CustomerKinds = ShortList.Of(
        "customerKinds", new("客户性质", "Kinds of customers"),
        [("organisation", "企业", "Organisation"), ("person", "个人", "Person")],
        ("organisation", "公司"), ("organisation", "单位"), ("organisation", "机构"), ("organisation", "company"), ("person", "个人客户"));

    public static readonly ReferenceList Sources = ShortList.Of(
        "sources", new("客户来源", "Sources"),
        [
            ("referral", "客户介绍", "Referral"), ("website", "官网", "Website"), ("exhibition", "展会", "Exhibition"), ("advertising", "广告", "Advertising"),
            ("socialMedia", "社交媒体", "Social media"), ("visit", "主动拜访", "Visit"), ("telephone", "电话开发", "Telephone"), ("partner", "合作伙伴", "Partner"),
            ("other", "其他", "Other"),
        ],
        ("referral", "转介绍"), ("referral", "老客户介绍"), ("website", "网站"), ("partner", "渠道"));

    public static readonly ReferenceList ContactRoles = ShortList.Of(
        "contactRoles", new("联系人角色", "Roles of contacts"),
        [
            ("decisionMaker", "决策人", "Decision maker"), ("influencer", "影响人", "Influencer"), ("user", "使用人", "User"), ("purchasing", "采购", "Purchasing"),
            ("finance", "财务", "Finance"), ("technical", "技术", "Technical"), ("other", "其他", "Other"),
        ],
        ("decisionMaker", "决策者"), ("influencer", "影响者"), ("user", "使用者"), ("purchasing", "采购人"));

    public static readonly ReferenceList OrderKinds = ShortList.Of(
        "orderKinds", new("订单性质", "Kinds of orders"),
        [("purchase", "购买", "Purchase"), ("return", "退货", "Return")],
        ("purchase", "销售"), ("purchase", "采购"), ("return", "退单"));

    public static readonly ReferenceList PaymentMethods = ShortList.Of(
        "paymentMethods", new("付款方式", "Methods of payment"),
        [
            ("bankTransfer", "银行转账", "Bank transfer"), ("cash", "现金", "Cash"), ("card", "银行卡", "Card"), ("alipay", "支付宝", "Alipay"),
            ("wechatPay", "微信支付", "WeChat Pay"), ("cheque", "支票", "Cheque"), ("acceptanceBill", "承兑汇票", "Acceptance bill"), ("other", "其他", "Other"),
        ],
        ("bankTransfer", "转账"), ("bankTransfer", "电汇"), ("card", "刷卡"), ("wechatPay", "微信"), ("acceptanceBill", "汇票"));

    public static readonly ReferenceList Priorities = ShortList.Of(
        "priorities", new("优先级", "Priorities"),
        [("low", "低", "Low"), ("normal", "普通", "Normal"), ("high", "高", "High"), ("urgent", "紧急", "Urgent")],
        ("normal", "中"), ("normal", "一般"), ("high", "重要"));

    public static IReadOnlyList<ReferenceList> All => [CustomerKinds, Sources, ContactRoles, OrderKinds, PaymentMethods, Priorities];
}
