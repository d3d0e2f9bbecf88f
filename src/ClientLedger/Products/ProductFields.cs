using ClientLedger.Fields;

namespace ClientLedger.Products;

/// <summary>The entity <c>product</c> (goods and services) and its built-in fields.</summary>
public static class ProductFields
{
    private const int Number = 3;
    private static readonly FieldSection Basic = new(Number, "basic");
    private static readonly FieldSection Business = new(Number, "business");

    public static readonly EntityDescriptor Entity = new(
        Number, "product", "products", "pro", new("产品", "Product"), typeof(Product), title: "name",
        [
            Basic.Text(1, "number", "产品编号", "Product number") with { MaxLength = 60, Unique = true, Search = SearchKind.Code },
            Basic.Text(2, "name", "产品名称", "Product name") with { Required = true, Indexed = true, Search = SearchKind.Name, QualityWeight = 8 },
            Basic.Text(3, "category", "产品类别", "Category") with { MaxLength = 100, Indexed = true },
            Basic.Text(4, "brand", "品牌", "Brand") with { MaxLength = 100 },
            Basic.Text(5, "model", "型号", "Model") with { MaxLength = 100 },
            Basic.Text(6, "unit", "计量单位", "Unit") with { MaxLength = 20 },
            Basic.LongText(7, "description", "产品说明", "Description"),

            Business.Money(30, "price", "单价", "Price") with { Minimum = 0 },
            Business.Choice(31, "currency", "币种", "Currency", "currencies"),
            Business.Boolean(32, "active", "在售", "Active") with { Required = true, Default = "true" },
            Business.Integer(33, "book", "台账", "Ledger book") with { Required = true, Default = "1", Minimum = 1 },
        ])
    {
        Columns = ["name", "number", "category", "brand", "unit", "price", "active"],
        Children =
        [
            new("lines", "orderLine", "product"),
            new("tickets", "ticket", "product"),
            new("needs", "need", "product"),
        ],
    };
}
