using ClientLedger.Writing;

namespace ClientLedger.Imports.Mapping;

/// <summary>The files of the Northwind sample: customers with a contact each, products, orders and their details, linked by their numbers and imported in this order.</summary>
internal static class NorthwindTemplates
{
    public static readonly IReadOnlyList<PlanTemplate> All =
    [
        new("northwindCustomers", new("Northwind 客户", "Northwind customers"), ["CustomerID", "CompanyName", "ContactName", "ContactTitle", "Phone", "Fax"], Customers()),
        new("northwindProducts", new("Northwind 产品", "Northwind products"), ["ProductID", "ProductName", "QuantityPerUnit", "UnitPrice", "Discontinued"], Products()),
        new("northwindOrders", new("Northwind 订单", "Northwind orders"), ["OrderID", "CustomerID", "OrderDate", "RequiredDate", "ShippedDate"], Orders()),
        new("northwindOrderDetails", new("Northwind 订单明细", "Northwind order details"), ["OrderID", "ProductID", "UnitPrice", "Quantity", "Discount"], OrderDetails()),
    ];

    private static ImportPlan Customers() => new()
    {
        Counts = "customer",

        // Customers have numbers of their own: two with one phone are two.
        Duplicates = DuplicatePolicy.Create,
        Entities =
        [
            new("customer")
            {
                Key = "number",
                Fields =
                [
                    new("number") { From = new FromColumn("CustomerID") },
                    new("name") { From = new FromColumn("CompanyName") },
                    new("street") { From = new FromColumn("Address") },
                    new("city") { From = new FromColumn("City") },
                    new("postalCode") { From = new FromColumn("PostalCode") },
                    new("country") { From = new FromColumn("Country"), Convert = new() { Values = new Dictionary<string, string> { ["UK"] = "GB", ["USA"] = "US" } } },

                    // Numbers of 1996 that aren't in use any more go to the remarks.
                    new("phones") { From = new FromColumn("Phone"), Convert = new() { CountryColumn = "Country", UnreadableTo = "remarks" } },
                ],
            },
            new("contact")
            {
                Fields =
                [
                    new("name") { From = new FromColumn("ContactName") },
                    new("jobTitle") { From = new FromColumn("ContactTitle") },
                    new("customer") { From = new RecordOfLine("customer") },
                ],
            },
        ],
    };

    private static ImportPlan Products() => new()
    {
        Counts = "product",
        Entities =
        [
            new("product")
            {
                Key = "number",
                Fields =
                [
                    new("number") { From = new FromColumn("ProductID") },
                    new("name") { From = new FromColumn("ProductName") },
                    new("unit") { From = new FromColumn("QuantityPerUnit") },
                    new("price") { From = new FromColumn("UnitPrice") },
                    new("active") { From = new FromColumn("Discontinued"), Convert = new() { Negated = true } },
                ],
            },
        ],
    };

    private static ImportPlan Orders() => new()
    {
        Counts = "order",
        Entities =
        [
            new("order")
            {
                Key = "number",
                Fields =
                [
                    new("number") { From = new FromColumn("OrderID") },
                    new("customer") { From = new RecordByField("number", "CustomerID") },
                    new("orderedAt") { From = new FromColumn("OrderDate") },
                    new("deliverOn") { From = new FromColumn("RequiredDate") },
                ],
            },
        ],
    };

    private static ImportPlan OrderDetails() => new()
    {
        Counts = "orderLine",
        Entities =
        [
            new("orderLine")
            {
                Key = "number",
                Fields =
                [
                    new("number") { From = new JoinedColumns(["OrderID", "ProductID"], "-") },
                    new("order") { From = new RecordByField("number", "OrderID") },
                    new("product") { From = new RecordByField("number", "ProductID") },
                    new("quantity") { From = new FromColumn("Quantity") },
                    new("unitPrice") { From = new FromColumn("UnitPrice") },

                    // The file has the rate of the discount, the ledger its amount.
                    new("discount") { From = new ProductOfColumns(["Quantity", "UnitPrice", "Discount"]) },
                ],
            },
        ],
    };
}
