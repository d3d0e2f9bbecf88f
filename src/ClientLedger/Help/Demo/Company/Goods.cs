namespace ClientLedger.Help.Demo.Company;

/// <summary>Sorts of goods, as customers buy them.</summary>
internal enum Goods
{
    /// <summary>Roasted coffee by the kilogram.</summary>
    Beans,

    /// <summary>Roasted coffee in small bags.</summary>
    SmallBeans,

    /// <summary>Drip bags, capsules and instant coffee.</summary>
    Portions,
    Milk,
    Supplies,
    Machines,
    HomeMachines,
    Grinders,
    Parts,
    Services,
}

/// <summary>What the company sells.</summary>
/// <param name="Number">Product number.</param>
/// <param name="Chinese">As Chinese customers call it.</param>
/// <param name="English">As customers abroad call it.</param>
/// <param name="Price">In yuan.</param>
internal sealed record Article(Goods Goods, string Number, string Chinese, string English, string Unit, decimal Price, string? Brand = null, string? Model = null)
{
    /// <summary>Name in the ledger, in both languages.</summary>
    public string Name => $"{Chinese} {English}";

    public bool IsCoffee => Goods is Goods.Beans or Goods.SmallBeans;

    public string Category => Goods switch
    {
        Goods.Beans or Goods.SmallBeans => "咖啡豆 Coffee beans",
        Goods.Portions => "挂耳与胶囊 Drip bags and capsules",
        Goods.Milk => "糖浆与奶品 Syrups and milk",
        Goods.Supplies => "耗材 Supplies",
        Goods.Machines or Goods.HomeMachines => "咖啡机 Machines",
        Goods.Grinders => "磨豆机 Grinders",
        Goods.Parts => "配件 Spare parts",
        _ => "服务 Services",
    };
}
