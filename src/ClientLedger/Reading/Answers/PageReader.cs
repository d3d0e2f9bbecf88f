using System.Buffers;
using System.Collections.Frozen;
using System.Data.Common;
using ClientLedger.Reading.Binding;
using ClientLedger.Reading.Sql;
using ClientLedger.Storage;

namespace ClientLedger.Reading.Answers;

/// <summary>Runs the statements of a page: one for it, and one for each list within its rows.</summary>
internal sealed class PageReader(LedgerConnection connection, Shape shape, RowWriter writer, CancellationToken cancellationToken)
{
    private static readonly IReadOnlyDictionary<BoundChildrenSelection, HeldList> NothingAhead = FrozenDictionary<BoundChildrenSelection, HeldList>.Empty;

    /// <summary>Reads a page and all lists within it.</summary>
    public async Task<HeldList> ReadAsync(BoundLevel page, LevelPlan plan)
    {
        var held = new HeldList(page);
        await FetchAsync(held, plan);
        await ReadListsAsync(held, plan, NothingAhead);
        return held;
    }

    /// <summary>
    /// Reads records that a query finds by their ids, each as a page of its own. Their lists don't wait for them where the caller sees every record of the
    /// kind and nothing else is asked of them: whose children to read is known before.
    /// </summary>
    /// <param name="isFiltered">The query asks for more than the ids.</param>
    public async Task<HeldList> ReadByIdsAsync(BoundLevel page, LevelPlan plan, long[] ids, bool isFiltered)
    {
        var held = new HeldList(page);
        HashSet<BoundChildrenSelection> own = page.HasLists && !isFiltered && page.Table.Visible is null
            ? [.. page.Forms.SelectMany(form => SelectionSql.AllIn(form.Select)).OfType<BoundChildrenSelection>()]
            : [];
        Dictionary<BoundChildrenSelection, HeldList> ahead = [];
        List<(HeldList List, LevelPlan Plan)> together = [(held, plan)];
        foreach (var (list, its) in SelectionSql.ListsOf(page).Zip(plan.Lists))
        {
            if (own.Contains(list))
            {
                shape.Fill(list.Level.ParentsSlot, ids);
                ahead.Add(list, new HeldList(list.Level));
                together.Add((ahead[list], its));
            }
        }

        foreach (var (list, its) in together)
        {
            its.Place(list.Level);
        }

        await connection.QueryEachAsync([.. together.Select(each => each.Plan.Statement.With(shape))], (number, rows) => TakeAsync(together[number].List, rows, byId: number == 0), cancellationToken);
        await ReadListsAsync(held, plan, ahead);
        return held;
    }

    /// <summary>Reads a page without lists within it and writes <c>{"rows":[…]}</c> as the rows come.</summary>
    public async Task<HeldPage> WriteAsync(BoundLevel page, LevelPlan plan, IBufferWriter<byte> output)
    {
        using var list = new HeldList(page, output);
        await FetchAsync(list, plan);
        list.Forms[0].CompleteAtOnce();
        return list[HeldList.NoParent];
    }

    /// <summary>Reads the lists within rows that were read.</summary>
    /// <param name="ahead">Those whose rows were read with them.</param>
    private async Task ReadListsAsync(HeldList list, LevelPlan plan, IReadOnlyDictionary<BoundChildrenSelection, HeldList> ahead)
    {
        var next = 0;
        for (var i = 0; i < list.Forms.Count; i++)
        {
            var form = list.Forms[i];
            form.Complete();
            foreach (var inner in list.Level.HasLists ? SelectionSql.ListsOf(list.Level.Forms[i]) : [])
            {
                var innerPlan = plan.Lists[next++];
                if (!ahead.TryGetValue(inner, out var children))
                {
                    children = new HeldList(inner.Level);
                    if (form.ParentsOf(inner) is { Length: > 0 } parents)
                    {
                        shape.Fill(inner.Level.ParentsSlot, parents);
                        await FetchAsync(children, innerPlan);
                    }
                }

                form.Lists.Add(inner, children);
                await ReadListsAsync(children, innerPlan, NothingAhead);
            }
        }
    }

    private async Task FetchAsync(HeldList list, LevelPlan plan)
    {
        plan.Place(list.Level);
        await using var reader = await connection.QueryAsync(plan.Statement.With(shape), cancellationToken);
        await TakeAsync(list, reader, byId: false);
    }

    /// <param name="byId">Each row is a page of its own, by its id.</param>
    private async Task TakeAsync(HeldList list, DbDataReader reader, bool byId)
    {
        var level = list.Level;
        while (await reader.ReadAsync(cancellationToken))
        {
            var parent = byId ? reader.GetInt64(level.IdColumn) : level.ParentColumn < 0 ? HeldList.NoParent : reader.GetInt64(level.ParentColumn);
            list.Take(reader, parent, writer);
        }
    }
}
