namespace ClientLedger.Imports.Files.Workbooks;

/// <summary>A block of cells that a sheet shows as one; rows and columns count from 0, both ends belong to it.</summary>
internal readonly record struct MergedBlock(int FirstRow, int LastRow, int FirstColumn);

/// <summary>
/// Gives the value of a merged block to each of its rows, in its first column: a customer's name merged over three lines belongs to all
/// three. It isn't repeated to the right, since a title merged over all columns names none of them.
/// </summary>
internal sealed class MergedCells
{
    private readonly MergedBlock[] blocks;
    private readonly List<(MergedBlock Block, object Value)> open = [];
    private int next;

    public MergedCells(IEnumerable<MergedBlock> merged) =>
        blocks = [.. merged.Where(block => block.LastRow > block.FirstRow).OrderBy(block => block.FirstRow)];

    /// <summary>Fills a row's cells; rows come in their order, and each once.</summary>
    public void Fill(int row, List<object?> cells)
    {
        open.RemoveAll(entry => entry.Block.LastRow < row);
        foreach (var (block, value) in open)
        {
            while (cells.Count <= block.FirstColumn)
            {
                cells.Add(null);
            }

            cells[block.FirstColumn] ??= value;
        }

        for (; next < blocks.Length && blocks[next].FirstRow <= row; next++)
        {
            var block = blocks[next];
            if (block.FirstRow == row && block.FirstColumn < cells.Count && cells[block.FirstColumn] is { } value)
            {
                open.Add((block, value));
            }
        }
    }
}
