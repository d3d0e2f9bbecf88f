using System.Reflection;
using ClientLedger.Fields;
using ClientLedger.Storage;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.History;

/// <summary>The version of every record of an entity, deleted ones included.</summary>
internal static class RecordVersions
{
    private static readonly MethodInfo ReadTyped = typeof(RecordVersions).GetMethod(nameof(ReadAll), BindingFlags.Static | BindingFlags.NonPublic)!;

    /// <summary>Id and version of each record of the context's tenant.</summary>
    public static IAsyncEnumerable<(long Id, long Version)> Read(LedgerContext context, EntityDescriptor entity) =>
        (IAsyncEnumerable<(long Id, long Version)>)ReadTyped.MakeGenericMethod(entity.RecordType).Invoke(null, [context])!;

    private static async IAsyncEnumerable<(long Id, long Version)> ReadAll<TRecord>(LedgerContext context)
        where TRecord : LedgerRecord
    {
        var rows = context.Set<TRecord>().IgnoreQueryFilters([LedgerContext.DeletedFilter]).AsNoTracking()
            .Select(record => new { record.Id, record.Version }).AsAsyncEnumerable();
        await foreach (var row in rows)
        {
            yield return (row.Id, row.Version);
        }
    }
}
