using ClientLedger.Reading.Binding;
using ClientLedger.Reading.Sql;
using ClientLedger.Storage;

namespace ClientLedger.Reading.Searching;

/// <summary>
/// One search under way. A record fits each word with the best class over the fields that are clear to the caller on it, and altogether with the worst of
/// its words. Hits come by <see cref="HitPlace"/>: that class, then the class and the first row of the index by which the rarest word finds the record.
/// <para>So the rows of the rarest word, read class by class in the order of the index, bring the hits in their order, and reading ends when there are more
/// than are shown. The statement returns rows of what the caller sees alone; of one word they decide. Of several the records are read, by id and within the
/// caller's grants, and the other words held against their values.</para>
/// <para>Nothing but what the caller sees decides which statements are sent: their number would tell of the rest. So it is asked first of how many records
/// the caller sees few; the index might hold any number of others' rows before the first of these, and they are looked through instead.</para>
/// </summary>
/// <param name="inAllFields">The fields of the entities are all that the index holds of this tenant.</param>
internal sealed class Search(
    LedgerConnection connection, LedgerDatabase database, Func<Shape, Binder> binderOf, PlanCache<LevelPlan> plans, ReadLimits limits,
    IReadOnlyList<SearchWord> words, IReadOnlyList<SearchedEntity> entities, bool inAllFields) : IDisposable
{
    /// <summary>So many times fewer records are looked through than rows of the index may be read: each takes so much longer.</summary>
    private const int RowsOfRecord = 10;

    private readonly SearchWord driver = SearchWord.Rarest(words);
    private readonly Dictionary<(SearchedEntity Entity, bool WithFields, bool ByIds), CandidateReader> readers = [];
    private readonly Dictionary<(SearchedEntity Entity, long Record), (Candidate Candidate, Match Others)?> looked = [];
    private readonly Dictionary<(SearchedEntity Entity, long Record), (HitPlace Place, Candidate? Candidate)> hits = [];

    public async Task<SearchAnswer> RunAsync(CancellationToken cancellationToken)
    {
        var (byIndex, recordsRead) = await LookThroughAsync(cancellationToken);
        var inAll = inAllFields && byIndex.Count == entities.Count;
        var rows = new TermRows(connection, database, shape => binderOf(shape).Terms(byIndex, inAll), entities.All(entity => entity.IsOpen) ? limits.SearchRows : null);
        var byField = byIndex.SelectMany(entity => entity.Fields.Select(field => (field.Id, Entity: entity))).ToDictionary(pair => pair.Id, pair => pair.Entity);
        foreach (var match in (Match[])[Match.Exact, Match.Start, Match.Inside])
        {
            if (rows.WasCut || byIndex.Count == 0 || IsAnswered(HitPlace.FirstOf(match)))
            {
                break;
            }

            await ReadClassAsync(rows, byField, match, cancellationToken);
        }

        var best = hits.OrderBy(hit => hit.Value.Place).Take(SearchQuery.MostHits).ToList();
        var titles = await TitlesAsync([.. best.Where(hit => hit.Value.Candidate is null).Select(hit => hit.Key)], cancellationToken);
        return new SearchAnswer(
            [.. best.Select(hit => new SearchHit(
                hit.Key.Entity.Entity.Name, hit.Key.Record, hit.Value.Place.Worst, hit.Value.Candidate is { } read ? read.Title : titles.GetValueOrDefault(hit.Key)))],
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

    private async Task ReadClassAsync(TermRows rows, Dictionary<int, SearchedEntity> byField, Match match, CancellationToken cancellationToken)
    {
        await foreach (var piece in rows.OfAsync(driver, match, cancellationToken))
        {
            var found = piece.Select(row => (Row: row, Key: (byField[row.FieldId], row.RecordId))).ToList();
            if (words.Count > 1)
            {
                await LookAtAsync(found.Select(each => each.Key), cancellationToken);
            }

            foreach (var (row, key) in found)
            {
                if (words.Count == 1)
                {
                    hits.TryAdd(key, (new HitPlace(match, match, row), null));
                }
                else if (looked[key] is var (candidate, others))
                {
                    hits.TryAdd(key, (new HitPlace(Worse(match, others), match, row), candidate));
                }
            }

            if (piece is [.., var last] && IsAnswered(new HitPlace(match, match, last)))
            {
                return;
            }
        }
    }

    /// <summary>There are more hits before a place than are shown.</summary>
    private bool IsAnswered(HitPlace place) => hits.Values.Count(hit => hit.Place.CompareTo(place) <= 0) > SearchQuery.MostHits;

    /// <summary>Holds the other words against records, each once.</summary>
    private async Task LookAtAsync(IEnumerable<(SearchedEntity Entity, long Record)> found, CancellationToken cancellationToken)
    {
        foreach (var unknown in found.Where(key => looked.TryAdd(key, null)).GroupBy(key => key.Entity, key => key.Record).ToList())
        {
            foreach (var candidate in await ReaderOf(unknown.Key, withFields: true).ReadAsync(connection, unknown, cancellationToken))
            {
                looked[(unknown.Key, candidate.Id)] = OthersIn(candidate.Terms()) is { } others ? (candidate, others) : null;
            }
        }
    }

    /// <summary>Looks through all records of the entities of which the caller sees few.</summary>
    /// <returns>The other entities, and how many records were read.</returns>
    private async Task<(IReadOnlyList<SearchedEntity> Others, int Records)> LookThroughAsync(CancellationToken cancellationToken)
    {
        var most = limits.SearchRows / RowsOfRecord;
        var seen = await SeenAsync([.. entities.Where(entity => !entity.SeesEveryRecord)], most + 1, cancellationToken);
        var (others, left) = (new List<SearchedEntity>(), most);
        foreach (var entity in entities)
        {
            if (!seen.TryGetValue(entity, out var count) || count > left)
            {
                others.Add(entity);
                continue;
            }

            left -= count;
            foreach (var candidate in count == 0 ? [] : await ReaderOf(entity, withFields: true, byIds: false).ReadAllAsync(connection, cancellationToken))
            {
                var terms = candidate.Terms();
                if (driver.Best(terms) is var (match, row) && OthersIn(terms) is { } rest)
                {
                    hits.Add((entity, candidate.Id), (new HitPlace(Worse(match, rest), match, row), candidate));
                }
            }
        }

        return (others, most - left);
    }

    /// <summary>How many records of some entities the caller sees, counted no further than so many.</summary>
    private async Task<Dictionary<SearchedEntity, int>> SeenAsync(List<SearchedEntity> ruled, int most, CancellationToken cancellationToken)
    {
        var seen = new Dictionary<SearchedEntity, int>();
        if (ruled.Count > 0)
        {
            using var shape = new Shape();
            var binder = binderOf(shape);
            var statement = SearchSql.Seen(database.Dialect, database.Tables, [.. ruled.Select(entity => binder.Table(entity.Entity))], most).With(shape);
            await using var reader = await connection.QueryAsync(statement, cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                seen.Add(ruled[reader.GetInt32(0)], (int)reader.GetInt64(1));
            }
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

    private CandidateReader ReaderOf(SearchedEntity entity, bool withFields, bool byIds = true)
    {
        if (!readers.TryGetValue((entity, withFields, byIds), out var reader))
        {
            readers.Add((entity, withFields, byIds), reader = new CandidateReader(entity, withFields, byIds, database, binderOf, plans));
        }

        return reader;
    }

    private static Match Worse(Match a, Match b) => a > b ? a : b;
}
