using ClientLedger.Messages;

namespace ClientLedger.Imports.Files;

/// <summary>Rows of one text or sheet, from the top; rows without a filled cell are left out.</summary>
internal interface IRowSource : IDisposable
{
    FileProgress Progress { get; }

    /// <summary>Why the row that was read last can't be trusted, or null.</summary>
    Refusal? Problem { get; }

    /// <summary>Reads the next row whose number is greater than <paramref name="after"/>; those before it are passed over without making their values.</summary>
    /// <param name="cells">Emptied, and filled with the cells.</param>
    /// <param name="after">Number of the last row that isn't wanted.</param>
    /// <param name="number">The row's number.</param>
    bool TryRead(List<object?> cells, long after, out long number);
}
