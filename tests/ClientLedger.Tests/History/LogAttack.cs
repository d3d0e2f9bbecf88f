using ClientLedger.History;
using ClientLedger.Storage;
using ClientLedger.TestKit;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Tests.History;

/// <summary>Something that the owner of the database does to a log of five sets, and what the verifier must say.</summary>
/// <param name="Name">What is done.</param>
/// <param name="Code">Code of the verdict.</param>
/// <param name="Says">Part of its English text: the set, the entry or the record.</param>
/// <param name="RunAsync">Does it.</param>
internal sealed record LogAttack(string Name, string Code, string Says, Func<TestLedger, Task> RunAsync)
{
    private const string Tenant = "\"TenantId\" = 1";

    public static IReadOnlyList<LogAttack> All { get; } =
    [
        Entry("alters the values", "history.entryAltered", "Entry 0 of set 2", """ "Changes" = '{"city":["Bonn","Roma"]}' """),
        Entry("erases the values and keeps the salt", "history.entryAltered", "Entry 0 of set 2", """ "Changes" = NULL """),
        Entry("erases the salt and keeps the values", "history.entryAltered", "Entry 0 of set 2", """ "Salt" = NULL """),
        Entry("erases both the values and the salt", "history.entryAltered", "Entry 0 of set 2", """ "Changes" = NULL, "Salt" = NULL """),
        new("alters the values with their hash", "history.entriesDiffer", "set 2", ForgeValuesAsync),
        Entry("alters the version", "history.entriesDiffer", "set 2", """ "Version" = 7 """),
        Entry("alters the verb", "history.entriesDiffer", "set 2", """ "Verb" = 3 """),
        Entry("alters the record", "history.entriesDiffer", "set 2", """ "RecordId" = "RecordId" + 1 """),
        Entry("alters the entity", "history.entriesDiffer", "set 2", """ "EntityId" = 2 """),
        Set("alters the actor", 3, "history.setAltered", """ "ActorId" = 99 """),
        Set("alters the actor's name", 3, "history.setAltered", """ "ActorName" = 'Mallory' """),
        Set("alters the actor's kind", 3, "history.setAltered", """ "ActorKind" = 2 """),
        Set("alters the time", 3, "history.setAltered", """ "At" = '2020-01-01T00:00:00.000Z' """),
        new("makes the time unreadable", "history.setAltered", "Set 3", UnreadableTimeAsync),
        Set("alters the door", 3, "history.setAltered", """ "Door" = 2 """),
        Set("gives a reason", 3, "history.setAltered", """ "Reason" = '' """),
        Set("gives a batch", 3, "history.setAltered", """ "BatchId" = -1 """),
        Set("gives batch 0", 3, "history.setAltered", """ "BatchId" = 0 """),
        Set("alters the count of entries", 3, "history.entriesDiffer", """ "Entries" = 9 """),
        new("alters the digest", "history.entriesDiffer", "set 3", ledger => OnSetAsync(ledger, 3, $"\"Digest\" = {PastTheFences.Zeros(ledger.Database.Provider, 32)}")),
        new("alters the mac", "history.setAltered", "Set 3", ledger => OnSetAsync(ledger, 3, $"\"Mac\" = {PastTheFences.Zeros(ledger.Database.Provider, 32)}")),
        Sql("removes an entry", "history.entriesDiffer", "set 1", $"""DELETE FROM "LogEntry" WHERE {OfSet(1)} AND "Ordinal" = 1"""),
        Sql("removes a set", "history.setMissing", "Set 3 is missing: the log goes from 2 to 4", $"""DELETE FROM "LogEntry" WHERE {OfSet(3)}""", $"""DELETE FROM "LogSet" WHERE {Tenant} AND "Number" = 3"""),
        Sql("removes the first set", "history.setMissing", "Set 1 is missing", $"""DELETE FROM "LogEntry" WHERE {OfSet(1)}""", $"""DELETE FROM "LogSet" WHERE {Tenant} AND "Number" = 1"""),
        Sql("removes the newest set", "history.endMissing", "ends with set 4, but set 5", $"""DELETE FROM "LogEntry" WHERE {OfSet(5)}""", $"""DELETE FROM "LogSet" WHERE {Tenant} AND "Number" = 5"""),
        Sql("removes the newest set and mends the head", "history.recordDiffers", "version 3, but the log left it at version 2", $"""DELETE FROM "LogEntry" WHERE {OfSet(5)}""", $"""DELETE FROM "LogSet" WHERE {Tenant} AND "Number" = 5""", HeadTo(4)),
        Sql("removes the newest set's header and mends the head", "history.entryWithoutSet", "An entry about record cus_", $"""DELETE FROM "LogSet" WHERE {Tenant} AND "Number" = 5""", HeadTo(4)),
        Sql("removes all sets", "history.endMissing", "ends with set 0, but set 5", $"""DELETE FROM "LogEntry" WHERE {Tenant}""", $"""DELETE FROM "LogSet" WHERE {Tenant}"""),
        Sql("removes the whole log", "history.recordDiffers", "but the log left it at version 0", $"""DELETE FROM "LogEntry" WHERE {Tenant}""", $"""DELETE FROM "LogSet" WHERE {Tenant}""", $"""DELETE FROM "LogHead" WHERE {Tenant}"""),
        Sql("inserts an entry", "history.entriesDiffer", "set 2", InsertEntry(OfSet(2), "\"SetId\"", "5")),
        Sql("inserts an entry without a set", "history.entryWithoutSet", "An entry about record cus_", InsertEntry(OfSet(2), "42", "0")),
        Inserted("inserts a set at the end", 6),
        Inserted("inserts a set before the first", 0),
        Inserted("inserts a set far before the first", -5),
        Inserted("inserts a set in the middle", 3, $"""UPDATE "LogSet" SET "Number" = "Number" + 1000 WHERE {Tenant} AND "Number" >= 3""", $"""UPDATE "LogSet" SET "Number" = "Number" - 999 WHERE {Tenant} AND "Number" > 1000"""),
        Sql("swaps two sets", "history.setAltered", "Set 2", Renumber(2, 1002), Renumber(3, 2), Renumber(1002, 3)),
        Sql("swaps the entries of two sets", "history.entriesDiffer", "set 2", $"""UPDATE "LogSet" SET "SetId" = -"SetId" WHERE {Tenant} AND "Number" IN (2, 3)""", SwapSetIds(2, 3), SwapSetIds(3, 2)),
        Sql("swaps two entries", "history.entriesDiffer", "set 1", Reorder(0, 7), Reorder(1, 0), Reorder(7, 1)),
        Sql("moves an entry to another set", "history.entriesDiffer", "set 1", $"""UPDATE "LogEntry" SET "SetId" = (SELECT "SetId" FROM "LogSet" WHERE {Tenant} AND "Number" = 4), "Ordinal" = 8 WHERE {OfSet(1)} AND "Ordinal" = 1"""),
        Sql("removes the head", "history.headAltered", "set 5", $"""DELETE FROM "LogHead" WHERE {Tenant}"""),
        Sql("sets the head back", "history.headAltered", "set 5", $"""UPDATE "LogHead" SET "Number" = 4 WHERE {Tenant}""", $"""UPDATE "LogHead" SET "Mac" = (SELECT "Mac" FROM "LogSet" WHERE {Tenant} AND "Number" = 4) WHERE {Tenant}"""),
        Sql("sets the head forth", "history.endMissing", "ends with set 5, but set 6", $"""UPDATE "LogHead" SET "Number" = 6 WHERE {Tenant}"""),
        new("alters the head's mac", "history.headAltered", "set 5", ledger => ledger.AttackAsync($"""UPDATE "LogHead" SET "Mac" = {PastTheFences.Zeros(ledger.Database.Provider, 32)} WHERE {Tenant}""")),
        Sql("changes a record past the gate", "history.recordDiffers", "has version 4, but the log left it at version 3", $"""UPDATE "Customers" SET "Version" = 4, "City" = 'Roma' WHERE {Tenant}"""),
        Sql("changes a record past the gate and keeps its version", "history.valueDiffers", "City of the Customer cus_", $"""UPDATE "Customers" SET "City" = 'Roma', "CityKey" = 'roma' WHERE {Tenant}"""),
        Sql("sets a record back past the gate", "history.recordDiffers", "has version 2, but the log left it at version 3", $"""UPDATE "Customers" SET "Version" = 2 WHERE {Tenant}"""),
        Sql("removes a record past the gate", "history.recordMissing", "The Contact con_", $"""DELETE FROM "Contacts" WHERE {Tenant}"""),
        new("inserts a record past the gate", "history.recordDiffers", "has version 1, but the log left it at version 0", ledger => InsertRecordAsync(ledger, version: 1)),
        new("inserts a record of version 0 past the gate", "history.recordDiffers", "has version 0, but the log left it at version 0", ledger => InsertRecordAsync(ledger, version: 0)),
    ];

    private static string OfSet(int number) => $"""{Tenant} AND "SetId" = (SELECT "SetId" FROM "LogSet" WHERE {Tenant} AND "Number" = {number})""";

    private static LogAttack Entry(string name, string code, string says, string change) =>
        Sql(name + " of an entry", code, says, $"""UPDATE "LogEntry" SET {change} WHERE {OfSet(2)} AND "Ordinal" = 0""");

    private static LogAttack Set(string name, int number, string code, string change) =>
        new(name + " of a set", code, code == "history.setAltered" ? $"Set {number}" : $"set {number}", ledger => OnSetAsync(ledger, number, change));

    private static LogAttack Sql(string name, string code, string says, params string[] statements) => new(name, code, says, async ledger => Assert.NotEqual(0, await ledger.AttackAsync(statements)));

    private static async Task OnSetAsync(TestLedger ledger, int number, string change) =>
        Assert.Equal(1, await ledger.AttackAsync($"""UPDATE "LogSet" SET {change} WHERE {Tenant} AND "Number" = {number}"""));

    private static string HeadTo(int number) =>
        $"""UPDATE "LogHead" SET "Number" = {number}, "Mac" = (SELECT "Mac" FROM "LogSet" WHERE {Tenant} AND "Number" = {number}) WHERE {Tenant}""";

    private static string Renumber(int from, int to) => $"""UPDATE "LogSet" SET "Number" = {to} WHERE {Tenant} AND "Number" = {from}""";

    private static string Reorder(int from, int to) => $"""UPDATE "LogEntry" SET "Ordinal" = {to} WHERE {OfSet(1)} AND "Ordinal" = {from}""";

    /// <summary>Gives a set, whose own id is negative just now, the entries of another.</summary>
    private static string SwapSetIds(int number, int other) => $"""
        UPDATE "LogEntry" SET "SetId" = (SELECT "SetId" FROM "LogSet" WHERE {Tenant} AND "Number" = {number})
        WHERE {Tenant} AND "SetId" = (SELECT -"SetId" FROM "LogSet" WHERE {Tenant} AND "Number" = {other})
        """;

    private static string InsertEntry(string model, string setId, string ordinal) => $"""
        INSERT INTO "LogEntry" ("TenantId", "SetId", "Ordinal", "EntityId", "RecordId", "Version", "Verb", "Changes", "Salt", "ValuesHash")
        SELECT "TenantId", {setId}, {ordinal}, "EntityId", "RecordId", "Version", "Verb", "Changes", "Salt", "ValuesHash" FROM "LogEntry" WHERE {model} AND "Ordinal" = 0
        """;

    /// <summary>A set without entries, whose digest is right and whose mac is another set's.</summary>
    private static LogAttack Inserted(string name, int number, params string[] before) => new(name, "history.setAltered", $"Set {number}", ledger => ledger.AttackAsync(
    [
        .. before,
        $"""
        INSERT INTO "LogSet" ("TenantId", "Number", "SetId", "At", "ActorKind", "ActorId", "ActorName", "Door", "Reason", "BatchId", "Entries", "Digest", "Mac")
        SELECT "TenantId", {number}, 77, "At", "ActorKind", "ActorId", "ActorName", "Door", "Reason", "BatchId", 0, {PastTheFences.Bytes(ledger.Database.Provider, LogChain.EntriesDigest([]))}, "Mac"
        FROM "LogSet" WHERE {Tenant} AND "Number" = 2
        """,
    ]));

    private static async Task ForgeValuesAsync(TestLedger ledger)
    {
        await using var context = ledger.Database.CreateContext(TestLedger.Acme);
        var set = await context.Set<LogSet>().SingleAsync(set => set.Number == 2);
        var entry = await context.Set<LogEntry>().SingleAsync(entry => entry.SetId == set.SetId && entry.Ordinal == 0);
        const string values = """{"city":["Bonn","Roma"]}""";
        var hash = PastTheFences.Bytes(ledger.Database.Provider, LogChain.ValuesHash(entry.Salt, values));
        Assert.Equal(1, await ledger.AttackAsync($"""UPDATE "LogEntry" SET "Changes" = '{values}', "ValuesHash" = {hash} WHERE {OfSet(2)} AND "Ordinal" = 0"""));
    }

    /// <summary>SQLite takes any text for a time; elsewhere the year is one that no calendar of ours has.</summary>
    private static Task UnreadableTimeAsync(TestLedger ledger) =>
        OnSetAsync(ledger, 3, ledger.Database.Provider == Provider.Sqlite ? "\"At\" = 'yesterday'" : "\"At\" = '1999-01-01 00:00:00'");

    private static async Task InsertRecordAsync(TestLedger ledger, long version)
    {
        await using var transaction = await ledger.Database.BeginAsync(TestLedger.Acme, CancellationToken.None);
        await ledger.Database.Writer.InsertAsync(transaction, Storage.Rows.Customer(ledger.Database, TestLedger.Acme, 4711, "Ghost"), CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        Assert.Equal(1, await ledger.AttackAsync($"""UPDATE "Customers" SET "Version" = {version} WHERE {Tenant} AND "Id" = 4711"""));
    }

    public override string ToString() => Name;
}
