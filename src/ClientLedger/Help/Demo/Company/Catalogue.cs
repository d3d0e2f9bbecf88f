namespace ClientLedger.Help.Demo.Company;

/// <summary>The articles of the company: it roasts coffee, and sells what is needed to make and serve it. Its brands are invented.</summary>
internal static class Catalogue
{
    private const string House = "岚屿 Lanyu";

    private static readonly (string Code, string Chinese, string English, decimal Kilogram)[] Coffees =
    [
        ("HSE", "经典意式拼配", "House Espresso", 108), ("DRK", "深烘拼配", "Dark Roast Blend", 92), ("MLK", "奶咖拼配", "Milk Coffee Blend", 102), ("SAN", "巴西桑托斯", "Brazil Santos", 98),
        ("YUN", "云南保山水洗", "Yunnan Baoshan Washed", 96), ("YIR", "耶加雪菲水洗", "Yirgacheffe Washed", 168), ("MAN", "苏门答腊曼特宁", "Sumatra Mandheling", 132),
        ("HUI", "哥伦比亚慧兰", "Colombia Huila", 138), ("COL", "冷萃拼配", "Cold Brew Blend", 99), ("SID", "西达摩日晒", "Sidamo Natural", 158), ("ANT", "危地马拉安提瓜", "Guatemala Antigua", 156),
        ("DEC", "低因拼配", "Decaf Blend", 136), ("KEN", "肯尼亚 AA", "Kenya AA", 188), ("PUE", "云南普洱日晒", "Yunnan Pu'er Natural", 118), ("TAR", "哥斯达黎加塔拉珠蜜处理", "Costa Rica Tarrazú Honey", 172),
        ("GEI", "瑰夏精选批次", "Geisha Reserve Lot", 680),
    ];

    /// <summary>All articles, those that sell best first within their sort.</summary>
    public static readonly IReadOnlyList<Article> All =
    [
        .. Coffees.Select(coffee => new Article(Goods.Beans, $"BE-{coffee.Code}-1000", $"{coffee.Chinese} 1kg", $"{coffee.English} 1 kg", "包", coffee.Kilogram, House)),
        .. Coffees.Select(coffee => new Article(Goods.SmallBeans, $"BE-{coffee.Code}-250", $"{coffee.Chinese} 250g", $"{coffee.English} 250 g", "包", Math.Round(coffee.Kilogram * 0.31m, 0), House)),
        new(Goods.Portions, "PO-DRP-CL", "挂耳咖啡 经典 20片", "Drip bags Classic 20 pcs", "盒", 68, House),
        new(Goods.Portions, "PO-DRP-FR", "挂耳咖啡 花果 20片", "Drip bags Floral 20 pcs", "盒", 78, House),
        new(Goods.Portions, "PO-CAP-IN", "咖啡胶囊 浓郁 50粒", "Capsules Intense 50 pcs", "盒", 145, House),
        new(Goods.Portions, "PO-CAP-LU", "咖啡胶囊 柔和 50粒", "Capsules Mild 50 pcs", "盒", 145, House),
        new(Goods.Portions, "PO-INS-BK", "冻干黑咖啡 30杯", "Freeze-dried Black 30 cups", "盒", 89, House),
        new(Goods.Portions, "PO-GFT-01", "节日礼盒", "Holiday Gift Box", "盒", 238, House),
        new(Goods.Milk, "MI-OAT-12", "燕麦奶 1L×12", "Oat Milk 1 L × 12", "箱", 186, "穗野 Suiye"),
        new(Goods.Milk, "MI-BAR-12", "咖啡师牛奶 1L×12", "Barista Milk 1 L × 12", "箱", 158, "穗野 Suiye"),
        new(Goods.Milk, "SY-VAN-1", "香草糖浆 1L", "Vanilla Syrup 1 L", "瓶", 52, "Bellarove"),
        new(Goods.Milk, "SY-HAZ-1", "榛果糖浆 1L", "Hazelnut Syrup 1 L", "瓶", 52, "Bellarove"),
        new(Goods.Milk, "SY-CAR-1", "焦糖糖浆 1L", "Caramel Syrup 1 L", "瓶", 52, "Bellarove"),
        new(Goods.Milk, "SY-CHO-2", "巧克力酱 2kg", "Chocolate Sauce 2 kg", "瓶", 96, "Bellarove"),
        new(Goods.Supplies, "SU-CUP-12", "热饮杯 12oz 1000只", "Hot Cups 12 oz 1,000 pcs", "箱", 320),
        new(Goods.Supplies, "SU-CUP-08", "热饮杯 8oz 1000只", "Hot Cups 8 oz 1,000 pcs", "箱", 265),
        new(Goods.Supplies, "SU-LID-90", "杯盖 90mm 1000只", "Lids 90 mm 1,000 pcs", "箱", 138),
        new(Goods.Supplies, "SU-CLD-16", "冷饮杯 16oz 1000只", "Cold Cups 16 oz 1,000 pcs", "箱", 345),
        new(Goods.Supplies, "SU-FIL-02", "滤纸 02号 100张", "Filter Papers 02 100 pcs", "包", 24),
        new(Goods.Supplies, "SU-CLN-1", "清洁粉 1kg", "Cleaning Powder 1 kg", "罐", 118, "Bremmik"),
        new(Goods.Supplies, "SU-DSC-1", "除垢剂 1L", "Descaler 1 L", "瓶", 86, "Bremmik"),
        new(Goods.Machines, "MA-TOR-D2", "双头半自动咖啡机", "Two-group Espresso Machine", "台", 36_800, "Torvano", "D2"),
        new(Goods.Machines, "MA-TOR-S1", "单头半自动咖啡机", "Single-group Espresso Machine", "台", 18_600, "Torvano", "S1"),
        new(Goods.Machines, "MA-TOR-A9", "全自动商用咖啡机", "Bean-to-cup Machine", "台", 29_800, "Torvano", "A9"),
        new(Goods.HomeMachines, "MA-TOR-H3", "家用半自动咖啡机", "Home Espresso Machine", "台", 3_680, "Torvano", "H3"),
        new(Goods.HomeMachines, "MA-TOR-C1", "家用胶囊机", "Home Capsule Machine", "台", 890, "Torvano", "C1"),
        new(Goods.HomeMachines, "MA-KET-01", "温控手冲壶", "Temperature-controlled Kettle", "台", 468, "Bremmik", "K1"),
        new(Goods.Grinders, "GR-BRE-64", "商用磨豆机 64mm", "Grinder 64 mm", "台", 5_280, "Bremmik", "G64"),
        new(Goods.Grinders, "GR-BRE-83", "商用磨豆机 83mm", "Grinder 83 mm", "台", 9_600, "Bremmik", "G83"),
        new(Goods.Grinders, "GR-BRE-H2", "家用磨豆机", "Home Grinder", "台", 1_180, "Bremmik", "H2"),
        new(Goods.Parts, "PA-WAT-03", "净水滤芯", "Water Filter Cartridge", "支", 420, "Bremmik", "W3"),
        new(Goods.Parts, "PA-GSK-58", "冲煮头密封圈 58mm", "Group Gasket 58 mm", "套", 68, "Torvano"),
        new(Goods.Parts, "PA-BUR-64", "刀盘 64mm", "Burr Set 64 mm", "套", 780, "Bremmik"),
        new(Goods.Parts, "PA-STM-01", "蒸汽棒组件", "Steam Wand Assembly", "套", 560, "Torvano"),
        new(Goods.Services, "SV-MNT-Q", "季度保养", "Quarterly Maintenance", "次", 680),
        new(Goods.Services, "SV-TRN-D", "咖啡师培训 一天", "Barista Training, one day", "人", 1_200),
        new(Goods.Services, "SV-INS-1", "安装调试", "Installation", "次", 900),
        new(Goods.Services, "SV-RNT-M", "咖啡机月租", "Machine Rental per month", "月", 1_380),
    ];

    private static readonly Dictionary<Goods, Article[]> ByGoods = All.GroupBy(article => article.Goods).ToDictionary(group => group.Key, group => group.ToArray());

    /// <summary>The articles of a sort, those that sell best first.</summary>
    public static IReadOnlyList<Article> Of(Goods goods) => ByGoods[goods];
}
