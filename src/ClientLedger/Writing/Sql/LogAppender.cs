using ClientLedger.History;
using ClientLedger.Reading.Sql;
using ClientLedger.Shared;
using ClientLedger.Storage;
using ClientLedger.Storage.Secrets;

namespace ClientLedger.Writing.Sql;

/// <summary>
/// Appends a set to a tenant's log inside the transaction that it describes. Entries go in first, under the set's own id; then the tenant's row
/// in <see cref="LogHead"/> is locked, the next number taken and the chain continued, so that the lock is held only to the commit.
/// </summary>
internal sealed class LogAppender(LedgerTables tables, TableWriter writer, IRandomSource random)
{
    /// <summary>Writes the set and its entries, whose hashes are made here, and tells the set's number.</summary>
    public async Task<long> AppendAsync(LedgerTransaction transaction, TenantSecrets secrets, LogSet set, IReadOnlyList<LogEntry> entries, CancellationToken cancellationToken)
    {
        var salts = new byte[entries.Count * LogChain.SaltLength];
        random.Fill(salts);
        for (var i = 0; i < entries.Count; i++)
        {
            var entry = entries[i];
            entry.Salt = salts.AsSpan(i * LogChain.SaltLength, LogChain.SaltLength).ToArray();
            entry.ValuesHash = LogChain.ValuesHash(entry.Salt, entry.Changes!);
        }

        await writer.InsertAsync(transaction, Rows(entries), cancellationToken);
        set.Entries = entries.Count;
        set.Digest = LogChain.EntriesDigest(entries);
        (set.Number, var previous) = await TakeNumberAsync(transaction, cancellationToken);
        set.Mac = LogChain.Mac(secrets.LogKey, previous, set);
        await writer.InsertAsync(transaction, Row(set), cancellationToken);
        await SetMacAsync(transaction, set.Mac, cancellationToken);
        return set.Number;
    }

    private async Task<(long Number, byte[] Mac)> TakeNumberAsync(LedgerTransaction transaction, CancellationToken cancellationToken)
    {
        var head = tables.Of<LogHead>();
        var name = SqlDialect.Quote(head.Name);
        var number = SqlDialect.Quote(head[nameof(LogHead.Number)].Name);
        var mac = SqlDialect.Quote(head[nameof(LogHead.Mac)].Name);
        var where = $"WHERE {SqlDialect.Quote(head[nameof(LogHead.TenantId)].Name)} = @tenant";
        var tenant = new SqlArgument("tenant", StoreKind.Int32, transaction.TenantId);
        if (await transaction.ExecuteAsync(new SqlStatement($"UPDATE {name} SET {number} = {number} + 1 {where}", [tenant]), cancellationToken) == 0)
        {
            await writer.InsertAsync(transaction, FirstHead(transaction.TenantId), cancellationToken);
        }

        await using var reader = await transaction.QueryAsync(new SqlStatement($"SELECT {number}, {mac} FROM {name} {where}", [tenant]), cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return (reader.GetInt64(0), await reader.GetFieldValueAsync<byte[]>(1, cancellationToken));
    }

    private Task<int> SetMacAsync(LedgerTransaction transaction, byte[] mac, CancellationToken cancellationToken)
    {
        var head = tables.Of<LogHead>();
        var text = $"UPDATE {SqlDialect.Quote(head.Name)} SET {SqlDialect.Quote(head[nameof(LogHead.Mac)].Name)} = @mac "
            + $"WHERE {SqlDialect.Quote(head[nameof(LogHead.TenantId)].Name)} = @tenant";
        return transaction.ExecuteAsync(
            new SqlStatement(text, [new SqlArgument("tenant", StoreKind.Int32, transaction.TenantId), new SqlArgument("mac", StoreKind.Bytes, mac)]),
            cancellationToken);
    }

    private TableRows FirstHead(int tenantId)
    {
        var table = tables.Of<LogHead>();
        var rows = new TableRows(table.Name);
        rows.Add(table[nameof(LogHead.TenantId)]).AddValue(tenantId);
        rows.Add(table[nameof(LogHead.Number)]).AddValue(1L);
        rows.Add(table[nameof(LogHead.Mac)]).AddValue(LogChain.Beginning);
        return rows;
    }

    private TableRows Row(LogSet set)
    {
        var table = tables.Of<LogSet>();
        var rows = new TableRows(table.Name);
        rows.Add(table[nameof(LogSet.TenantId)]).AddValue(set.TenantId);
        rows.Add(table[nameof(LogSet.Number)]).AddValue(set.Number);
        rows.Add(table[nameof(LogSet.SetId)]).AddValue(set.SetId);
        rows.Add(table[nameof(LogSet.At)]).AddValue(set.At);
        rows.Add(table[nameof(LogSet.ActorKind)]).AddValue(set.ActorKind);
        rows.Add(table[nameof(LogSet.ActorId)]).AddValue(set.ActorId);
        rows.Add(table[nameof(LogSet.ActorName)]).AddValue(set.ActorName);
        rows.Add(table[nameof(LogSet.Door)]).AddValue(set.Door);
        rows.Add(table[nameof(LogSet.Reason)]).AddValue(set.Reason);
        rows.Add(table[nameof(LogSet.BatchId)]).AddValue(set.BatchId);
        rows.Add(table[nameof(LogSet.Entries)]).AddValue(set.Entries);
        rows.Add(table[nameof(LogSet.Digest)]).AddValue(set.Digest);
        rows.Add(table[nameof(LogSet.Mac)]).AddValue(set.Mac);
        return rows;
    }

    private TableRows Rows(IReadOnlyList<LogEntry> entries)
    {
        var table = tables.Of<LogEntry>();
        var rows = new TableRows(table.Name);
        Fill<int?>(rows, table[nameof(LogEntry.TenantId)], entries, entry => entry.TenantId);
        Fill<long?>(rows, table[nameof(LogEntry.SetId)], entries, entry => entry.SetId);
        Fill<int?>(rows, table[nameof(LogEntry.Ordinal)], entries, entry => entry.Ordinal);
        Fill<int?>(rows, table[nameof(LogEntry.EntityId)], entries, entry => entry.EntityId);
        Fill<long?>(rows, table[nameof(LogEntry.RecordId)], entries, entry => entry.RecordId);
        Fill<long?>(rows, table[nameof(LogEntry.Version)], entries, entry => entry.Version);
        Fill<int?>(rows, table[nameof(LogEntry.Verb)], entries, entry => entry.Verb);
        Fill<string?>(rows, table[nameof(LogEntry.Changes)], entries, entry => entry.Changes);
        Fill<byte[]?>(rows, table[nameof(LogEntry.Salt)], entries, entry => entry.Salt);
        Fill<byte[]?>(rows, table[nameof(LogEntry.ValuesHash)], entries, entry => entry.ValuesHash);
        return rows;
    }

    private static void Fill<T>(TableRows rows, StoreColumn column, IReadOnlyList<LogEntry> entries, Func<LogEntry, T> value)
    {
        var added = rows.Add<T>(column);
        foreach (var entry in entries)
        {
            added.Add(value(entry));
        }
    }
}
