using System.Globalization;
using System.Xml;

namespace ClientLedger.Imports.Files.Workbooks;

/// <summary>The number formats of cell styles, as far as they tell times from numbers (ECMA-376 part 1, 18.8).</summary>
internal static class XlsxStyles
{
    /// <summary>The kind of each cell style, in the order by which cells name them.</summary>
    public static NumberKind[] Read(BoundedStream part)
    {
        var custom = new Dictionary<int, NumberKind>();
        var kinds = new List<NumberKind>();
        var inCellStyles = false;
        using var reader = XlsxWorkbook.Read(part);
        while (reader.Read())
        {
            if (reader.LocalName == "cellXfs")
            {
                inCellStyles = reader.NodeType == XmlNodeType.Element;
            }
            else if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "numFmt" && reader.GetAttribute("formatCode") is { } code)
            {
                custom[NumberOf(reader, "numFmtId")] = SheetTimes.KindOf(code);
            }
            else if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "xf" && inCellStyles)
            {
                var format = NumberOf(reader, "numFmtId");
                kinds.Add(custom.TryGetValue(format, out var kind) ? kind : SheetTimes.KindOf(format));
            }
        }

        return [.. kinds];
    }

    private static int NumberOf(XmlReader reader, string attribute) =>
        int.TryParse(reader.GetAttribute(attribute), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
