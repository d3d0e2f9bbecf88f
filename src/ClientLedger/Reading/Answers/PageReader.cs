using System.Buffers;
using System.Data.Common;
using System.Text.Json;
using ClientLedger.Reading.Binding;
using ClientLedger.Reading.Sql;
using ClientLedger.Storage;
using ClientLedger.Storage.Secrets;

namespace ClientLedger.Reading.Answers;

/// <summary>Runs the statements of a page and writes its rows.</summary>
internal sealed class PageReader
{
    private static readonly JsonWriterOptions Options = new() { Encoder = AnswerKeys.Encoder, SkipValidation = true };

    private readonly LedgerConnection connection;
    private readonly Shape shape;
    private readonly RowWriter rows;
    private readonly bool timesAreText;
    private readonly CancellationToken cancellationToken;

    public PageReader(LedgerConnection connection, SqlDialect dialect, TenantSecrets secrets, Shape shape, CancellationToken cancellationToken)
    {
        this.connection = connection;
        this.shape = shape;
        this.cancellationToken = cancellationToken;
        timesAreText = dialect.KeepsTimesAsText;
        rows = new RowWriter(new ValueWriter(secrets, timesAreText));
    }

    /// <summary>How many rows were written.</summary>
    public int Count { get; private set; }

    /// <summary>There are rows beyond the page, in the direction in which it was read.</summary>
    public bool HasMore { get; private set; }

    public (KeyValue[] Keys, long Id) First { get; private set; } = ([], 0);

    public (KeyValue[] Keys, long Id) Last { get; private set; } = ([], 0);

    /// <summary>Writes <c>{"rows":[…]}</c>.</summary>
    public async Task WriteAsync(BoundLevel page, LevelPlan plan, IBufferWriter<byte> output)
    {
        plan.Place(page);
        var held = page.HasLists ? new HeldRows() : null;
        await using var writer = new Utf8JsonWriter(held?.Output ?? output, Options);
        if (held is null)
        {
            writer.WriteStartObject();
            writer.WritePropertyName("rows"u8);
        }

        writer.WriteStartArray();
        await using (var reader = await connection.QueryAsync(plan.Statement.With(shape), cancellationToken))
        {
            await ReadPageAsync(writer, reader, page, held);
        }

        if (held is null)
        {
            writer.WriteEndArray();
            writer.WriteEndObject();
            await writer.FlushAsync(cancellationToken);
            return;
        }

        await writer.FlushAsync(cancellationToken);
        await ReadListsAsync(page, plan, held);
        output.Write("{\"rows\":"u8);
        held.WriteTo(output);
        output.Write("}"u8);
    }

    private async Task ReadPageAsync(Utf8JsonWriter writer, DbDataReader reader, BoundLevel page, HeldRows? held)
    {
        var keys = new KeyValue[page.Sort.Count];
        var isFirst = true;
        while (await reader.ReadAsync(cancellationToken))
        {
            if (!page.IsBackward && Count == page.First)
            {
                HasMore = true;
                break;
            }

            if (page.IsBackward && isFirst && reader.GetInt64(page.CountColumn) > page.First)
            {
                (HasMore, isFirst) = (true, false);
                continue;
            }

            isFirst = false;
            held?.Begin(writer);
            rows.Write(writer, reader, page.Row, held);
            held?.End(writer, parent: null);
            for (var i = 0; i < keys.Length; i++)
            {
                keys[i] = KeyValue.Read(reader, page.KeyColumns[i], Cursor.KindOf(page.Sort[i]), timesAreText);
            }

            Last = (keys, reader.GetInt64(page.IdColumn));
            if (Count++ == 0)
            {
                First = ([.. keys], Last.Id);
            }
        }
    }

    private async Task ReadListsAsync(BoundLevel level, LevelPlan plan, HeldRows held)
    {
        var next = 0;
        foreach (var list in SelectionSql.ListsOf(level.Row))
        {
            var listPlan = plan.Lists[next++];
            var children = new HeldRows();
            held.Lists.Add(list, children);
            var parents = held.ParentsOf(list);
            if (parents.Length > 0)
            {
                shape.Fill(list.Level.ParentsSlot, parents);
                await ReadListAsync(list.Level, listPlan, children);
            }
        }
    }

    private async Task ReadListAsync(BoundLevel level, LevelPlan plan, HeldRows held)
    {
        plan.Place(level);
        await using var writer = new Utf8JsonWriter(held.Output, Options);
        writer.WriteStartArray();
        await using (var reader = await connection.QueryAsync(plan.Statement.With(shape), cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                held.Begin(writer);
                rows.Write(writer, reader, level.Row, held);
                held.End(writer, reader.GetInt64(level.ParentColumn));
            }
        }

        await writer.FlushAsync(cancellationToken);
        if (level.HasLists)
        {
            await ReadListsAsync(level, plan, held);
        }
    }
}
