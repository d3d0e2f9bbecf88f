using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using ClientLedger.Imports.Files;
using ClientLedger.Imports.Mapping;
using ClientLedger.Imports.Uploads;
using ClientLedger.Messages;
using ClientLedger.Storage.Secrets;
using ClientLedger.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Imports.Refused;

/// <summary>A line that wasn't imported.</summary>
/// <param name="Row">Its number in the file.</param>
/// <param name="Number">Its running number, where the plan numbers lines; else 0.</param>
/// <param name="Cells">As texts, null for empty ones.</param>
/// <param name="Reasons">With the field each stands at as <c>entity.field</c>.</param>
internal sealed record RefusedLine(long Row, int Number, IReadOnlyList<string?> Cells, IReadOnlyList<Refusal> Reasons)
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static RefusedLine Of(MarkedRow row, LineResult result) =>
        new(row.Row.Number, row.Number, [.. Enumerable.Range(0, row.Row.Count).Select(column => CellKinds.TextOf(row.Row[column]))], result.Refusals);

    /// <summary>Lines of one batch as they are kept; there is at least one.</summary>
    public static RefusedLines Keep(TenantSecrets secrets, long importId, IReadOnlyList<RefusedLine> lines)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Plain))
        {
            writer.WriteStartArray();
            foreach (var line in lines)
            {
                line.Write(writer);
            }

            writer.WriteEndArray();
        }

        var plain = buffer.GetBuffer().AsSpan(0, (int)buffer.Length);
        return new() { ImportId = importId, FirstRow = lines[0].Row, Bytes = plain.Length, Content = PackedPart.Pack(secrets, PlaceOf(importId, lines[0].Row), plain) };
    }

    /// <summary>The refused lines of an import in the order of its file. The import must be the person's own (<see cref="ImportRuns"/>).</summary>
    public static async IAsyncEnumerable<RefusedLine> AllAsync(LedgerScope scope, long importId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var context = scope.Database.CreateContext(scope.TenantId);
        for (var after = -1L; ;)
        {
            // A query for each batch: whoever takes the lines may take long, and holds no connection meanwhile.
            var next = context.Set<RefusedLines>().AsNoTracking().Where(lines => lines.ImportId == importId && lines.FirstRow > after).OrderBy(lines => lines.FirstRow);
            if (await next.FirstOrDefaultAsync(cancellationToken) is not { } kept)
            {
                yield break;
            }

            foreach (var line in Read(scope.Secrets, kept))
            {
                yield return line;
            }

            after = kept.FirstRow;
        }
    }

    /// <summary>Lines as they were kept; none where they can't be decrypted any more.</summary>
    private static IReadOnlyList<RefusedLine> Read(TenantSecrets secrets, RefusedLines kept)
    {
        var plain = new byte[kept.Bytes];
        if (PackedPart.Unpack(secrets, PlaceOf(kept.ImportId, kept.FirstRow), kept.Content, plain) != plain.Length)
        {
            return [];
        }

        using var document = JsonDocument.Parse(plain);
        return [.. document.RootElement.EnumerateArray().Select(Read)];
    }

    private static string PlaceOf(long importId, long firstRow) => string.Create(CultureInfo.InvariantCulture, $"refused {importId} {firstRow}");

    private static RefusedLine Read(JsonElement line) => new(
        line.GetProperty("row").GetInt64(),
        line.GetProperty("number").GetInt32(),
        [.. line.GetProperty("cells").EnumerateArray().Select(cell => cell.GetString())],
        KeptRefusals.Read(line.GetProperty("reasons")));

    private void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteNumber("row", Row);
        writer.WriteNumber("number", Number);
        writer.WriteStartArray("cells");
        foreach (var cell in Cells)
        {
            writer.WriteStringValue(cell);
        }

        writer.WriteEndArray();
        writer.WritePropertyName("reasons");
        KeptRefusals.Write(writer, Reasons);
        writer.WriteEndObject();
    }
}
