using ClientLedger.Access;
using ClientLedger.Fields;

namespace ClientLedger.Writing.Steps;

/// <summary>
/// Asks the catalog, which is another database, for the persons that rows name: once for all of them, and before the transaction, so that no file waits
/// for it. Whoever acts may be named too: a program owns what it makes and is no member.
/// </summary>
internal sealed class FindMembers : IWriteStep
{
    public async Task RunAsync(WriteBatch batch, CancellationToken cancellationToken)
    {
        var named = new HashSet<long>();
        foreach (var row in batch.Rows)
        {
            for (var i = 0; i < row.Ordinals.Count; i++)
            {
                if (row.Values[i] is long person && row.Entity.Fields[row.Ordinals[i]].Type == FieldType.Person)
                {
                    named.Add(person);
                }
            }
        }

        var actor = batch.Scope.Actor;
        if (actor.Kind != ActorKind.System && named.Remove(actor.Id))
        {
            batch.Members.Add(actor.Id);
        }

        if (named.Count > 0)
        {
            batch.Members.UnionWith(await batch.Scope.Members(named, cancellationToken));
        }
    }
}
