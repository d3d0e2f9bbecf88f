using System.IO.Compression;
using System.Xml;
using ClientLedger.Messages;

namespace ClientLedger.Imports.Files.Workbooks;

/// <summary>A sheet of a workbook.</summary>
/// <param name="Part">Path of its part in the package.</param>
internal sealed record XlsxSheet(string Name, string Part, bool IsHidden);

/// <summary>
/// An Office Open XML workbook (ECMA-376, transitional or strict): its sheets, date system, cell formats and shared texts. The names of XML
/// namespaces differ between the two and aren't looked at.
/// </summary>
internal sealed class XlsxWorkbook : IDisposable
{
    private readonly ZipArchive archive;
    private readonly FileLimits limits;
    private readonly string fileName;
    private List<string>? texts;
    private NumberKind[]? kinds;
    private string? textsPart;
    private string? stylesPart;

    /// <summary>Opens a package; the stream stays open.</summary>
    /// <exception cref="RefusedException">It is packed, but not such a workbook.</exception>
    public XlsxWorkbook(Stream stream, string fileName, FileLimits limits)
    {
        this.limits = limits;
        this.fileName = fileName;
        stream.Position = 0;
        archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        Sheets = ReadWorkbook(PackageKind.WorkbookPart(archive, fileName));
    }

    public IReadOnlyList<XlsxSheet> Sheets { get; }

    /// <summary>Day numbers count from 1904 instead of 1900.</summary>
    public bool Since1904 { get; private set; }

    public void Dispose() => archive.Dispose();

    /// <summary>A part as a stream that ends in a refusal when it unpacks to too much, and its size as the package states it; null when there is none.</summary>
    public (BoundedStream Stream, long Length)? Open(string part)
    {
        if (archive.GetEntry(part) is not { } entry)
        {
            return null;
        }

        return entry.Length <= limits.UnpackedBytes
            ? (new BoundedStream(entry.Open(), limits.UnpackedBytes, fileName), entry.Length)
            : throw new RefusedException(BoundedStream.TooLarge(limits.UnpackedBytes, fileName));
    }

    /// <summary>A reader over a part, without entities and without anything from outside.</summary>
    public static XmlReader Read(Stream part) => XmlReader.Create(
        part, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true });

    /// <summary>A text that cells share, by its place; null when there is none.</summary>
    public string? TextAt(int index)
    {
        texts ??= textsPart is not null && Open(textsPart) is { } part ? XlsxTexts.Read(part.Stream, limits.SharedCharacters, fileName) : [];
        return index >= 0 && index < texts.Count ? texts[index] : null;
    }

    /// <summary>What the format of a cell's style says of its number.</summary>
    public NumberKind KindOf(int style)
    {
        kinds ??= stylesPart is not null && Open(stylesPart) is { } part ? XlsxStyles.Read(part.Stream) : [];
        return style >= 0 && style < kinds.Length ? kinds[style] : NumberKind.Number;
    }

    private List<XlsxSheet> ReadWorkbook(string workbookPart)
    {
        var sheets = new List<XlsxSheet>();
        if (Open(workbookPart) is not { } part)
        {
            return sheets;
        }

        var relations = ReadRelations(workbookPart);
        textsPart = relations.Values.FirstOrDefault(relation => relation.Type.EndsWith("/sharedStrings", StringComparison.Ordinal)).Target;
        stylesPart = relations.Values.FirstOrDefault(relation => relation.Type.EndsWith("/styles", StringComparison.Ordinal)).Target;
        using var reader = Read(part.Stream);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "workbookPr" && reader.Depth == 1)
            {
                Since1904 = reader.GetAttribute("date1904") is "1" or "true";
            }
            else if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "sheet" && Relation(reader, relations) is { } target)
            {
                sheets.Add(new(reader.GetAttribute("name") ?? "", target, reader.GetAttribute("state") is "hidden" or "veryHidden"));
            }
        }

        return sheets;
    }

    /// <summary>Chart sheets and the like have no cells and are left out.</summary>
    private static string? Relation(XmlReader reader, Dictionary<string, (string Type, string Target)> relations)
    {
        string? id = null;
        while (reader.MoveToNextAttribute())
        {
            id = reader.LocalName == "id" ? reader.Value : id;
        }

        reader.MoveToElement();
        return id is not null && relations.TryGetValue(id, out var relation) && relation.Type.EndsWith("/worksheet", StringComparison.Ordinal) ? relation.Target : null;
    }

    private Dictionary<string, (string Type, string Target)> ReadRelations(string ofPart)
    {
        var folder = ofPart.Contains('/') ? ofPart[..(ofPart.LastIndexOf('/') + 1)] : "";
        var relations = new Dictionary<string, (string, string)>();
        if (Open($"{folder}_rels/{ofPart[folder.Length..]}.rels") is not { } part)
        {
            return relations;
        }

        using var reader = Read(part.Stream);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "Relationship" && reader.GetAttribute("Target") is { } target)
            {
                relations[reader.GetAttribute("Id") ?? ""] = (reader.GetAttribute("Type") ?? "", target.StartsWith('/') ? target[1..] : folder + target);
            }
        }

        return relations;
    }
}
