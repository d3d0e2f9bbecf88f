using System.Globalization;
using System.Text;
using System.Text.Json;
using ClientLedger.Imports.Files;
using ClientLedger.Imports.Mapping;
using ClientLedger.Messages;
using ClientLedger.Tenancy;

namespace ClientLedger.Imports.Refused;

/// <summary>
/// The refused lines of an import as a file that a spreadsheet opens (CSV by RFC 4180, UTF-8 with a mark) and that can be imported again once the lines were
/// corrected: the columns of the original, and why each line was refused, with the field and the column at which the trouble stands.
/// </summary>
public static class RefusedFile
{
    /// <summary>Writes the file. The import must be the person's own (<see cref="ImportRuns"/>), with a plan.</summary>
    /// <param name="language">Of the reasons.</param>
    public static async Task WriteAsync(LedgerScope scope, ImportRun run, Stream output, Language language, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(run);
        var headings = JsonSerializer.Deserialize<string[]>(run.Headings!)!;
        var group = RowMarks.GroupColumn(ImportPlan.FromJson(run.Plan!));
        var columns = Enumerable.Range(0, headings.Length).Where(column => !ReturnedFile.IsAdded(headings[column], group)).ToArray();
        await using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        string[] added = group is null ? [ReturnedFile.Reasons.In(language)] : [ReturnedFile.NumberOf(group), ReturnedFile.Reasons.In(language)];
        await WriteLineAsync(writer, columns.Select(column => headings[column]).Concat(added));

        var reasons = new RefusedReasons(run, scope.Schema, language);
        await foreach (var line in RefusedLine.AllAsync(scope, run.Id, cancellationToken))
        {
            string[] end = group is null ? [reasons.Of(line)] : [line.Number.ToString(CultureInfo.InvariantCulture), reasons.Of(line)];
            await WriteLineAsync(writer, columns.Select(column => line.Cells[column]).Concat(end));
        }
    }

    private static Task WriteLineAsync(StreamWriter writer, IEnumerable<string?> cells) => writer.WriteLineAsync(string.Join(',', cells.Select(Cell)));

    private static string Cell(string? text)
    {
        var cell = ReturnedFile.Guarded(text ?? "");
        return cell.AsSpan().ContainsAny(",\"\r\n") || cell != cell.Trim() ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
    }
}
