using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using ClientLedger.Fields.Values;
using ClientLedger.Imports.Files;

namespace ClientLedger.Imports.Mapping;

/// <summary>A row with what only the rows before it tell.</summary>
/// <param name="Number">Running number, from 1, among the rows that share the value of the plan's group column; 0 without a value.</param>
/// <param name="IsRepeat">A row before it is equal in every cell.</param>
public readonly record struct MarkedRow(FileRow Row, int Number, bool IsRepeat);

/// <summary>
/// Numbers the rows of a file within their groups and knows repeated rows again. Both depend on the file alone: every row counts, in the order
/// of the file, whatever became of it. So nothing of this is kept in a checkpoint. A resumed run marks the rows before its checkpoint anew, which
/// is a matter of reading them (a second for half a million), and goes on with the same numbers; borders of batches don't matter.
/// Memory is bounded by the rows that a file may have: 28 bytes for each group, by a hash of its value (two groups with one hash would share
/// their numbers, which stay different since the value stands before them), and as many for each row where identical ones are skipped.
/// Lines that were refused and come in again bring the numbers that they had in their file.
/// </summary>
public sealed class RowMarks
{
    private readonly int group = -1;
    private readonly int given = -1;
    private readonly Dictionary<ulong, int>? counts;
    private readonly HashSet<UInt128>? seen;
    private string lastValue = "";
    private ulong lastHash;

    private RowMarks(ImportPlan plan, IReadOnlyList<string> headings)
    {
        if (GroupColumn(plan) is { } column)
        {
            var places = headings.ToList();
            group = places.IndexOf(column);
            given = places.IndexOf(ReturnedFile.NumberOf(column));
            counts = given < 0 ? [] : null;
        }

        seen = plan.SkipIdentical ? [] : null;
    }

    /// <summary>The rows of a file after a row, with their marks; rows are read from the start when the plan needs marks, else passed over.</summary>
    public static IEnumerable<MarkedRow> Read(ImportFile file, ImportPlan plan, long afterRow = 0)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(plan);
        var marks = new RowMarks(plan, file.Headings);
        var needed = marks.counts is not null || marks.seen is not null;
        return file.Rows(needed ? 0 : afterRow).Select(marks.Mark).Where(marked => marked.Row.Number > afterRow);
    }

    /// <summary>The column by which a plan numbers, or null.</summary>
    internal static string? GroupColumn(ImportPlan plan) => Sources(plan).OfType<RunningNumber>().FirstOrDefault()?.Group;

    internal static IEnumerable<ValueSource> Sources(ImportPlan plan) =>
        plan.Entities.SelectMany(entity => entity.Fields).SelectMany(field => new[] { field.From, field.IfNew }).OfType<ValueSource>();

    private MarkedRow Mark(FileRow row)
    {
        var number = given >= 0 && int.TryParse(CellKinds.TextOf(row[given]), NumberStyles.None, CultureInfo.InvariantCulture, out var had) ? had : 0;
        if (counts is not null && CellKinds.TextOf(row[group]) is { } value)
        {
            number = ++CollectionsMarshal.GetValueRefOrAddDefault(counts, HashOf(value), out _);
        }

        return new(row, number, seen is not null && !seen.Add(HashOf(row)));
    }

    /// <summary>FNV-1a over the folded value, by which the ledger compares.</summary>
    private ulong HashOf(string value)
    {
        if (value == lastValue)
        {
            return lastHash;
        }

        var hash = 14695981039346656037UL;
        foreach (var c in FoldedText.Key(value))
        {
            hash = (hash ^ c) * 1099511628211UL;
        }

        (lastValue, lastHash) = (value, hash);
        return hash;
    }

    private static UInt128 HashOf(FileRow row)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        for (var column = 0; column < row.Count; column++)
        {
            hash.AppendData(MemoryMarshal.AsBytes((CellKinds.TextOf(row[column]) ?? "").AsSpan()));
            hash.AppendData([0xFF, 0xFF]);
        }

        hash.GetHashAndReset(digest);
        return MemoryMarshal.Read<UInt128>(digest);
    }
}
