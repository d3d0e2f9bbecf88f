namespace ClientLedger.Help.Demo.Texts;

/// <summary>What stands in the free fields of customers, contacts and orders, in both languages.</summary>
internal static class CustomerTexts
{
    public static readonly (string, string) Prepaid = ("款到发货", "prepaid");

    public static readonly (string, string)[] Terms = [("月结30天", "net 30 days"), ("月结60天", "net 60 days"), ("货到付款", "on delivery"), ("预付30%，余款发货前付清", "30% in advance, balance before shipment")];

    public static readonly (string, string)[] DeliveryTimes =
    [
        ("工作日上午10点前", "weekdays before 10 am"), ("周二、周五", "Tuesdays and Fridays"), ("下午2点到4点", "between 2 and 4 pm"), ("周末不收货", "no deliveries at weekends"),
        ("开门前，放后厨", "before opening, by the kitchen door"), ("提前一小时电话", "call one hour ahead"),
    ];

    public static readonly (string, string)[] Requirements =
    [
        ("烘焙日期不超过7天", "roasted no more than 7 days ago"), ("发票抬头须与营业执照一致，随货同行", "invoice with the goods, registered name exactly"),
        ("纸箱外贴门店编号", "label cartons with the outlet number"), ("研磨度按法压壶", "grind for French press"), ("送货车高限2.1米，地下车库收货", "van height limit 2.1 m, underground dock"),
        ("只收整箱，不拆零", "full cartons only"), ("随货附批次检测报告", "enclose the batch test report"), ("坚果类糖浆单独包装", "pack nut syrups separately"),
        ("托盘须为熏蒸木托盘", "heat-treated pallets only"),
    ];

    public static readonly (string, string)[] Remarks =
    [
        ("老板爱聊豆子产地，拜访时多带样品", "owner likes to talk about origins, bring samples"), ("旺季6月到9月，冷萃用量翻倍", "cold brew doubles from June to September"),
        ("财务每月25日截止收票", "accounts close on the 25th"), ("门店装修中，预计下季度恢复进货", "refurbishing, expects to order again next quarter"),
        ("对价格敏感，同时向两家询价", "price-sensitive, asks two suppliers"), ("由老客户介绍，优先安排试样", "referred by a customer, send samples first"),
        ("新店长上任，需重新建立联系", "new store manager, introduce ourselves again"), ("机器为租赁，合同到期前谈续租", "machine is rented, talk about renewal in time"),
        ("常在朋友圈推荐我们的豆子", "often recommends our beans online"),
    ];

    public static readonly (string, string)[] RemarksOfPersons =
    [
        ("收货地址在公司，工作日派送", "delivery to the office, weekdays only"), ("喜欢浅烘，尝新意愿高", "likes light roasts, open to new ones"), ("曾参加线下杯测，活动优先邀请", "came to a cupping, invite again"),
        ("快递放门口，不必电话", "leave parcels at the door, no need to call"), ("每月固定买一次，提醒补货有效", "buys once a month, reminders work"),
    ];

    public static readonly string[] Hobbies = ["手冲", "拉花", "骑行", "摄影", "徒步", "烘焙", "读书", "露营", "瑜伽", "养猫"];

    public static readonly string[] HobbiesAbroad = ["brewing", "latte art", "cycling", "photography", "hiking", "baking", "climbing", "gardening"];

    /// <summary>Delivery rounds of the own vans.</summary>
    public static readonly string[] Rounds = ["周一三五", "周二四六", "每周二", "每周五", "快递"];

    public static readonly (string Role, (string, string) Title, (string, string) Department)[] Posts =
    [
        ("decisionMaker", ("总经理", "Managing Director"), ("总经办", "Management")), ("purchasing", ("采购经理", "Purchasing Manager"), ("采购部", "Purchasing")),
        ("user", ("店长", "Store Manager"), ("门店", "Store")), ("finance", ("会计", "Accountant"), ("财务部", "Finance")), ("technical", ("设备主管", "Equipment Supervisor"), ("工程部", "Engineering")),
        ("influencer", ("咖啡师长", "Head Barista"), ("吧台", "Bar")), ("user", ("行政主管", "Office Manager"), ("行政部", "Administration")), ("decisionMaker", ("创始人", "Founder"), ("总经办", "Management")),
    ];

    public static readonly (string, string)[] ReturnReasons =
    [
        ("包装破损，客户拒收", "packaging damaged, refused by the customer"), ("型号发错", "wrong model delivered"), ("烘焙日期超过约定", "older than the agreed roast date"),
        ("多订，未开封退回", "ordered too much, returned unopened"), ("口味与样品不符", "taste differs from the sample"), ("到货延误，活动已结束", "arrived after the event"),
    ];

    public static readonly (string, string)[] OrderRemarks =
    [
        ("加急，客户门店断货", "urgent, the store is out of stock"), ("与上一单合并发货", "ship together with the previous order"), ("随货附赠新品样豆200g", "enclose 200 g of the new coffee"),
        ("开业备货", "stock for the opening"), ("节日备货", "stock for the holidays"), ("客户自提", "collected by the customer"), ("冷链配送", "chilled transport"),
    ];
}
