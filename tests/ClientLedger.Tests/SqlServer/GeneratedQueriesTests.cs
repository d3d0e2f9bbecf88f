using System.Globalization;
using ClientLedger.Access;
using ClientLedger.Messages;
using ClientLedger.Reading;
using ClientLedger.Reading.Searching;
using ClientLedger.SqlServer;
using ClientLedger.Storage;
using ClientLedger.TestKit;
using ClientLedger.TestKit.Generators;
using ClientLedger.TestKit.Plain;
using Xunit.Abstractions;

namespace ClientLedger.Tests.SqlServer;

/// <summary>
/// Writes the T-SQL of generated queries to the folder that the run then gives to tests/ClientLedger.SqlServer.Check, which parses each and holds
/// its names against the model: no server is needed.
/// </summary>
public sealed class GeneratedQueriesTests(ITestOutputHelper output)
{
    /// <summary>Named by tests/run.sh; a test that runs alone writes to a folder that goes with it.</summary>
    private const string Folder = "CLIENTLEDGER_SQLSERVER_SCRIPTS";

    [Fact]
    public async Task Queries_of_two_tenants_are_written_for_the_check()
    {
        using var temporary = new TemporaryFolder();
        var (folder, world) = (FolderIn(temporary), Grown(Depth.Seed(303, output)));
        await using var database = new SqlServerLedger("Server=localhost", BuiltInEntities.Schema);
        var gate = new ReadGate(new FixedClock(), new FixedRandom());
        var count = Depth.Count(1_000);
        for (var written = 0; written < count;)
        {
            var plain = written % 3 == 0 ? world.Owner(1) : world.Caller(written % 2 == 0 ? 1 : 2);
            var sight = world.Sight(plain);
            if (new RandomQueries(world.Chance, sight, world.Values).Next() is { } query && PlainChecks.Refuse(sight, query) is null)
            {
                var scope = PlainScope.Of(plain.TenantId, world.Schema, plain.Rights, database, TestGates.Secrets(plain.TenantId));
                var statements = gate.StatementsOf(scope, written % 2 == 0 ? query : AsObject(query)).ToList();
                if (new RandomAggregates(world.Chance, sight, world.Values).Next() is { } aggregate)
                {
                    statements.Add(gate.StatementOf(scope, aggregate));
                }

                await WriteAsync(folder, "query", written++, statements);
            }
        }

        Assert.True(Directory.EnumerateFiles(folder, "query_*.sql").Count() >= count);
    }

    [Fact]
    public async Task Searches_of_two_tenants_are_written_for_the_check()
    {
        using var temporary = new TemporaryFolder();
        var (folder, world) = (FolderIn(temporary), Grown(Depth.Seed(304, output)));
        await using var server = new SqlServerLedger("Server=localhost", BuiltInEntities.Schema);
        var gate = new ReadGate(new FixedClock(), new FixedRandom());
        var (count, kinds) = (Depth.Count(300), new HashSet<string>());
        for (var written = 0; written < count; written++)
        {
            var plain = written % 3 == 0 ? world.Owner(1) : world.Caller(written % 2 == 0 ? 1 : 2);
            var customer = world.Schema.Find("customer")!;
            var field = customer.Fields.First(SearchedEntity.IsIndexed);

            // Where the caller sees few records all of them are read; else the index is, and what it finds.
            var seesFew = written % 4 == 1;
            await using var ledger = new WrittenLedger(server, statement => KindOf(statement) switch
            {
                "seen" => [[0, seesFew ? 1L : 1_000_000L]],
                "index" when !seesFew && plain.Rights.On("customer").Best(customer.OrdinalOf(field.Name)) == ReadRight.Clear => [[0, "a", field.Id, 1L]],
                _ => [],
            });
            var scope = PlainScope.Of(plain.TenantId, world.Schema, plain.Rights, ledger, TestGates.Secrets(plain.TenantId));
            try
            {
                await gate.SearchAsync(scope, new SearchQuery(world.Chance.Pick(["a", "张 三", "138 b", "x@y.example"]), written % 2 == 0 ? ["customer"] : []), CancellationToken.None);
            }
            catch (RefusedException)
            {
                continue;
            }

            kinds.UnionWith(ledger.Statements.Select(KindOf));
            await WriteAsync(folder, "search", written, ledger.Statements);
        }

        Assert.Equal(["index", "records", "seen"], kinds.Order(StringComparer.Ordinal));

        static string KindOf(SqlStatement statement) =>
            statement.Text.Contains("\"SearchTerm\"", StringComparison.Ordinal) ? "index" : statement.Text.Contains("AS \"c\" FROM", StringComparison.Ordinal) ? "seen" : "records";
    }

    private static string FolderIn(TemporaryFolder temporary) =>
        Directory.CreateDirectory(Path.Combine(Environment.GetEnvironmentVariable(Folder) ?? temporary.FullName, "queries")).FullName;

    private static PlainWorld Grown(int seed)
    {
        var world = new PlainWorld(seed, new FixedClock().GetUtcNow());
        foreach (var (scope, set) in world.Growth(10))
        {
            world.Apply(scope, set);
        }

        return world;
    }

    private static async Task WriteAsync(string folder, string kind, int number, List<SqlStatement> statements)
    {
        for (var part = 0; part < statements.Count; part++)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{kind}_{number:D4}_{part}.sql")), Declared(statements[part]));
        }
    }

    /// <summary>The query with all its lists as objects, read from their ends.</summary>
    private static LedgerQuery AsObject(LedgerQuery query) => query with { Parts = Parts(query.Select), Select = [], Sums = [], FromEnd = true };

    private static IReadOnlyList<ListPart> Parts(IReadOnlyList<Selection> select) =>
    [
        new RowsPart("rows", [new CursorSelection("place"), .. select.Select(AsObject)]),
        .. Enum.GetValues<PageFact>().Select(fact => new FactPart($"{fact}", fact)),
    ];

    private static Selection AsObject(Selection selection) => selection switch
    {
        ChildrenSelection children => children with { Parts = Parts(children.Select), Select = [], FromEnd = true },
        ReferenceSelection reference => reference with { Select = [.. reference.Select.Select(AsObject)] },
        _ => selection,
    };

    private static string Declared(SqlStatement statement) =>
        string.Concat(statement.Arguments.Select(argument => $"DECLARE @{argument.Name} {TypeOf(argument)};\n")) + statement.Text + ";\n";

    private static string TypeOf(SqlArgument argument) => argument.IsList ? "nvarchar(max)" : argument.Kind switch
    {
        StoreKind.Int32 => "int",
        StoreKind.Int64 => "bigint",
        StoreKind.Boolean => "bit",
        StoreKind.Date => "date",
        StoreKind.Moment => "datetime2(3)",
        StoreKind.Bytes => "varbinary(max)",
        _ => "varchar(8000)",
    };
}
