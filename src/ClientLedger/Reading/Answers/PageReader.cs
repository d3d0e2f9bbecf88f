using System.Buffers;
using System.Data.Common;
using ClientLedger.Reading.Binding;
using ClientLedger.Reading.Sql;
using ClientLedger.Storage;

namespace ClientLedger.Reading.Answers;

/// <summary>Runs the statements of a page: one for it, and one for each list within its rows.</summary>
internal sealed class PageReader(LedgerConnection connection, Shape shape, RowWriter writer, CancellationToken cancellationToken)
{
    /// <summary>Reads a page and all lists within it.</summary>
    public async Task<HeldList> ReadAsync(BoundLevel page, LevelPlan plan)
    {
        var held = new HeldList(page);
        await FetchAsync(held, plan, parents: 0);
        await ReadListsAsync(held, plan, ahead: null);
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
        List<(HeldList List, LevelPlan Plan)> together = [(held, plan)];
        var ahead = new HeldList?[plan.Lists.Count];
        for (int i = 0, next = 0; i < page.Forms.Count; i++)
        {
            foreach (var list in page.Forms[i].Lists)
            {
                if (!isFiltered && page.Table.Visible is null && list.Row == page.Forms[i])
                {
                    shape.Fill(list.Level.ParentsSlot, ids);
                    ahead[next] = new HeldList(list.Level);
                    together.Add((ahead[next]!, plan.Lists[next]));
                }

                next++;
            }
        }

        var statements = new SqlStatement[together.Count];
        for (var i = 0; i < statements.Length; i++)
        {
            var (list, its) = together[i];
            its.Place(list.Level);
            statements[i] = its.For(ids.Length).With(shape);
        }

        await connection.QueryEachAsync(statements, (number, rows) => TakeAsync(together[number].List, rows, byId: number == 0), cancellationToken);
        await ReadListsAsync(held, plan, ahead);
        return held;
    }

    /// <summary>Reads a page without lists within it and writes <c>{"rows":[…]}</c> as the rows come.</summary>
    public async Task<HeldList> WriteAsync(BoundLevel page, LevelPlan plan, IBufferWriter<byte> output)
    {
        var list = new HeldList(page, output);
        await FetchAsync(list, plan, parents: 0);
        list.Forms[0].CompleteAtOnce();
        return list;
    }

    /// <summary>Reads the lists within rows that were read.</summary>
    /// <param name="ahead">Those whose rows were read with them, in their places.</param>
    private async Task ReadListsAsync(HeldList list, LevelPlan plan, HeldList?[]? ahead)
    {
        var next = 0;
        for (var i = 0; i < list.Forms.Count; i++)
        {
            var (form, row, begin) = (list.Forms[i], list.Level.Forms[i], next);
            form.Complete();
            foreach (var inner in row.Lists)
            {
                form.Lists.Add(inner, ahead?[next] ?? await FetchAsync(form, inner, plan.Lists[next]));
                next++;
            }

            foreach (var timeline in row.Timelines)
            {
                foreach (var parent in form.ParentsOf(timeline))
                {
                    form.TimelineOf(timeline, parent, writer.Places).Cut();
                }
            }

            for (var k = 0; k < row.Lists.Count; k++)
            {
                await ReadListsAsync(form.Lists[row.Lists[k]], plan.Lists[begin + k], ahead: null);
            }
        }
    }

    private async Task<HeldList> FetchAsync(HeldRows within, BoundChildrenSelection list, LevelPlan plan)
    {
        var children = new HeldList(list.Level);
        if (within.ParentsOf(list) is { Length: > 0 } parents)
        {
            shape.Fill(list.Level.ParentsSlot, parents);
            await FetchAsync(children, plan, parents.Length);
        }

        return children;
    }

    private async Task FetchAsync(HeldList list, LevelPlan plan, int parents)
    {
        plan.Place(list.Level);
        await using var reader = await connection.QueryAsync(plan.For(parents).With(shape), cancellationToken);
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
