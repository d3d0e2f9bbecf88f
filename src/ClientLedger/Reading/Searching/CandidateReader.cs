using System.Data.Common;
using System.Text.Json;
using ClientLedger.Fields;
using ClientLedger.Reading.Binding;
using ClientLedger.Reading.Sql;
using ClientLedger.Storage;

namespace ClientLedger.Reading.Searching;

/// <summary>Reads records of an entity within the caller's grants, by id or all of them: their titles, and the searched fields where they are asked for.</summary>
internal sealed class CandidateReader : IDisposable
{
    /// <summary>Records of one statement.</summary>
    private const int Batch = 1000;

    private readonly Shape shape = new();
    private readonly BoundLevel level;
    private readonly LevelPlan plan;
    private readonly int idsSlot;
    private readonly bool withFields;

    public CandidateReader(SearchedEntity entity, bool withFields, bool byIds, LedgerDatabase database, Func<Shape, Binder> binderOf, PlanCache<LevelPlan> plans)
    {
        this.withFields = withFields;
        (level, idsSlot) = binderOf(shape).Candidates(entity, withFields, byIds);
        var known = plans.Find(shape.Structure);
        plan = known ?? SearchSql.Candidates(database.Dialect, database.Tables, level, idsSlot);
        if (known is null)
        {
            plans.Keep(shape.Structure, plan);
        }

        plan.Place(level);
    }

    /// <summary>Those of the records that the caller sees, in any order.</summary>
    public async Task<List<Candidate>> ReadAsync(LedgerConnection connection, IEnumerable<long> records, CancellationToken cancellationToken)
    {
        var candidates = new List<Candidate>();
        foreach (var batch in records.Chunk(Batch))
        {
            shape.Fill(idsSlot, batch);
            await ReadAsync(connection, candidates, cancellationToken);
        }

        return candidates;
    }

    /// <summary>All records that the caller sees, in any order.</summary>
    public async Task<List<Candidate>> ReadAllAsync(LedgerConnection connection, CancellationToken cancellationToken)
    {
        var candidates = new List<Candidate>();
        await ReadAsync(connection, candidates, cancellationToken);
        return candidates;
    }

    public void Dispose() => shape.Dispose();

    private BoundRow Row => level.Forms[0];

    private async Task ReadAsync(LedgerConnection connection, List<Candidate> candidates, CancellationToken cancellationToken)
    {
        await using var reader = await connection.QueryAsync(plan.Statement.With(shape), cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            if (Row.CustomColumn >= 0)
            {
                Row.Custom.Read(reader.IsDBNull(Row.CustomColumn) ? null : reader.GetString(Row.CustomColumn));
            }

            candidates.Add(new Candidate(reader.GetInt64(level.IdColumn), TitleOf(reader), withFields ? ClearOf(reader) : []));
        }
    }

    /// <summary>The title of the row on which the reader stands.</summary>
    private string? TitleOf(DbDataReader reader)
    {
        var title = (BoundValue)Row.Select[0];
        var isClear = title.ClearColumn < 0 ? title.Clear.Ever : reader.GetInt32(title.ClearColumn) != 0;
        var isMasked = !isClear && (title.MaskedColumn < 0 ? title.Masked.Ever : reader.GetInt32(title.MaskedColumn) != 0);
        var text = (isClear || isMasked) && !reader.IsDBNull(title.Column) ? reader.GetString(title.Column) : null;
        return isMasked && text is not null ? title.Field.Mask.Apply(text) : text;
    }

    /// <summary>The searched fields that are clear on the row on which the reader stands.</summary>
    private List<(FieldDescriptor, string[])> ClearOf(DbDataReader reader)
    {
        var clear = new List<(FieldDescriptor, string[])>();
        foreach (var selection in Row.Select.Skip(1))
        {
            var value = (BoundValue)selection;
            if (value.ClearColumn < 0 || reader.GetInt32(value.ClearColumn) != 0)
            {
                clear.Add((value.Field, TextsOf(reader, value)));
            }
        }

        return clear;
    }

    private static string[] TextsOf(DbDataReader reader, BoundValue value)
    {
        if (value.Custom < 0)
        {
            return reader.IsDBNull(value.Column) ? []
                : value.Field.Several ? JsonSerializer.Deserialize(reader.GetString(value.Column), StoredJsonContext.Plain.StringArray) ?? []
                : [reader.GetString(value.Column)];
        }

        var json = value.Row.Custom[value.Custom];
        return json.IsEmpty || json[0] == (byte)'n' ? []
            : json[0] == (byte)'[' ? JsonSerializer.Deserialize(json, StoredJsonContext.Plain.StringArray) ?? []
            : [JsonSerializer.Deserialize(json, StoredJsonContext.Plain.String)!];
    }
}
