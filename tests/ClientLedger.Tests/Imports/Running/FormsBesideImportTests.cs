using System.Collections.Concurrent;
using ClientLedger.Storage;
using ClientLedger.TestKit;
using ClientLedger.Tests.Writing;
using ClientLedger.Writing;

namespace ClientLedger.Tests.Imports.Running;

public sealed class FormsBesideImportTests
{
    private const int Forms = 200, People = 8, BatchLines = 250;

    [FactNeedsShared]
    public async Task Two_hundred_forms_are_saved_while_an_import_runs_and_none_waits_for_more_than_two_batches()
    {
        await using var imports = await ImportCase.CreateAsync(Provider.Sqlite);
        var scope = await imports.OpenAsync();
        var beside = await imports.OpenAsync(TwoTenants.Globex);
        var id = await imports.StartAsync(scope, OnlineRetail.FirstLines(40_000), "online_retail.csv");
        var process = await imports.ProcessAsync(BatchLines);
        using var ends = new CancellationTokenSource();
        var importing = Task.Run(() => process.RunNextAsync(ends.Token));
        var waited = new ConcurrentBag<long>();
        await BatchesAsync(imports, id, atLeast: 1);

        await Task.WhenAll(Enumerable.Range(0, People).Select(person => Task.Run(async () =>
        {
            for (var form = 0; form < Forms / People; form++)
            {
                var before = await BatchesAsync(imports, id);
                var result = await imports.Tenants.Writing.ApplyAsync(
                    person % 2 == 0 ? scope : beside, new ChangeSet(Door.Page, [WriteGateTests.Create("customer", ("name", $"Form {person}-{form}"))]), CancellationToken.None);
                waited.Add(await BatchesAsync(imports, id) - before);
                Assert.True(result.Applied);
            }
        })));

        // The import was at work all the time; nobody needs to wait for its end.
        Assert.False(importing.IsCompleted);
        await ends.CancelAsync();
        await importing;
        Assert.Equal(Forms, waited.Count);
        Assert.All(waited, batches => Assert.InRange(batches, 0, 2));
    }

    /// <summary>How many batches of the import were committed.</summary>
    private static async Task<long> BatchesAsync(ImportCase imports, long id, int atLeast = 0)
    {
        while (true)
        {
            var batches = ((await imports.Jobs.CheckpointAsync(TwoTenants.Acme, id))?.Done ?? 0) / BatchLines;
            if (batches >= atLeast)
            {
                return batches;
            }

            await Task.Yield();
        }
    }
}
