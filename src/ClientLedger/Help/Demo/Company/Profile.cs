namespace ClientLedger.Help.Demo.Company;

/// <summary>A sort of customer: what it is called, and how much it buys of what.</summary>
/// <param name="Share">How many of a thousand customers.</param>
/// <param name="Industries">Codes of GB/T 4754; persons have none.</param>
/// <param name="Trades">What stands in its name, most frequent first.</param>
/// <param name="LeastWeight">How often it orders, against the others.</param>
/// <param name="Quantity">The usual quantity of beans and supplies.</param>
/// <param name="Buys">What it buys, by weight.</param>
internal sealed record Profile(
    string Name, int Share, bool IsAbroad, IReadOnlyList<string> Industries, IReadOnlyList<string> Trades, int LeastWeight, int MostWeight, int Quantity,
    IReadOnlyList<(Goods Item, int Weight)> Buys)
{
    private static readonly (Goods, int)[] Bar = [(Goods.Beans, 62), (Goods.Milk, 14), (Goods.Supplies, 13), (Goods.Parts, 4), (Goods.Machines, 2), (Goods.Grinders, 1), (Goods.Services, 4)];
    private static readonly (Goods, int)[] Kitchen = [(Goods.Beans, 52), (Goods.Milk, 22), (Goods.Supplies, 14), (Goods.Portions, 4), (Goods.Parts, 3), (Goods.Machines, 2), (Goods.Services, 3)];
    private static readonly (Goods, int)[] Pantry = [(Goods.Beans, 38), (Goods.Portions, 34), (Goods.Milk, 10), (Goods.Supplies, 8), (Goods.Machines, 3), (Goods.Services, 7)];
    private static readonly (Goods, int)[] Shelf = [(Goods.Portions, 46), (Goods.SmallBeans, 46), (Goods.Milk, 8)];
    private static readonly (Goods, int)[] Kitchenette = [(Goods.SmallBeans, 62), (Goods.Portions, 22), (Goods.Supplies, 8), (Goods.HomeMachines, 5), (Goods.Grinders, 3)];
    private static readonly (Goods, int)[] Warehouse = [(Goods.Beans, 80), (Goods.Portions, 14), (Goods.Supplies, 6)];

    /// <summary>All sorts; their shares are a thousand together.</summary>
    public static readonly IReadOnlyList<Profile> All =
    [
        new("cafe", 230, false, ["6232"], ["咖啡馆", "咖啡店", "咖啡工坊", "咖啡有限公司", "餐饮管理有限公司", "咖啡烘焙坊"], 6, 20, 6, Bar),
        new("cafeChain", 25, false, ["6232"], ["咖啡连锁管理有限公司", "餐饮集团有限公司", "品牌管理有限公司"], 70, 190, 24, Bar),
        new("hotel", 50, false, ["6110", "6121"], ["大酒店有限公司", "酒店管理有限公司", "精品酒店", "度假酒店有限公司"], 15, 50, 10, Kitchen),
        new("restaurant", 90, false, ["6210", "6220"], ["餐饮有限公司", "西餐厅", "餐厅", "小馆", "餐饮管理有限公司"], 5, 18, 5, Kitchen),
        new("bakery", 70, false, ["1411", "5222"], ["烘焙食品有限公司", "面包房", "蛋糕店", "食品有限公司"], 6, 20, 5, Kitchen),
        new("office", 95, false, ["6513", "7241", "7259", "7291", "6431"], ["科技有限公司", "信息技术有限公司", "文化传媒有限公司", "企业咨询有限公司", "设计有限公司"], 4, 16, 4, Pantry),
        new("shop", 55, false, ["5212", "5213", "5292", "5226"], ["便利连锁有限公司", "超市有限公司", "电子商务有限公司", "商贸有限公司"], 10, 40, 20, Shelf),
        new("campus", 15, false, ["8341"], ["学院后勤服务中心", "大学城餐饮服务有限公司", "职业技术学院"], 8, 25, 8, Kitchen),
        new("person", 200, false, [], [], 1, 5, 2, Kitchenette),
        new("cafeAbroad", 60, true, ["6232"], ["Coffee House", "Coffee Bar", "Espresso", "Café", "Coffee"], 3, 12, 8, Bar),
        new("distributorAbroad", 25, true, ["5127"], ["Coffee Imports", "Trading", "Fine Foods", "Beverage Supply"], 20, 80, 60, Warehouse),
        new("hotelAbroad", 35, true, ["6110", "6210"], ["Hotel", "Hotels", "Inn", "Restaurants"], 4, 14, 8, Kitchen),
        new("personAbroad", 50, true, [], [], 1, 4, 2, Kitchenette),
    ];

    public bool IsPerson => Industries.Count == 0;
}
