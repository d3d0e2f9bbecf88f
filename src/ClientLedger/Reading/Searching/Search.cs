using System.Data.Common;
using ClientLedger.Reading.Binding;
using ClientLedger.Reading.Sql;
using ClientLedger.Storage;

namespace ClientLedger.Reading.Searching;

/// <summary>
/// One search under way. Hits come by class, entity id, the text of the first term that the first word typed fits in its best class, and record
/// id; a record fits each word with the best class over the fields that are clear to the caller on it, and altogether with the worst of its words.
/// <para>Of several words the rarest drives: its rows are read from the index, class by class. Where the caller sees everything and typed one
/// word, these rows decide; otherwise the records are read, by id and within the caller's grants, and all words held against their values,
/// so that the record rules apply before any cut.</para>
/// </summary>
internal sealed class Search(int tenantId, LedgerConnection connection, LedgerDatabase database, Func<Shape, Binder> binderOf, PlanCache<LevelPlan> plans, ReadLimits limits, IReadOnlyList<SearchWord> words, IReadOnlyList<SearchedEntity> entities)
{
    /// <summary>Candidates that one statement reads.</summary>
    private const int Batch = 1000;

    private readonly SearchWord driver = words.MaxBy(word => word.Rarity)!;
    private readonly Dictionary<int, SearchedEntity> byField = entities
        .SelectMany(entity => entity.Fields.Select(field => (field.Id, Entity: entity))).ToDictionary(pair => pair.Id, pair => pair.Entity);

    private readonly HashSet<(int Entity, long Record)> seen = [];
    private readonly List<Found> found = [];
    private int rowsRead;
    private bool wasCut;

    private bool IsOpen => entities.All(entity => entity.IsOpen);

    public async Task<SearchAnswer> RunAsync(CancellationToken cancellationToken)
    {
        var rowsDecide = IsOpen && words.Count == 1;
        foreach (var match in (Match[])[Match.Exact, Match.Start, Match.Inside])
        {
            var candidates = await ReadRowsAsync(match, cancellationToken);
            foreach (var (entity, records) in candidates)
            {
                if (rowsDecide)
                {
                    found.AddRange(records.Select(record => new Found(entity, record.Key, match, record.Value, null)));
                }
                else
                {
                    await VerifyAsync(entity, [.. records.Keys], cancellationToken);
                }
            }

            // Whatever is found later fits no better than this class.
            if (wasCut || found.Count(hit => hit.Match <= match) > SearchQuery.MostHits)
            {
                break;
            }
        }

        var hits = found.OrderBy(hit => hit.Match).ThenBy(hit => hit.Entity.Entity.Id).ThenBy(hit => hit.Term, StringComparer.Ordinal).ThenBy(hit => hit.Record)
            .Take(SearchQuery.MostHits).ToList();
        var titles = rowsDecide ? await TitlesAsync(hits, cancellationToken) : [];
        return new SearchAnswer(
            [.. hits.Select(hit => new SearchHit(
                hit.Entity.Entity.Name, hit.Record, hit.Match, rowsDecide ? titles.GetValueOrDefault((hit.Entity.Entity.Id, hit.Record)) : hit.Title))],
            wasCut || found.Count > SearchQuery.MostHits,
            rowsRead);
    }

    /// <summary>Records that the driving word finds in a class and that no better class found, each with its first term.</summary>
    private async Task<Dictionary<SearchedEntity, Dictionary<long, string>>> ReadRowsAsync(Match match, CancellationToken cancellationToken)
    {
        var asked = driver.Asked[(int)match];
        var whole = match == Match.Exact;
        using var shape = new Shape();
        shape.Slot(StoreKind.Int32, tenantId);
        int[] slots = [.. asked.Select(text => whole ? shape.Slot(StoreKind.Text, text) : PrefixSlot(shape, text))];
        int? most = IsOpen ? limits.SearchRows - rowsRead : null;
        var candidates = new Dictionary<SearchedEntity, Dictionary<long, string>>();
        var statement = SearchSql.Rows(database.Dialect, database.Tables, slots, whole, most is null ? null : limits.SearchRows);
        await using var reader = await connection.QueryAsync(statement.With(shape), cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            if (rowsRead == limits.SearchRows && most is not null)
            {
                wasCut = true;
                break;
            }

            rowsRead++;
            if (byField.TryGetValue(reader.GetInt32(1), out var entity))
            {
                Keep(candidates, entity, reader.GetInt64(2), reader.GetString(0));
            }
        }

        return candidates;
    }

    private void Keep(Dictionary<SearchedEntity, Dictionary<long, string>> candidates, SearchedEntity entity, long record, string term)
    {
        if (!candidates.TryGetValue(entity, out var records))
        {
            candidates.Add(entity, records = []);
        }

        if (records.TryGetValue(record, out var first))
        {
            records[record] = string.CompareOrdinal(term, first) < 0 ? term : first;
        }
        else if (seen.Add((entity.Entity.Id, record)))
        {
            records.Add(record, term);
        }
    }

    /// <summary>Reads candidates within the caller's grants and holds all words against what is clear of them.</summary>
    private async Task VerifyAsync(SearchedEntity entity, long[] records, CancellationToken cancellationToken)
    {
        var terms = new List<string>();
        await ReadAsync(entity, records, withFields: true, (reader, record) =>
        {
            entity.CollectTerms(reader, terms);
            var (worst, term) = (Match.Exact, "");
            for (var i = 0; i < words.Count; i++)
            {
                if (words[i].Best(terms) is not { } best)
                {
                    return;
                }

                worst = best.Match > worst ? best.Match : worst;
                term = i == 0 ? best.Term : term;
            }

            found.Add(new Found(entity, record, worst, term, entity.TitleOf(reader)));
        }, cancellationToken);
    }

    private async Task<Dictionary<(int Entity, long Record), string?>> TitlesAsync(List<Found> hits, CancellationToken cancellationToken)
    {
        var titles = new Dictionary<(int, long), string?>();
        foreach (var group in hits.GroupBy(hit => hit.Entity))
        {
            await ReadAsync(group.Key, [.. group.Select(hit => hit.Record)], withFields: false,
                (reader, record) => titles[(group.Key.Entity.Id, record)] = group.Key.TitleOf(reader), cancellationToken);
        }

        return titles;
    }

    private async Task ReadAsync(SearchedEntity entity, long[] records, bool withFields, Action<DbDataReader, long> read, CancellationToken cancellationToken)
    {
        var (plan, shape) = Prepare(entity, withFields);
        var level = entity.Level!;
        foreach (var batch in records.Chunk(Batch))
        {
            shape.Fill(entity.IdsSlot, batch);
            await using var reader = await connection.QueryAsync(plan.Statement.With(shape), cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                if (level.Row.CustomColumn >= 0)
                {
                    level.Row.Custom.Read(reader.IsDBNull(level.Row.CustomColumn) ? null : reader.GetString(level.Row.CustomColumn));
                }

                read(reader, reader.GetInt64(level.IdColumn));
            }
        }
    }

    private (LevelPlan Plan, Shape Shape) Prepare(SearchedEntity entity, bool withFields)
    {
        if (entity is not { Plan: { } plan, Shape: { } shape })
        {
            entity.Shape = shape = new Shape();
            binderOf(shape).Candidates(entity, withFields);
            plan = plans.Find(shape.Structure);
            if (plan is null)
            {
                plan = SearchSql.Candidates(database.Dialect, database.Tables, entity.Level!, entity.IdsSlot);
                plans.Keep(shape.Structure, plan);
            }

            plan.Place(entity.Level!);
            entity.Plan = plan;
        }

        return (plan, shape);
    }

    private static int PrefixSlot(Shape shape, string prefix)
    {
        var slot = shape.Slot(StoreKind.Text, prefix);
        shape.Slot(StoreKind.Text, prefix + Binder.AfterAll);
        return slot;
    }

    private sealed record Found(SearchedEntity Entity, long Record, Match Match, string Term, string? Title);
}
