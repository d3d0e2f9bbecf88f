using System.Globalization;
using ClientLedger.Reading;
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
        var folder = Directory.CreateDirectory(Path.Combine(Environment.GetEnvironmentVariable(Folder) ?? temporary.FullName, "queries")).FullName;
        var world = new PlainWorld(Depth.Seed(303, output), new FixedClock().GetUtcNow());
        foreach (var (scope, set) in world.Growth(10))
        {
            world.Apply(scope, set);
        }

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

                for (var part = 0; part < statements.Count; part++)
                {
                    var file = string.Create(CultureInfo.InvariantCulture, $"query_{written:D4}_{part}.sql");
                    await File.WriteAllTextAsync(Path.Combine(folder, file), Declared(statements[part]));
                }

                written++;
            }
        }

        Assert.True(Directory.EnumerateFiles(folder, "query_*.sql").Count() >= count);
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
