using System.Text.Json.Serialization;

namespace ClientLedger.Imports.Files;

/// <summary>What kind of file an upload turned out to be, by its content and not by its name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FileFormat>))]
public enum FileFormat
{
    /// <summary>Lines of text with cells apart by a delimiter: CSV, TSV.</summary>
    Text,

    /// <summary>Office Open XML workbook: .xlsx, .xlsm.</summary>
    Xlsx,

    /// <summary>Binary workbook of Excel up to 2003: .xls, .et.</summary>
    Xls,
}
