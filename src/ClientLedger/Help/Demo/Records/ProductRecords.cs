using ClientLedger.Help.Demo.Company;

namespace ClientLedger.Help.Demo.Records;

/// <summary>The articles.</summary>
internal static class ProductRecords
{
    public static void Add(RecordSheet sheet)
    {
        foreach (var article in Catalogue.All)
        {
            sheet.Add(
                "product",
                ("number", article.Number),
                ("name", article.Name),
                ("category", article.Category),
                ("brand", article.Brand),
                ("model", article.Model),
                ("unit", article.Unit),
                ("price", article.Price),
                ("currency", "CNY"));
        }
    }
}
