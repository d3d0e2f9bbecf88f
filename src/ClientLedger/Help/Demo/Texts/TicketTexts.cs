namespace ClientLedger.Help.Demo.Texts;

/// <summary>A ticket in both languages; <c>{product}</c>, or <c>{coffee}</c>, and <c>{order}</c> are filled in.</summary>
internal sealed record TicketText(string Kind, (string, string) Topic, (string Chinese, string English) Subject, (string, string) Body, (string, string) Resolution)
{
    /// <summary>Only of an order with coffee in it.</summary>
    public bool IsAboutCoffee => Subject.English.Contains("{coffee}", StringComparison.Ordinal);
}

/// <summary>What customers complain about, ask for and praise.</summary>
internal static class TicketTexts
{
    public static readonly TicketText AboutReturns = new("return", ("退换货", "Returns"),
        ("退货 {order}：{product}", "Return {order}: {product}"),
        ("客户退回{product}，已收到并核对数量，外箱完好，等待质检后退款。", "{product} came back, quantity checked, carton intact; refund after inspection."),
        ("质检无异常，已入库并按原路退款。", "Inspected, back in stock, refunded the way it was paid."));

    public static readonly IReadOnlyList<TicketText> All =
    [
        new("complaint", ("物流配送", "Delivery"),
            ("{order} 晚到两天", "{order} arrived two days late"),
            ("订单{order}承诺周三送达，周五才到，门店断货一天。客户要求说明原因，并保证下次准时。", "{order} was promised for Wednesday and came on Friday; the store was out of stock for a day. They ask why, and for a promise."),
            ("干线车辆故障所致，已致歉并免去本次运费，下单改由备用线路发货。", "The truck had broken down. Apologised, freight waived, next order goes by the other carrier.")),
        new("complaint", ("产品质量", "Quality"),
            ("{coffee} 风味偏焦", "{coffee} tastes burnt"),
            ("客户反映这批{coffee}比上一批偏苦，带焦味，客人有投诉。附批次照片，要求换货。", "This batch of {coffee} is more bitter than the last, with burnt notes; guests complained. Photo of the batch enclosed, replacement asked for."),
            ("杯测确认该批次烘焙过深，已换货并回收剩余部分。", "Cupping confirmed a roast that went too dark; replaced, and the rest collected.")),
        new("complaint", ("包装", "Packaging"),
            ("{coffee} 到货漏气", "{coffee} arrived with leaking bags"),
            ("{order}中有三袋封口开裂，豆子受潮。司机现场拍照签认。", "Three bags of {order} had split seams and the coffee was damp. The driver took photos and signed."),
            ("按破损数量补发，包装线封口温度已调整。", "Sent replacements; sealing temperature on the line adjusted.")),
        new("complaint", ("发票账款", "Invoices"),
            ("{order} 发票税号有误", "Wrong tax number on the invoice of {order}"),
            ("发票上的纳税人识别号少一位，财务无法入账，请红冲后重开。", "A digit of the tax number is missing on the invoice, so it can't be booked. Please cancel and issue again."),
            ("已红冲重开，并更正客户开票资料。", "Cancelled and issued again; the customer's details are corrected.")),
        new("service", ("设备维修", "Repair"),
            ("咖啡机不出蒸汽", "Machine makes no steam"),
            ("门店机器早上开机后蒸汽压力上不去，指示灯闪烁，已影响出品，请尽快上门。", "Since this morning steam pressure doesn't build up and the light blinks. They can't serve milk drinks; please come soon."),
            ("加热管烧断，已更换并测试两小时，压力正常。", "Heating element had failed; replaced and tested for two hours.")),
        new("service", ("设备维修", "Repair"),
            ("磨豆机研磨不均匀", "Grinder grinds unevenly"),
            ("近一周萃取时间忽快忽慢，怀疑刀盘磨损。机器已用约八个月。", "Shots run fast and slow since last week; burrs may be worn. The grinder is about eight months old."),
            ("刀盘磨损超限，已更换并重新校准刻度。", "Burrs worn beyond the limit; replaced and recalibrated.")),
        new("service", ("保养", "Maintenance"),
            ("预约季度保养", "Quarterly maintenance to be arranged"),
            ("滤芯更换提示已亮，客户希望安排在营业前完成，约需一个半小时。", "The filter light is on. They'd like it done before opening; about ninety minutes."),
            ("已更换滤芯和密封圈，水压与温度正常，贴下次保养标签。", "Filter and gaskets replaced, pressure and temperature fine, label for the next visit attached.")),
        new("service", ("使用咨询", "How to"),
            ("新到{coffee}的萃取参数", "Brewing {coffee}"),
            ("客户询问{coffee}的推荐粉量、水温和时间，换豆后出品偏酸。", "They ask for dose, temperature and time for {coffee}; it tastes sour since they changed."),
            ("已发参数卡并电话指导，建议提高水温1度、调细两格，客户确认改善。", "Sent the recipe card and helped by phone: one degree hotter, two steps finer. They say it's better.")),
        new("return", ("退换货", "Returns"),
            ("{product} 申请退货", "Return of {product} asked for"),
            ("客户多订了{product}，未开封，希望退回。烘焙日期在两周内。", "They ordered too much of {product} and would like to send the unopened part back. Roasted within two weeks."),
            ("符合退货条件，已安排取件，收货后退款。", "Accepted; pick-up arranged, refund after receipt.")),
        new("return", ("退换货", "Returns"),
            ("{order} 发错型号", "Wrong model in {order}"),
            ("收到的杯盖口径不对，与现有杯子不匹配，要求换货。", "The lids don't fit the cups they have. They ask for the right ones."),
            ("已换发正确型号，错发部分由司机带回。", "The right ones were sent; the driver took the others back.")),
        new("suggestion", ("产品建议", "Products"),
            ("希望增加 500g 包装", "Would like bags of 500 g"),
            ("小店用量少，1kg开封后风味下降，建议增加500g规格。", "Small cafés don't finish a kilogram in time; a bag of 500 g would help."),
            ("已转产品部，列入下半年包装规划。", "Handed to product planning for the second half of the year.")),
        new("suggestion", ("订货系统", "Ordering"),
            ("希望能看到物流进度", "Would like to track deliveries"),
            ("客户希望下单后能自助查看发货与在途状态，不必每次电话询问。", "They'd like to see where their order is instead of calling each time."),
            ("已开通发货短信通知，在途查询在开发中。", "Shipping notices by SMS are on; tracking is being built.")),
        new("praise", ("服务", "Service"),
            ("感谢上门培训", "Thanks for the training"),
            ("店长来电表扬培训老师耐心，新员工两天就能独立出品。", "The manager called to praise the trainer; new staff work on their own after two days."),
            ("已转达给培训老师。", "Passed on to the trainer.")),
        new("praise", ("产品质量", "Quality"),
            ("{coffee} 很受欢迎", "Guests love {coffee}"),
            ("客户反馈{coffee}上架后成了店里销量第一，准备长期使用。", "Since they serve {coffee} it sells best of all; they want to keep it."),
            ("已回复感谢，并寄送门店展示卡。", "Thanked them and sent display cards.")),
    ];

    public static readonly (string, string)[] Actions =
    [
        ("与承运商签订准点条款，每月复盘", "punctuality clause agreed with the carrier, reviewed monthly"), ("出库前加称重与封口抽检", "weigh and check seams before dispatch"),
        ("开票信息变更需双人复核", "changes of invoice details are checked by two people"), ("深烘批次增加杯测放行", "dark roasts are cupped before release"),
    ];
}
