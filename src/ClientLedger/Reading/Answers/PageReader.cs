using System.Buffers;
using ClientLedger.Reading.Binding;
using ClientLedger.Reading.Sql;
using ClientLedger.Storage;

namespace ClientLedger.Reading.Answers;

/// <summary>Runs the statements of a page: one for it, and one for each list within its rows.</summary>
internal sealed class PageReader(LedgerConnection connection, Shape shape, RowWriter writer, CancellationToken cancellationToken)
{
    /// <summary>Reads a page and all lists within it.</summary>
    /// <param name="byId">Each row is a page of its own, by its id.</param>
    public async Task<HeldList> ReadAsync(BoundLevel page, LevelPlan plan, bool byId = false)
    {
        var held = new HeldList(page);
        await ReadRowsAsync(held, plan, byId);
        return held;
    }

    /// <summary>Reads a page without lists within it and writes <c>{"rows":[…]}</c> as the rows come.</summary>
    public async Task<HeldPage> WriteAsync(BoundLevel page, LevelPlan plan, IBufferWriter<byte> output)
    {
        using var list = new HeldList(page, output);
        await FetchAsync(list, plan, byId: false);
        list.Forms[0].CompleteAtOnce();
        return list[HeldList.NoParent];
    }

    private async Task ReadRowsAsync(HeldList list, LevelPlan plan, bool byId)
    {
        await FetchAsync(list, plan, byId);
        var next = 0;
        for (var i = 0; i < list.Forms.Count; i++)
        {
            var form = list.Forms[i];
            form.Complete();
            foreach (var inner in list.Level.HasLists ? SelectionSql.ListsOf(list.Level.Forms[i]) : [])
            {
                var innerPlan = plan.Lists[next++];
                var children = new HeldList(inner.Level);
                form.Lists.Add(inner, children);
                var parents = form.ParentsOf(inner);
                if (parents.Length > 0)
                {
                    shape.Fill(inner.Level.ParentsSlot, parents);
                    await ReadRowsAsync(children, innerPlan, byId: false);
                }
            }
        }
    }

    private async Task FetchAsync(HeldList list, LevelPlan plan, bool byId)
    {
        var level = list.Level;
        plan.Place(level);
        await using var reader = await connection.QueryAsync(plan.Statement.With(shape), cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var parent = byId ? reader.GetInt64(level.IdColumn) : level.ParentColumn < 0 ? HeldList.NoParent : reader.GetInt64(level.ParentColumn);
            list.Take(reader, parent, writer);
        }
    }
}
