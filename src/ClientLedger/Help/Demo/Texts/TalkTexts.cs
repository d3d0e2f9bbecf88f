namespace ClientLedger.Help.Demo.Texts;

/// <summary>
/// What one talk was about, in both languages; <c>{product}</c>, <c>{coffee}</c>, <c>{quantity}</c>, <c>{contact}</c> and <c>{day}</c> are filled in.
/// </summary>
/// <param name="Channels">The ways in which such talks are held.</param>
/// <param name="Mood">The customer's attitude, as a rule.</param>
internal sealed record TalkText(string Mood, IReadOnlyList<string> Channels, (string, string) Subject, (string, string) Body);

/// <summary>What is talked about with customers.</summary>
internal static class TalkTexts
{
    /// <summary>With companies that buy.</summary>
    public static readonly IReadOnlyList<TalkText> Buyers =
    [
        new("neutral", ["call", "wechat"], ("补货确认", "Reorder confirmed"), ("与{contact}核对库存，{product}预计{day}用完，确认补货{quantity}，按原价发货。", "Went through stock with {contact}: {product} lasts until {day}. Reordered {quantity} at the same price.")),
        new("positive", ["visit", "wechat"], ("新豆试样", "Samples of a new coffee"), ("带{coffee}现场冲煮三杯，{contact}认为甜感明显，愿意先上一周看客人反应。", "Brewed {coffee} three times on site. {contact} likes the sweetness and will run it for a week.")),
        new("neutral", ["call", "email"], ("调价通知", "Price change"), ("告知{product}自下月起调价，原因是生豆与运费上涨。{contact}希望锁价到季度末，待请示。", "Announced the new price of {product} from next month because of green coffee and freight. {contact} asks to keep the old one to the end of the quarter.")),
        new("negative", ["call", "wechat"], ("到货延误沟通", "Late delivery"), ("{contact}反映上一单比承诺晚到，门店一度断货。已道歉并说明干线延误，下单起改走备用线路。", "{contact} says the last order came late and the store ran out. Apologised, explained the delay; the next one goes by the other carrier.")),
        new("neutral", ["call", "sms"], ("保养预约", "Maintenance arranged"), ("提醒咖啡机已到保养周期，与{contact}约定{day}开门前上门，约一个半小时。", "Machine is due for maintenance; agreed with {contact} on {day} before opening, about ninety minutes.")),
        new("positive", ["visit"], ("门店拜访", "Store visit"), ("现场巡店，吧台整洁，出品稳定。{coffee}库存约{quantity}，萃取略快，已帮忙把研磨调细一格。", "Visited the store: bar in good order, steady quality. About {quantity} of {coffee} in stock; shots ran fast, set the grinder one step finer.")),
        new("neutral", ["email", "call"], ("月度对账", "Monthly statement"), ("发送上月对账单，{contact}核对后有一笔运费差异，已更正并重发，确认{day}前付款。", "Sent last month's statement. {contact} found a freight charge that didn't match; corrected and sent again, payment by {day}.")),
        new("neutral", ["meeting", "call"], ("年度合同续签", "Renewing the supply agreement"), ("与{contact}讨论明年用量，预计增长一成，希望返利提高一个点。约定{day}提交方案。", "Talked with {contact} about next year: about ten per cent more volume, one point more rebate wanted. Proposal by {day}.")),
        new("positive", ["call", "wechat", "email"], ("培训安排", "Barista training"), ("新招两名员工，{contact}希望安排基础培训。定于{day}上午，地点在客户门店，自带豆子。", "Two new people in the team; {contact} asks for basic training. Set for the morning of {day} at their store.")),
        new("positive", ["wechat", "call"], ("口味反馈", "Feedback on taste"), ("{contact}说换{coffee}后奶咖更平衡，熟客反应不错，准备固定使用。", "{contact} says milk drinks are better balanced with {coffee}; regulars like it, so they keep it.")),
        new("neutral", ["call", "wechat"], ("节前备货", "Stock for the holidays"), ("提醒假期物流停运时间，建议提前备足{product}{quantity}，{contact}将于{day}前下单。", "Told {contact} when carriers pause over the holidays and suggested {quantity} of {product}; order by {day}.")),
        new("positive", ["meeting", "visit"], ("筹备新店", "A new outlet"), ("{contact}透露新店选址已定，三个月后开业，需要双头机、磨豆机和净水方案，请我们先出报价和水电图。", "{contact} has a site for a new outlet, opening in three months. They need a two-group machine, grinder and filtration; quote and plans to follow.")),
        new("negative", ["call", "visit"], ("竞争对手报价", "A competitor's offer"), ("同行给出的拼配豆每公斤低8元，{contact}有些动摇。强调批次稳定和售后响应，答应{day}前给出阶梯价。", "Another roaster offers a blend for less. {contact} is tempted; stressed steady quality and service, promised a price scale by {day}.")),
        new("negative", ["wechat", "call"], ("包装破损", "Damaged bags"), ("{contact}发来照片，{product}有两袋封口开裂。登记后当天补发，请客户留存破损件。", "{contact} sent photos of two split bags of {product}. Replacement goes out today; asked to keep the damaged ones.")),
        new("neutral", ["email", "wechat"], ("开票资料变更", "Invoice details changed"), ("客户更名，{contact}提供新的开票资料，自本月起生效，旧发票不受影响。", "The company has a new name; {contact} sent invoice details valid from this month. Old invoices stay.")),
        new("positive", ["meeting"], ("季度回顾会", "Quarterly review"), ("与{contact}回顾本季：订货准时率提升，{coffee}占比最高，两起投诉均已关闭。下季重点是冷饮菜单和减少糖浆损耗。", "Reviewed the quarter with {contact}: deliveries more punctual, {coffee} leads, both complaints closed. Next: cold drinks and less syrup waste.")),
        new("neutral", ["call", "email", "sms"], ("付款提醒", "Payment reminder"), ("提醒一笔货款已到期，{contact}称付款流程走到财务审批，承诺{day}前到账。", "Reminded of a payment that is due. {contact} says it waits for approval and will arrive by {day}.")),
        new("positive", ["visit", "meeting"], ("设备升级建议", "Upgrading the machine"), ("现有机器高峰期回温慢，向{contact}演示新机型，旧机可折价。客户要看投资回收测算。", "The machine recovers slowly at peak. Showed {contact} the new one against trade-in; they want to see when it pays off.")),
        new("neutral", ["call"], ("退货跟进", "Following up a return"), ("确认退回的{product}已收到，{contact}同意换成同价位的另一款，随下一单发出。", "Confirmed that {product} came back. {contact} takes another one of the same price with the next order.")),
        new("neutral", ["sms", "wechat"], ("配送时间确认", "Delivery time"), ("通知{contact}货物{day}上午送达，请安排收货；客户要求避开早高峰。", "Told {contact} that the goods arrive on the morning of {day}; they ask to avoid the rush.")),
        new("positive", ["wechat", "social"], ("冷萃季方案", "Cold brew season"), ("分享冷萃与气泡咖啡配方，{contact}感兴趣，先订{quantity}{coffee}试做，要求提供海报素材。", "Shared recipes for cold brew. {contact} takes {quantity} of {coffee} to try and asks for poster files.")),
        new("positive", ["call", "wechat"], ("感谢转介绍", "Thanks for a referral"), ("感谢{contact}介绍同行，对方已来电询样。赠送新品一份，并邀请参加下月杯测会。", "Thanked {contact} for recommending us; the other company has called. Sent a new coffee and an invitation to next month's cupping.")),
    ];

    /// <summary>With companies that haven't bought yet.</summary>
    public static readonly IReadOnlyList<TalkText> Prospects =
    [
        new("neutral", ["call"], ("首次电话", "First call"), ("首次联系{contact}，目前用本地烘焙商，月用量约{quantity}，合同到年底。同意先寄样。", "First call with {contact}: they use a local roaster, about {quantity} a month, under contract until the year's end. Samples welcome.")),
        new("positive", ["meeting", "visit"], ("展会结识", "Met at the fair"), ("展会上与{contact}交流，对{coffee}印象好，关心起订量和账期。交换名片，约{day}回访。", "Talked with {contact} at the fair. Liked {coffee}, asked about minimum order and terms. Follow-up on {day}.")),
        new("neutral", ["call", "wechat", "email"], ("样品跟进", "Following up samples"), ("询问样品评价，{contact}认为{coffee}酸度偏高，更倾向深烘拼配，再寄两款对比。", "Asked about the samples: {contact} finds {coffee} too bright and prefers darker blends; sending two more.")),
        new("neutral", ["email"], ("发送报价", "Quotation sent"), ("按{contact}要求发送报价单，含{product}三档价格与运费，有效期三十天。", "Sent the quotation {contact} asked for: three prices of {product} with freight, valid for thirty days.")),
        new("positive", ["meeting"], ("参观烘焙工厂", "Tour of the roastery"), ("{contact}一行三人参观工厂，重点看了质检和追溯流程，表示可以进入供应商评审。", "{contact} came with two colleagues, looked closely at quality control and tracing; we may enter their supplier review.")),
        new("negative", ["call", "wechat"], ("暂不采购", "Not now"), ("{contact}表示预算冻结，今年不再更换供应商，同意{day}后再联系。", "{contact} says budgets are frozen and nothing changes this year; may call again after {day}.")),
        new("neutral", ["visit"], ("上门拜访", "Visit"), ("拜访门店，{contact}不在，与店长聊了半小时，设备为他牌全自动，豆子由总部统采。留下资料。", "Called at the store; {contact} was out. The manager says headquarters buys for all. Left our papers.")),
    ];

    /// <summary>With persons, who mostly ask.</summary>
    public static readonly IReadOnlyList<TalkText> Persons =
    [
        new("neutral", ["wechat", "social", "email"], ("冲煮咨询", "Brewing advice"), ("询问{coffee}手冲参数，建议15克粉、92度水、两分半钟，研磨中细。", "Asked how to brew {coffee}; suggested 15 g, 92 °C, two and a half minutes, medium fine.")),
        new("positive", ["sms", "wechat", "email"], ("会员活动", "Members' event"), ("通知会员日折扣和线下杯测，客户报名参加{day}场次。", "Told about the members' day and the cupping; signed up for {day}.")),
        new("neutral", ["wechat", "call", "email"], ("物流查询", "Where is the parcel"), ("客户询问包裹进度，查询后在派送途中，预计{day}送到。", "Asked where the parcel is; it is out for delivery and should arrive on {day}.")),
        new("positive", ["social", "sms", "email"], ("收货回访", "After delivery"), ("回访{coffee}体验，客户满意，希望有更小的试饮装。", "Asked about {coffee}: happy with it, would like smaller bags to try.")),
        new("neutral", ["wechat", "email"], ("选购磨豆机", "Choosing a grinder"), ("想换磨豆机，预算一千左右，主要做手冲。推荐家用款，发送对比图。", "Wants a grinder for filter coffee on a modest budget; recommended the home model and sent a comparison.")),
        new("negative", ["wechat", "call", "email"], ("售后沟通", "A complaint settled"), ("收到的{coffee}有一袋压扁，客户不满。当天补寄并附赠挂耳，客户接受。", "One bag of {coffee} arrived crushed. Sent another with drip bags the same day; accepted.")),
    ];

    /// <summary>What was agreed at the end.</summary>
    public static readonly (string, string)[] Endings =
    [
        ("下一步：{day}前回复。", "Next: answer by {day}."), ("已同步给仓库和客服。", "Warehouse and service know."), ("{contact}方便联系的时间是下午三点以后。", "{contact} is best reached after three in the afternoon."),
        ("需要内部确认价格后再回电。", "To confirm the price internally and call back."), ("对方态度友好，关系维护良好。", "Friendly talk, good relations."), ("建议下月再拜访一次。", "Visit again next month."),
        ("资料已发邮件。", "Papers sent by e-mail."), ("另提到财务换人，需要更新联系人。", "Finance has a new person there; contacts to be updated."), ("客户提醒周末不收货。", "No deliveries at weekends, they remind us."),
        ("等{contact}与合伙人商量。", "{contact} will talk to the partners first."), ("顺带推荐了清洁粉和滤芯。", "Also offered cleaning powder and filters."), ("已登记到待办。", "Put on the task list."),
    ];
}
