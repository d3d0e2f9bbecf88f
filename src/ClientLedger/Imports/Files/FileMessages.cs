using ClientLedger.Messages;

namespace ClientLedger.Imports.Files;

/// <summary>Why a file, or a row of it, can't be read.</summary>
internal static class FileMessages
{
    public static readonly MessageCode Empty = new("import.fileEmpty",
        "The file '{name}' is empty. Choose a file that holds rows.",
        "文件“{name}”是空的，请选择有内容的文件。");

    public static readonly MessageCode TooLarge = new("import.fileTooLarge",
        "The file '{name}' has {size} MB, and at most {most} MB can be imported at once. Split it into several files.",
        "文件“{name}”大小为 {size} MB，一次最多可导入 {most} MB，请拆分成多个文件。");

    public static readonly MessageCode TooManyRows = new("import.tooManyRows",
        "The file has more than {most} rows. Split it into several files.",
        "文件超过 {most} 行，请拆分成多个文件。");

    public static readonly MessageCode TooManyColumns = new("import.tooManyColumns",
        "Row {row} has more than {most} columns. Check whether the delimiter is right, or delete columns that aren't needed.",
        "第 {row} 行超过 {most} 列。请检查分隔符是否正确，或删除不需要的列。");

    public static readonly MessageCode NoRows = new("import.noRows",
        "There are no rows in '{name}'. Fill in rows, or choose another file or sheet.",
        "“{name}”中没有数据行。请填写数据，或选择其他文件或工作表。");

    public static readonly MessageCode NotATable = new("import.notATable",
        "The file '{name}' isn't a table of text: it is {kind}. Save it as XLSX or CSV and upload that.",
        "文件“{name}”不是表格文本，而是{kind}。请另存为 XLSX 或 CSV 后再上传。");

    public static readonly MessageCode Packed = new("import.filePacked",
        "The file '{name}' is an archive. Unpack it and upload the table in it.",
        "文件“{name}”是压缩包，请解压后上传其中的表格。");

    public static readonly MessageCode Damaged = new("import.fileDamaged",
        "The workbook '{name}' is damaged and can't be read at row {row}. Open it in a spreadsheet program, save it anew and upload that.",
        "工作簿“{name}”已损坏，在第 {row} 行无法读取。请用表格软件打开并重新保存后再上传。");

    public static readonly MessageCode Encrypted = new("import.fileEncrypted",
        "The workbook '{name}' is protected by a password. Save it without a password and upload that.",
        "工作簿“{name}”有密码保护。请取消密码并另存后再上传。");

    public static readonly MessageCode UnpacksTooLarge = new("import.unpacksTooLarge",
        "The workbook '{name}' unpacks to more than can be imported at once ({most} MB). Save the sheet as CSV and upload that.",
        "工作簿“{name}”解压后超过一次可导入的大小（{most} MB）。请将工作表另存为 CSV 后再上传。");

    public static readonly MessageCode NoSheets = new("import.noSheets",
        "The workbook '{name}' has no sheet with cells. Choose another file.",
        "工作簿“{name}”中没有含单元格的工作表，请选择其他文件。");

    public static readonly MessageCode SheetUnknown = new("import.sheetUnknown",
        "The workbook has no sheet named '{sheet}'. Choose one of: {sheets}.",
        "工作簿中没有名为“{sheet}”的工作表。请从以下选择：{sheets}。");

    public static readonly MessageCode EncodingUnclear = new("import.encodingUnclear",
        "It isn't clear in which encoding '{name}' was saved. Choose it yourself, or save the file as UTF-8 and upload that.",
        "无法确定“{name}”的文字编码。请自行选择编码，或将文件另存为 UTF-8 后再上传。");

    public static readonly MessageCode EncodingUnknown = new("import.encodingUnknown",
        "There is no encoding named '{encoding}'. Choose one from the list.",
        "没有名为“{encoding}”的编码，请从列表中选择。");

    public static readonly MessageCode DelimiterUnusable = new("import.delimiterUnusable",
        "The character '{delimiter}' can't stand between cells. Choose a comma, a semicolon, a tab, | or another sign.",
        "字符“{delimiter}”不能用作分隔符。请选择逗号、分号、制表符、| 或其他符号。");

    public static readonly MessageCode HeadingsMissing = new("import.headingsMissing",
        "There is no row {row} to take the headings from. Choose a row that is filled.",
        "没有可作标题的第 {row} 行，请选择有内容的行。");

    public static readonly MessageCode QuoteOpen = new("import.quoteOpen",
        "The quotation mark that opens in line {row} isn't closed. Close or delete it, and upload the file again.",
        "第 {row} 行的引号没有配对。请补全或删除该引号，然后重新上传文件。");

    public static readonly MessageCode CellTooLong = new("import.cellTooLong",
        "A cell of row {row} has more than {most} characters. Shorten it.",
        "第 {row} 行有单元格超过 {most} 个字符，请缩短。");

    public static readonly MessageCode RowTooLong = new("import.rowTooLong",
        "Row {row} has {cells} cells for {columns} columns. A value may hold the delimiter without standing in quotation marks; put it in quotation marks.",
        "第 {row} 行有 {cells} 个单元格，而表头只有 {columns} 列。可能有值包含分隔符却未加引号，请给该值加上引号。");
}
