using System.Buffers;
using System.Data.Common;
using ClientLedger.Fields;
using ClientLedger.Messages;
using ClientLedger.Reading.Answers;
using ClientLedger.Reading.Binding;
using ClientLedger.Reading.Searching;
using ClientLedger.Reading.Sql;
using ClientLedger.Shared;
using ClientLedger.Storage;
using ClientLedger.Tenancy;

namespace ClientLedger.Reading;

/// <summary>
/// Everything that reads records of the ledger goes through here: queries are bound within the caller's grants, become statements that all queries
/// of their shape share, and their rows go to UTF-8 JSON as they are read.
/// </summary>
public sealed class ReadGate
{
    /// <summary>Records whose coverage one statement looks at.</summary>
    private const int CoverageBatch = 10_000;

    private readonly TimeProvider clock;
    private readonly IRandomSource random;
    private readonly ReadLimits limits;
    private readonly PlanCache<QueryPlan> plans;
    private readonly PlanCache<PlannedStatement> statements;
    private readonly PlanCache<LevelPlan> candidatePlans;
    private readonly UnindexedLimit unindexed;

    /// <summary>A gate; one serves all tenants and shards of a process.</summary>
    public ReadGate(TimeProvider clock, IRandomSource random, ReadLimits? limits = null)
    {
        this.clock = clock;
        this.random = random;
        this.limits = limits ?? new ReadLimits();
        plans = new(this.limits.PlanBytes, static plan => plan.Bytes);
        statements = new(this.limits.PlanBytes / 8, static plan => 2 * plan.Text.Length);
        candidatePlans = new(this.limits.PlanBytes / 8, static plan => plan.Bytes);
        unindexed = new(clock, this.limits.Unindexed);
    }

    /// <summary>What places are sealed with.</summary>
    internal IRandomSource Random => random;

    /// <summary>How many plans are kept; all queries of one shape share one.</summary>
    internal int PlanCount => plans.Count;

    /// <summary>
    /// Answers a query: writes <c>{"rows":[…]}</c> to the output and tells what is known of the page. After an exception the output holds nothing
    /// of use.
    /// </summary>
    /// <exception cref="RefusedException">
    /// A name is unknown or not allowed, a value can't be read, a cursor belongs to another list, or the query asks for too much.
    /// </exception>
    public async Task<PageInfo> ReadAsync(LedgerScope scope, LedgerQuery query, IBufferWriter<byte> output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(output);
        if (query.Parts is not null)
        {
            throw new ArgumentException("A list that is an object is written, not read as rows.", nameof(query));
        }

        return await ReckonedAsync(scope, AnswerAsync(scope, query, output, cancellationToken));
    }

    /// <summary>
    /// Answers a query whose list is an object: writes that object to the output. After an exception the output holds nothing of use.
    /// </summary>
    /// <exception cref="RefusedException">As <see cref="ReadAsync"/>.</exception>
    internal Task WriteAsync(LedgerScope scope, LedgerQuery query, IBufferWriter<byte> output, CancellationToken cancellationToken) =>
        ReckonedAsync(scope, ShowAsync(scope, query, output, cancellationToken));

    /// <summary>Reads live records by their ids, of which there may be any number.</summary>
    /// <param name="where">Only those that satisfy it; null for all.</param>
    /// <exception cref="RefusedException">As <see cref="ReadAsync"/>.</exception>
    internal Task<RecordRows> ReadRecordsAsync(
        LedgerScope scope, EntityDescriptor entity, IReadOnlyList<long> ids, IReadOnlyList<Selection> select, CancellationToken cancellationToken, Filter? where = null) =>
        ReckonedAsync(scope, RecordsAsync(scope, entity, ids, select, where, cancellationToken));

    /// <summary>Tells what records come to, by groups in the order of their keys.</summary>
    /// <exception cref="RefusedException">
    /// As <see cref="ReadAsync"/>, or there are too many groups, or a sum leaves the range of numbers.
    /// </exception>
    public Task<IReadOnlyList<AggregateGroup>> AggregateAsync(LedgerScope scope, AggregateQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(query);
        return ReckonedAsync(scope, AggregatedAsync(scope, query, cancellationToken));
    }

    /// <summary>Finds records by any part of a name, pinyin, initials, a phone's last digits, a code or an e-mail address; the best 20.</summary>
    /// <exception cref="RefusedException">
    /// Nothing to search for, too many words, an entity that the caller doesn't know of, or a sum that a record rule needs is too large.
    /// </exception>
    public async Task<SearchAnswer> SearchAsync(LedgerScope scope, SearchQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(query);
        var words = SearchWord.Of(query.Text);
        if (words.Count is 0 or > SearchWord.Most)
        {
            throw new RefusedException(words.Count == 0
                ? Refusal.Of(ReadMessages.SearchEmpty, ("text", query.Text))
                : Refusal.Of(ReadMessages.SearchTooLong, ("words", SearchWord.Most)));
        }

        return await ReckonedAsync(scope, FindAsync(scope, query, words, cancellationToken));
    }

    /// <summary>
    /// Which of the caller's grants cover records, as the connection's transaction sees them: for each id that there is, deleted or not, bit n says that the
    /// grant at index n covers it.
    /// </summary>
    /// <exception cref="RefusedException">A sum that a record rule needs is too large.</exception>
    internal Task<Dictionary<long, long>> CoverageAsync(
        LedgerConnection connection, LedgerScope scope, EntityDescriptor entity, IReadOnlyList<long> ids, CancellationToken cancellationToken) =>
        ReckonedAsync(scope, CoveredAsync(connection, scope, entity, ids, cancellationToken));

    /// <summary>The statements of a query as they would first be sent; those of lists within rows take no parents yet, and are meant for so many.</summary>
    internal IReadOnlyList<SqlStatement> StatementsOf(LedgerScope scope, LedgerQuery query, int parents = 0)
    {
        using var shape = new Shape();
        var bound = BinderOf(scope, shape).Query(query);
        var plan = PlanOf(scope.Database, shape, bound);
        return [.. plan.Page is null ? [] : Statements(plan.Page), .. plan.Totals is null ? [] : new[] { plan.Totals.With(shape) }];

        IEnumerable<SqlStatement> Statements(LevelPlan level) => [level.For(parents).With(shape), .. level.Lists.SelectMany(Statements)];
    }

    /// <summary>The statement of an aggregation.</summary>
    internal SqlStatement StatementOf(LedgerScope scope, AggregateQuery query)
    {
        using var shape = new Shape();
        var bound = BinderOf(scope, shape).Aggregation(query);
        return AggregationSql.Write(scope.Database.Dialect, scope.Database.Tables, bound).With(shape);
    }

    /// <summary>What the database can't reckon with, because a sum leaves the range of its numbers, is refused in the caller's language.</summary>
    private static async Task<T> ReckonedAsync<T>(LedgerScope scope, Task<T> answer)
    {
        try
        {
            return await answer;
        }
        catch (DbException failure) when (scope.Database.IsOverflow(failure))
        {
            throw new RefusedException(Refusal.Of(ReadMessages.SumTooLarge));
        }
    }

    private async Task<Dictionary<long, long>> CoveredAsync(
        LedgerConnection connection, LedgerScope scope, EntityDescriptor entity, IReadOnlyList<long> ids, CancellationToken cancellationToken)
    {
        var covered = new Dictionary<long, long>(ids.Count);
        if (ids.Count == 0)
        {
            return covered;
        }

        using var shape = new Shape();
        var (table, rules, idsSlot) = BinderOf(scope, shape).Coverage(entity);
        var plan = statements.Find(shape.Structure);
        if (plan is null)
        {
            plan = CoverageSql.Write(scope.Database.Dialect, scope.Database.Tables, table, rules, idsSlot);
            statements.Keep(shape.Structure, plan);
        }

        foreach (var batch in ids.Chunk(CoverageBatch))
        {
            shape.Fill(idsSlot, batch);
            await using var reader = await connection.QueryAsync(plan.With(shape), cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                var grants = 0L;
                for (var i = 0; i < rules.Count; i++)
                {
                    grants |= (long)reader.GetInt32(i + 1) << i;
                }

                covered[reader.GetInt64(0)] = grants;
            }
        }

        return covered;
    }

    private async Task<SearchAnswer> FindAsync(LedgerScope scope, SearchQuery query, IReadOnlyList<SearchWord> words, CancellationToken cancellationToken)
    {
        using var shape = new Shape();
        var entities = BinderOf(scope, shape).Searched(query);
        var inAllFields = entities.Sum(entity => entity.Fields.Count) == scope.Schema.Entities.Sum(entity => entity.Fields.Count(SearchedEntity.IsIndexed));
        await using var connection = await scope.Database.OpenAsync(scope.TenantId, cancellationToken);
        using var search = new Search(connection, scope.Database, each => BinderOf(scope, each), candidatePlans, limits, words, entities, inAllFields);
        return await search.RunAsync(cancellationToken);
    }

    private async Task<PageInfo> AnswerAsync(LedgerScope scope, LedgerQuery query, IBufferWriter<byte> output, CancellationToken cancellationToken)
    {
        using var shape = new Shape();
        var bound = BinderOf(scope, shape).Query(query);
        var plan = PlanOf(scope.Database, shape, bound);
        await using var connection = await scope.Database.OpenAsync(scope.TenantId, cancellationToken);
        await unindexed.CheckAsync(connection, scope.Database, bound, cancellationToken);
        var places = PlacesOf(scope);
        using var list = await WriteRowsAsync(new PageReader(connection, shape, WriterOf(scope, places), cancellationToken), bound.Page, plan.Page!, new ListWriter(places), output);
        var totals = plan.Totals is null ? null : await QueryTotals.ReadAsync(connection, plan.Totals.With(shape), bound, cancellationToken);
        var page = new ShownPage(list, list[HeldList.NoParent], bound.Count ? totals!.Count : null);
        return new PageInfo(
            page.Count,
            page.Count > 0 ? page.PlaceOf(last: false, places) : null,
            page.Count > 0 ? page.PlaceOf(last: true, places) : null,
            page.HasPrevious,
            page.HasNext,
            page.Total)
        {
            Sums = totals?.Sums ?? [],
        };
    }

    /// <summary>Writes <c>{"rows":[…]}</c>: as the rows come, where none waits for a list.</summary>
    private static async Task<HeldList> WriteRowsAsync(PageReader reader, BoundLevel level, LevelPlan plan, ListWriter writer, IBufferWriter<byte> output)
    {
        if (!level.HasLists)
        {
            return await reader.WriteAsync(level, plan, output);
        }

        var list = await reader.ReadAsync(level, plan);
        output.Write("{\"rows\":"u8);
        writer.WriteRows(output, new ShownPage(list, list[HeldList.NoParent], Total: null), form: 0);
        output.Write("}"u8);
        return list;
    }

    private async Task<bool> ShowAsync(LedgerScope scope, LedgerQuery query, IBufferWriter<byte> output, CancellationToken cancellationToken)
    {
        using var shape = new Shape();
        var bound = BinderOf(scope, shape).Query(query);
        var plan = PlanOf(scope.Database, shape, bound);
        await using var connection = await scope.Database.OpenAsync(scope.TenantId, cancellationToken);
        await unindexed.CheckAsync(connection, scope.Database, bound, cancellationToken);
        var places = PlacesOf(scope);
        using var list = plan.Page is null
            ? new HeldList(bound.Page)
            : await new PageReader(connection, shape, WriterOf(scope, places), cancellationToken).ReadAsync(bound.Page, plan.Page);
        var totals = plan.Totals is null ? null : await QueryTotals.ReadAsync(connection, plan.Totals.With(shape), bound, cancellationToken);
        new ListWriter(places).Write(output, new ShownPage(list, list[HeldList.NoParent], totals?.Count));
        return true;
    }

    private async Task<RecordRows> RecordsAsync(
        LedgerScope scope, EntityDescriptor entity, IReadOnlyList<long> ids, IReadOnlyList<Selection> select, Filter? where, CancellationToken cancellationToken)
    {
        var places = PlacesOf(scope);
        var read = new List<HeldList>();
        await using var connection = await scope.Database.OpenAsync(scope.TenantId, cancellationToken);
        foreach (var some in ids.Distinct().Chunk(LedgerQuery.LargestPage))
        {
            // One id is found by the primary key as it is; several are sorted once they are found.
            Filter among = new FieldFilter(SystemFields.Id, some.Length == 1 ? Operator.Equals : Operator.In, [.. some.Select(id => RecordIds.Format(entity.IdPrefix, id))]);
            var query = new LedgerQuery(entity.Name)
            {
                Parts = [new RowsPart("rows", select)],
                Where = where is null ? among : new AllOf([among, where]),
                Size = some.Length,
            };
            using var shape = new Shape();
            var bound = BinderOf(scope, shape).Query(query);
            var plan = PlanOf(scope.Database, shape, bound);
            read.Add(await new PageReader(connection, shape, WriterOf(scope, places), cancellationToken).ReadByIdsAsync(bound.Page, plan.Page!, some, isFiltered: where is not null));
        }

        return new RecordRows(read, new ListWriter(places));
    }

    private async Task<IReadOnlyList<AggregateGroup>> AggregatedAsync(LedgerScope scope, AggregateQuery query, CancellationToken cancellationToken)
    {
        using var shape = new Shape();
        var (database, bound) = (scope.Database, BinderOf(scope, shape).Aggregation(query));
        var plan = statements.Find(shape.Structure);
        if (plan is null)
        {
            plan = AggregationSql.Write(database.Dialect, database.Tables, bound);
            statements.Keep(shape.Structure, plan);
        }

        await using var connection = await database.OpenAsync(scope.TenantId, cancellationToken);
        await unindexed.CheckAsync(connection, database, new BoundQuery(bound.Level, Count: false, []), cancellationToken);
        return await new AggregateReader(bound, database.Dialect.KeepsTimesAsText).ReadAsync(connection, plan.With(shape), cancellationToken);
    }

    private PlaceReader PlacesOf(LedgerScope scope) => new(scope.Secrets, random, scope.Database.Dialect.KeepsTimesAsText, scope.Settings.Zone);

    private static RowWriter WriterOf(LedgerScope scope, PlaceReader places) => new(new ValueWriter(scope.Secrets, scope.Database.Dialect.KeepsTimesAsText), places);

    private Binder BinderOf(LedgerScope scope, Shape shape) =>
        new(scope, scope.Database.Tables, scope.Database.Dialect, limits, clock.GetUtcNow().UtcDateTime, shape);

    private QueryPlan PlanOf(LedgerDatabase database, Shape shape, BoundQuery bound)
    {
        var plan = plans.Find(shape.Structure);
        if (plan is null)
        {
            plan = QueryPlan.Write(database.Dialect, database.Tables, bound);
            plans.Keep(shape.Structure, plan);
        }

        return plan;
    }
}
