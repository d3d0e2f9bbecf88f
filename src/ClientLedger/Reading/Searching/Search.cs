using System.Runtime.InteropServices;
using ClientLedger.Reading.Binding;
using ClientLedger.Reading.Sql;
using ClientLedger.Storage;

namespace ClientLedger.Reading.Searching;

/// <summary>
/// One search under way. A record fits each word with the best class over the fields that are clear to the caller on it, and altogether with the worst of
/// its words. Hits come by <see cref="HitPlace"/>: that class, then the class and the first row of the index by which the rarest word finds the record.
/// <para>So the rows of the rarest word, read class by class in the order of the index, bring the hits in their order, and reading ends when there are more
/// than are shown. Where the caller sees everything and typed one word, the rows decide. Otherwise the records are read, by id and within the caller's
/// grants, and the other words held against their values, so that the record rules apply before any cut. When many rows have brought too few hits, it is
/// tried whether the caller sees few records of an entity: then these are looked through instead of further rows.</para>
/// </summary>
/// <param name="inAllFields">These are all fields that the index holds of this tenant.</param>
internal sealed class Search(
    LedgerConnection connection, LedgerDatabase database, int tenantId, Func<Shape, Binder> binderOf, PlanCache<LevelPlan> plans, ReadLimits limits,
    IReadOnlyList<SearchWord> words, IReadOnlyList<SearchedEntity> entities, bool inAllFields) : IDisposable
{
    private readonly SearchWord driver = SearchWord.Rarest(words);
    private readonly TermRows rows = new(
        connection, database, tenantId, inAllFields ? null : [.. entities.SelectMany(entity => entity.Fields).Select(field => field.Id).Order()],
        entities.All(entity => entity.IsOpen) ? limits.SearchRows : null);

    private readonly Dictionary<int, SearchedEntity> byField = entities
        .SelectMany(entity => entity.Fields.Select(field => (field.Id, Entity: entity))).ToDictionary(pair => pair.Id, pair => pair.Entity);

    private readonly Dictionary<(SearchedEntity Entity, bool WithFields), CandidateReader> readers = [];
    private readonly Dictionary<(SearchedEntity Entity, long Record), (Candidate Candidate, Match Others)?> looked = [];
    private readonly Dictionary<(SearchedEntity Entity, long Record), (HitPlace Place, string? Title)> hits = [];
    private bool wereRulesTried;
    private int recordsRead;

    public async Task<SearchAnswer> RunAsync(CancellationToken cancellationToken)
    {
        foreach (var match in (Match[])[Match.Exact, Match.Start, Match.Inside])
        {
            if (rows.WasCut || byField.Count == 0 || IsAnswered(HitPlace.FirstOf(match)))
            {
                break;
            }

            await ReadClassAsync(match, cancellationToken);
        }

        var best = hits.OrderBy(hit => hit.Value.Place).Take(SearchQuery.MostHits).ToList();
        var titles = await TitlesAsync([.. best.Select(hit => hit.Key).Where(hit => RowsDecide(hit.Entity))], cancellationToken);
        return new SearchAnswer(
            [.. best.Select(hit => new SearchHit(
                hit.Key.Entity.Entity.Name, hit.Key.Record, hit.Value.Place.Worst, titles.TryGetValue(hit.Key, out var title) ? title : hit.Value.Title))],
            rows.WasCut || hits.Count > SearchQuery.MostHits)
        {
            RowsRead = rows.Count + recordsRead,
        };
    }

    public void Dispose()
    {
        foreach (var reader in readers.Values)
        {
            reader.Dispose();
        }
    }

    private async Task ReadClassAsync(Match match, CancellationToken cancellationToken)
    {
        await foreach (var piece in rows.OfAsync(driver, match, cancellationToken))
        {
            await LookAtAsync(piece, cancellationToken);
            foreach (var row in piece)
            {
                Take(match, row);
            }

            if (!wereRulesTried && rows.Count > limits.SearchRows / 4)
            {
                wereRulesTried = true;
                await LookThroughAsync(cancellationToken);
            }

            if (byField.Count == 0 || (piece is [.., var last] && IsAnswered(new HitPlace(match, match, last))))
            {
                return;
            }
        }
    }

    /// <summary>There are more hits before a place than are shown.</summary>
    private bool IsAnswered(HitPlace place) => hits.Values.Count(hit => hit.Place.CompareTo(place) <= 0) > SearchQuery.MostHits;

    /// <summary>A row of the index is enough to know that its record is a hit.</summary>
    private bool RowsDecide(SearchedEntity entity) => words.Count == 1 && entity.IsOpen;

    /// <summary>Reads the records of rows that don't decide, each once.</summary>
    private async Task LookAtAsync(IReadOnlyList<TermRow> piece, CancellationToken cancellationToken)
    {
        var unknown = new Dictionary<SearchedEntity, List<long>>();
        foreach (var row in piece)
        {
            if (byField.TryGetValue(row.FieldId, out var entity) && !RowsDecide(entity) && looked.TryAdd((entity, row.RecordId), null))
            {
                (CollectionsMarshal.GetValueRefOrAddDefault(unknown, entity, out _) ??= []).Add(row.RecordId);
            }
        }

        foreach (var (entity, records) in unknown)
        {
            var reader = ReaderOf(entity, withFields: words.Count > 1 || !entity.IsClearWhereSeen);
            foreach (var candidate in await reader.ReadAsync(connection, records, cancellationToken))
            {
                looked[(entity, candidate.Id)] = words.Count == 1 ? (candidate, Match.Exact)
                    : OthersIn(candidate.Terms()) is { } others ? (candidate, others)
                    : null;
            }
        }
    }

    private void Take(Match match, TermRow row)
    {
        if (!byField.TryGetValue(row.FieldId, out var entity) || hits.ContainsKey((entity, row.RecordId)))
        {
            return;
        }

        if (RowsDecide(entity))
        {
            hits.Add((entity, row.RecordId), (new HitPlace(match, match, row), null));
        }
        else if (looked[(entity, row.RecordId)] is var (candidate, others) && candidate.Shows(row.FieldId))
        {
            hits.Add((entity, row.RecordId), (new HitPlace(Worse(match, others), match, row), candidate.Title));
        }
    }

    /// <summary>Where the caller sees few records of an entity, looks through them all; the entity's rows then tell nothing more.</summary>
    private async Task LookThroughAsync(CancellationToken cancellationToken)
    {
        var most = limits.SearchRows;
        foreach (var entity in entities.Where(entity => !entity.IsOpen))
        {
            var seen = await SeenAsync(entity, most + 1, cancellationToken);
            recordsRead += seen.Count;
            if (seen.Count > most)
            {
                continue;
            }

            most -= seen.Count;
            foreach (var candidate in await ReaderOf(entity, withFields: true).ReadAsync(connection, seen, cancellationToken))
            {
                var terms = candidate.Terms();
                if (driver.Best(terms) is var (match, row) && OthersIn(terms) is { } others)
                {
                    hits.TryAdd((entity, candidate.Id), (new HitPlace(Worse(match, others), match, row with { RecordId = candidate.Id }), candidate.Title));
                }
            }

            foreach (var field in entity.Fields)
            {
                byField.Remove(field.Id);
            }
        }
    }

    private async Task<List<long>> SeenAsync(SearchedEntity entity, int most, CancellationToken cancellationToken)
    {
        using var shape = new Shape();
        var table = binderOf(shape).Table(entity.Entity);
        var statement = SearchSql.Seen(database.Dialect, database.Tables, table, most).With(shape);
        await using var reader = await connection.QueryAsync(statement, cancellationToken);
        var seen = new List<long>();
        while (await reader.ReadAsync(cancellationToken))
        {
            seen.Add(reader.GetInt64(0));
        }

        return seen;
    }

    /// <summary>The worst class in which the other words fit; null when one of them doesn't.</summary>
    private Match? OthersIn(List<TermRow> terms)
    {
        var worst = Match.Exact;
        foreach (var word in words.Where(word => word != driver))
        {
            if (word.Best(terms) is not var (match, _))
            {
                return null;
            }

            worst = Worse(worst, match);
        }

        return worst;
    }

    private async Task<Dictionary<(SearchedEntity, long), string?>> TitlesAsync(
        List<(SearchedEntity Entity, long Record)> records, CancellationToken cancellationToken)
    {
        var titles = new Dictionary<(SearchedEntity, long), string?>();
        foreach (var group in records.GroupBy(record => record.Entity, record => record.Record))
        {
            foreach (var candidate in await ReaderOf(group.Key, withFields: false).ReadAsync(connection, group, cancellationToken))
            {
                titles.Add((group.Key, candidate.Id), candidate.Title);
            }
        }

        return titles;
    }

    private CandidateReader ReaderOf(SearchedEntity entity, bool withFields)
    {
        if (!readers.TryGetValue((entity, withFields), out var reader))
        {
            readers.Add((entity, withFields), reader = new CandidateReader(entity, withFields, database, binderOf, plans));
        }

        return reader;
    }

    private static Match Worse(Match a, Match b) => a > b ? a : b;
}
