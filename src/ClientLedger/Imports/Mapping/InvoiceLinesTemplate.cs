namespace ClientLedger.Imports.Mapping;

/// <summary>
/// Invoice lines in the shape of the UCI Online Retail data: each line yields customer, product, order and order line. An order line is known
/// by its invoice and its running number in it; invoices that begin with C are returns, whose quantities are written negative in the file.
/// </summary>
internal static class InvoiceLinesTemplate
{
    public static readonly PlanTemplate Template = new(
        "invoiceLines",
        new("发票明细", "Invoice lines"),
        ["InvoiceNo", "StockCode", "Description", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID", "Country"],
        new()
        {
            Counts = "orderLine",
            Entities =
            [
                new("customer")
                {
                    Key = "number",
                    Fields =
                    [
                        new("number") { From = new FromColumn("CustomerID") },
                        new("name") { IfNew = new FromColumn("CustomerID") },
                        new("country") { From = new FromColumn("Country"), Convert = new() { Values = Countries } },
                    ],
                },
                new("product")
                {
                    Key = "number",
                    Fields =
                    [
                        new("number") { From = new FromColumn("StockCode") },
                        new("name") { From = new FromColumn("Description"), IfNew = new FromColumn("StockCode") },
                    ],
                },
                new("order")
                {
                    Key = "number",
                    Fields =
                    [
                        new("number") { From = new FromColumn("InvoiceNo") },
                        new("customer") { From = new RecordOfLine("customer") },
                        new("orderedAt") { From = new FromColumn("InvoiceDate") },

                        // No column says it: the data set's description does.
                        new("currency") { From = new Constant("GBP") },
                    ],
                },
                new("orderLine")
                {
                    Key = "number",
                    Fields =
                    [
                        new("number") { From = new RunningNumber("InvoiceNo", "-") },
                        new("order") { From = new RecordOfLine("order") },
                        new("product") { From = new RecordOfLine("product") },
                        new("description") { From = new FromColumn("Description") },
                        new("quantity") { From = new FromColumn("Quantity") },
                        new("unitPrice") { From = new FromColumn("UnitPrice") },
                    ],
                },
            ],
            Rules = [new("InvoiceNo", "C*", [new SetField("order", "kind", "return"), new NegateField("orderLine", "quantity")])],
        });

    /// <summary>Names in this data that are no country's, or an unusual one.</summary>
    private static Dictionary<string, string> Countries => new()
    {
        ["EIRE"] = "IE",
        ["RSA"] = "ZA",
        ["USA"] = "US",
        ["Channel Islands"] = "",
        ["European Community"] = "",
        ["Unspecified"] = "",
    };
}
