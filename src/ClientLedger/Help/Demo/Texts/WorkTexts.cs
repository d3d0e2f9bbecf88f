namespace ClientLedger.Help.Demo.Texts;

/// <summary>Tasks, notes, needs and what customers do on the website, in both languages.</summary>
internal static class WorkTexts
{
    public static readonly ((string, string) Subject, (string, string) Body)[] Tasks =
    [
        (("回访试样结果", "Ask about the samples"), ("询问样品评价，记录偏好，准备报价。", "Ask how they liked the samples, note preferences, prepare a quotation.")),
        (("发送报价单", "Send the quotation"), ("三档数量价格，注明运费与有效期。", "Three volumes, with freight and validity.")),
        (("确认补货数量", "Confirm the reorder"), ("按近三个月平均用量建议数量。", "Suggest quantities from the average of three months.")),
        (("安排设备保养", "Arrange maintenance"), ("与工程师确认时间，提前一天短信通知客户。", "Agree on a time with the engineer, tell the customer a day ahead.")),
        (("催收到期货款", "Ask for the payment due"), ("先核对发票状态，再联系财务。", "Check the invoice first, then call accounts.")),
        (("准备合同续签资料", "Prepare the renewal"), ("整理年度用量、返利与价格建议。", "Gather volume, rebate and a price proposal.")),
        (("更新开票资料", "Update the invoice details"), ("向客户索取最新营业执照。", "Ask for the current registration.")),
        (("邀请参加杯测会", "Invite to the cupping"), ("发邀请函并确认人数。", "Send the invitation and ask how many will come.")),
        (("上门拜访", "Visit the customer"), ("带新品样豆和菜单建议。", "Bring samples and ideas for the menu.")),
    ];

    public static readonly ((string, string) Subject, (string, string) Body)[] Notes =
    [
        (("收货注意", "Receiving goods"), ("后门收货，门口台阶多，需要平板车；联系不上时找前台。", "Deliver at the back door; steps, so bring a trolley. Ask the front desk if nobody answers.")),
        (("用量规律", "How much they use"), ("每月上旬下单较多，暑期冷饮用量增加约四成。", "Orders come early in the month; cold drinks add about forty per cent in summer.")),
        (("决策方式", "How they decide"), ("新品由店长试用两周后报总部，价格由采购部谈。", "New coffees are tried in the store for two weeks, then headquarters decides; purchasing negotiates.")),
        (("设备情况", "Equipment"), ("两台半自动一台全自动，净水为单级，建议升级三级过滤。", "Two semi-automatic machines and one bean-to-cup; single-stage filtration, three stages would be better.")),
        (("口味偏好", "Taste"), ("偏好坚果巧克力调，不喜欢明显酸度。", "Likes nut and chocolate, dislikes bright acidity.")),
        (("付款习惯", "Payment"), ("财务每月15日与月底集中付款，需提前三天对账。", "Pays on the 15th and at the end of the month; settle statements three days before.")),
        (("竞争情况", "Competition"), ("同时使用另一家的糖浆，豆子基本由我们供应。", "Buys syrups elsewhere; nearly all coffee comes from us.")),
        (("关系维护", "Relations"), ("老板孩子今年高考，六月少打扰。", "The owner's family is busy with exams; call less in June.")),
    ];

    public static readonly ((string, string) Subject, (string, string) Body)[] Needs =
    [
        (("需要低因选项", "Wants a decaf option"), ("晚间客人增多，希望低因豆价格接近常规拼配。", "More guests in the evening; decaf should cost about as much as the blend.")),
        (("开发专属拼配", "Wants a blend of its own"), ("希望与竞争门店有差异，月用量可承诺一百公斤。", "To differ from others nearby; can promise a hundred kilograms a month.")),
        (("需要全自动设备", "Needs a bean-to-cup machine"), ("无专职咖啡师，需一键出品，可租赁。", "No baristas; one button, and renting is fine.")),
        (("环保杯方案", "Wants greener cups"), ("总部要求年底前使用可降解材料。", "Headquarters asks for compostable material by the year's end.")),
        (("小规格包装", "Wants smaller bags"), ("单店用量小，1公斤开封后难以用完。", "Too little is used to finish a kilogram in time.")),
        (("上门培训", "Training on site"), ("员工流动大，希望每季度一次。", "Staff change often; once a quarter.")),
    ];

    public static readonly (string Kind, (string, string) Object)[] Events =
    [
        ("viewed", ("新品页面：瑰夏精选批次", "product page: Geisha Reserve Lot")), ("viewed", ("价格表", "price list")), ("viewed", ("设备租赁方案", "machine rental")),
        ("clicked", ("邮件：冷萃季配方", "e-mail: cold brew recipes")), ("clicked", ("短信：会员日", "SMS: members' day")), ("downloaded", ("产品目录 PDF", "catalogue PDF")),
        ("downloaded", ("检测报告", "test report")), ("registered", ("线上杯测会", "online cupping")), ("signedIn", ("订货商城", "ordering shop")), ("addedToCart", ("挂耳咖啡 经典", "Drip bags Classic")),
    ];

    public static readonly string[] EventSources = ["website", "newsletter", "miniProgram", "shop"];
}
