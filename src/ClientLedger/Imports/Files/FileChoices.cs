namespace ClientLedger.Imports.Files;

/// <summary>How a file is to be read where that is settled; what is null is found by looking at the file. Reads and writes as JSON.</summary>
public sealed record FileChoices
{
    /// <summary>Everything is found.</summary>
    public static readonly FileChoices None = new();

    /// <summary>Name of a text encoding, as <c>utf-8</c> or <c>gb18030</c>.</summary>
    public string? Encoding { get; init; }

    /// <summary>The character between two cells of a line.</summary>
    public char? Delimiter { get; init; }

    /// <summary>The character around cells that hold delimiters or line breaks; U+0000 for none.</summary>
    public char? Quote { get; init; }

    /// <summary>Name of the sheet of a workbook.</summary>
    public string? Sheet { get; init; }

    /// <summary>Number of the row that holds the headings; 0 when there are none. Rows above it aren't read.</summary>
    public long? HeadingsAt { get; init; }
}

/// <summary>How a file is read: what was found, and what the user overruled.</summary>
public sealed record FileLayout
{
    public required FileFormat Format { get; init; }

    /// <summary>Name of the text encoding; null for workbooks.</summary>
    public string? Encoding { get; init; }

    /// <summary>The character between cells; null for workbooks.</summary>
    public char? Delimiter { get; init; }

    /// <summary>The character around cells; U+0000 for none, null for workbooks.</summary>
    public char? Quote { get; init; }

    /// <summary>The sheet that is read; null for text.</summary>
    public string? Sheet { get; init; }

    /// <summary>All sheets of the workbook, in their order; empty for text.</summary>
    public IReadOnlyList<string> Sheets { get; init; } = [];

    /// <summary>Number of the row that holds the headings; 0 when there are none.</summary>
    public long HeadingsAt { get; init; }

    /// <summary>The choices with which the same file is read in the same way again, without looking.</summary>
    public FileChoices AsChoices() => new() { Encoding = Encoding, Delimiter = Delimiter, Quote = Quote, Sheet = Sheet, HeadingsAt = HeadingsAt };
}

/// <summary>What a file may be at most; more is refused with a message that names the limit.</summary>
public sealed record FileLimits
{
    public static readonly FileLimits Default = new();

    /// <summary>Bytes of the file as it was uploaded.</summary>
    public long Bytes { get; init; } = 300L * 1024 * 1024;

    /// <summary>Rows with at least one filled cell, headings left out.</summary>
    public long Rows { get; init; } = 2_000_000;

    public int Columns { get; init; } = 500;

    /// <summary>Characters of one cell.</summary>
    public int CellCharacters { get; init; } = 1_000_000;

    /// <summary>Bytes that one part of a packed workbook may unpack to: it is read as a stream, so this bounds time and not memory.</summary>
    public long UnpackedBytes { get; init; } = 4L * 1024 * 1024 * 1024;

    /// <summary>Characters of the texts that a workbook's cells share, which are kept in memory while it is read.</summary>
    public long SharedCharacters { get; init; } = 64L * 1024 * 1024;
}
