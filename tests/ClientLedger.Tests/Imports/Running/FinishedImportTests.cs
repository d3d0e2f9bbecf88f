using System.Text;
using ClientLedger.Imports.Mapping;
using ClientLedger.Imports.Uploads;
using ClientLedger.Jobs;
using ClientLedger.Storage;
using ClientLedger.TestKit;
using ClientLedger.Tests.Imports.Mapping;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Tests.Imports.Running;

/// <summary>Imports whose lines are all in, and that break off while they let go of their file.</summary>
public sealed class FinishedImportTests
{
    private const int Lines = 40;

    private static readonly ImportPlan Plan = PlanCase.Of("customer", "number", PlanCase.Column("number", "客户编号"), PlanCase.Column("name", "客户名称"));

    /// <summary>Two chunks, by a column that nobody imports.</summary>
    private static readonly byte[] File = Encoding.UTF8.GetBytes(
        "客户编号,客户名称,附件\n" + string.Concat(Enumerable.Range(1, Lines).Select(line => $"{line},Acme {line},{new string('x', UploadStream.ChunkBytes / Lines)}\n")));

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task An_import_that_breaks_off_between_the_pieces_of_its_file_succeeds_when_it_goes_on(Provider provider)
    {
        await using var imports = await ImportCase.CreateAsync(provider);
        var scope = await imports.OpenAsync();
        var id = await imports.StartAsync(scope, File, plan: _ => Plan);
        var beside = await imports.StartAsync(await imports.OpenAsync(TwoTenants.Globex), File, plan: _ => Plan);

        // What refers to the second piece keeps it from being taken away.
        await imports.Tenants.Stored.AttackAsync(
            """CREATE TABLE "Held" ("TenantId" integer, "ImportId" bigint, "Number" integer, FOREIGN KEY ("TenantId", "ImportId", "Number") REFERENCES "UploadChunks" ("TenantId", "ImportId", "Number"))""",
            $"""INSERT INTO "Held" SELECT "TenantId", "ImportId", "Number" FROM "UploadChunks" WHERE "ImportId" = {id} AND "Number" = 1""");
        var process = await imports.ProcessAsync();
        await process.RunNextAsync(default);
        Assert.Equal((JobState.Interrupted, (long)Lines), ((await imports.Jobs.RunAsync(id)).State, (await imports.Jobs.RunAsync(id)).Done));
        Assert.Equal([1], await PiecesAsync(imports, TwoTenants.Acme, id));

        // Stopped there and resumed, it hasn't lost its way either.
        await imports.Jobs.Runs.CancelAsync(scope, id, default);
        await imports.Jobs.Runs.ResumeAsync(scope, id, default);
        await imports.Tenants.Stored.AttackAsync("""DROP TABLE "Held" """);
        while (await process.RunNextAsync(default))
        {
            // The other tenant's is due, too.
        }

        var run = await imports.DoneAsync(scope, id);
        Assert.Equal((Lines, true), ((int)run.Created, run.FileIsGone));
        Assert.Equal((Lines, Lines, Lines), await FiguresAsync(imports, id));
        Assert.Empty(await PiecesAsync(imports, TwoTenants.Acme, id));
        Assert.Equal(Lines, (await imports.DoneAsync(await imports.OpenAsync(TwoTenants.Globex), beside)).Created);
        Assert.Equal((Lines, Lines), ((await imports.StoredAsync()).Records.Count, (await imports.StoredAsync(TwoTenants.Globex)).Records.Count));
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task An_import_whose_process_dies_when_all_is_done_succeeds_when_it_goes_on(Provider provider)
    {
        await using var imports = await ImportCase.CreateAsync(provider);
        var scope = await imports.OpenAsync();
        var id = (await imports.ImportAsync(scope, File, plan: _ => Plan)).Id;

        // The catalog never heard of the end, nor of the last beats before it.
        await using (var context = imports.Tenants.Catalog.CreateContext())
        {
            await context.JobRuns.ExecuteUpdateAsync(set => set.SetProperty(run => run.State, JobState.Interrupted).SetProperty(run => run.Done, 0)
                .SetProperty(run => run.Total, 0).SetProperty(run => run.Findings, new Dictionary<string, long>()).SetProperty(run => run.EndedAt, (DateTime?)null));
        }

        await (await imports.ProcessAsync(holder: "b")).RunNextAsync(default);

        Assert.Equal(Lines, (await imports.DoneAsync(scope, id)).Created);
        Assert.Equal((Lines, Lines, Lines), await FiguresAsync(imports, id));
        Assert.Equal(Lines, (await imports.StoredAsync()).Records.Count);
        Assert.Empty((await imports.StoredAsync(TwoTenants.Globex)).Records);
    }

    /// <summary>Done, total and created lines as the catalog has them.</summary>
    private static async Task<(long Done, long Total, long Created)> FiguresAsync(ImportCase imports, long id)
    {
        var run = await imports.Jobs.RunAsync(id);
        return (run.Done, run.Total, run.Findings["created"]);
    }

    private static async Task<IReadOnlyList<int>> PiecesAsync(ImportCase imports, string tenant, long id)
    {
        var scope = await imports.OpenAsync(tenant);
        await using var context = scope.Database.CreateContext(scope.TenantId);
        return await context.Set<UploadChunk>().Where(chunk => chunk.ImportId == id).Select(chunk => chunk.Number).ToListAsync();
    }
}
