using System.Net;
using System.Text;
using ClientLedger.Customers;
using ClientLedger.Imports;
using ClientLedger.Jobs;
using ClientLedger.Messages;
using ClientLedger.Shared;
using ClientLedger.TestKit;
using ClientLedger.Tests.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ClientLedger.Tests.Imports.Pages;

/// <summary>An import that is stopped and goes on by the buttons of its page, pressed once or twice.</summary>
[Collection(HostCollection.Name)]
public sealed class StoppedImportTests(HeldImports held) : IClassFixture<HeldImports>
{
    private const int Lines = 10;

    [Theory]
    [InlineData(TwoTenants.Acme, LedgerApp.AnnaEmail, Language.English, "Stopped", "Done")]
    [InlineData(TwoTenants.Globex, LedgerApp.GinaEmail, Language.Chinese, "已停止", "已完成")]
    public async Task A_stopped_import_keeps_its_batches_and_goes_on_with_nothing_twice_and_nothing_lost(string tenant, string email, Language language, string stopped, string done)
    {
        var (one, other) = (await VisitAsync(tenant, email, language), await VisitAsync(tenant, email, language));
        var (reached, _) = held.Hold(tenant, batch: 2);
        var import = await StartAsync(one, "stopped");
        await reached;
        await one.GetAsync(import);
        Assert.Equal((HeldImports.BatchLines, 0L, 0L, 0L), one.Counts());

        await TwiceAsync(import, "Cancel", one, other);
        await one.WaitAsync(import);
        Assert.Equal((HeldImports.BatchLines, 0L, 0L, 0L), one.Counts());
        Assert.Contains($">{stopped}<", one.Text, StringComparison.Ordinal);
        Assert.Equal(HeldImports.BatchLines, await CustomersAsync(tenant, email, "stopped"));

        // Stopped once more, it stays as it is.
        await TwiceAsync(import, "Cancel", one, other);
        await one.GetAsync(import);
        Assert.Contains($">{stopped}<", one.Text, StringComparison.Ordinal);

        await TwiceAsync(import, "Resume", one, other);
        await one.WaitAsync(import);
        Assert.Equal((Lines, 0L, 0L, 0L), one.Counts());
        Assert.Contains($">{done}<", one.Text, StringComparison.Ordinal);
        Assert.Equal(Lines, await CustomersAsync(tenant, email, "stopped"));

        // What is done is neither stopped nor done again.
        await TwiceAsync(import, "Resume", one, other);
        await TwiceAsync(import, "Cancel", one, other);
        await one.GetAsync(import);
        Assert.Equal((Lines, 0L, 0L, 0L), one.Counts());
        Assert.Equal((JobState.Succeeded, 2, Lines), await RunAsync(tenant, email, import));
    }

    [Fact]
    public async Task An_import_that_waits_for_its_turn_is_stopped_at_once_and_waits_again()
    {
        var anna = await VisitAsync(TwoTenants.Acme, LedgerApp.AnnaEmail, Language.English);
        var (reached, release) = held.Hold(TwoTenants.Acme, batch: 0);
        var first = await StartAsync(anna, "first");
        await reached;
        var second = await StartAsync(anna, "second");

        await TwiceAsync(second, "Cancel", anna, anna);
        await anna.GetAsync(second);
        Assert.Contains(">Stopped<", anna.Text, StringComparison.Ordinal);
        await TwiceAsync(second, "Resume", anna, anna);
        await anna.GetAsync(second);
        Assert.Contains(">Waiting<", anna.Text, StringComparison.Ordinal);

        release();
        foreach (var (import, name) in new[] { (first, "first"), (second, "second") })
        {
            await anna.WaitAsync(import);
            Assert.Equal((Lines, 0L, 0L, 0L), anna.Counts());
            Assert.Equal(Lines, await CustomersAsync(TwoTenants.Acme, LedgerApp.AnnaEmail, name));
            Assert.Equal((JobState.Succeeded, 1, Lines), await RunAsync(TwoTenants.Acme, LedgerApp.AnnaEmail, import));
        }
    }

    private async Task<ImportVisitor> VisitAsync(string tenant, string email, Language language) => new(await held.App.SignInAsync(email, language), tenant);

    private static async Task<string> StartAsync(ImportVisitor visitor, string name)
    {
        var import = await visitor.PlanAsync(
            Encoding.UTF8.GetBytes("Customer number,Customer name\n" + string.Concat(Enumerable.Range(1, Lines).Select(i => $"{name}-{i},{name} {i}\n"))), name + ".csv");
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.StartAsync(import)).StatusCode);
        return import;
    }

    /// <summary>A button pressed in two windows at once; each has the page open, whatever it shows by now.</summary>
    private static async Task TwiceAsync(string import, string handler, params ImportVisitor[] visitors)
    {
        foreach (var visitor in visitors.Distinct())
        {
            await visitor.GetAsync(import[..import.LastIndexOf('/')] + "/new-file");
        }

        foreach (var answer in await Task.WhenAll(visitors.Select(visitor => visitor.PostAsync($"{import}?handler={handler}", []))))
        {
            Assert.Equal((HttpStatusCode.Redirect, import), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        }
    }

    private async Task<int> CustomersAsync(string tenant, string email, string name)
    {
        var scope = await held.App.OpenAsync(tenant, email);
        await using var context = scope.Database.CreateContext(scope.TenantId);
        return await context.Set<Customer>().CountAsync(customer => customer.Name.StartsWith(name));
    }

    /// <summary>State of the job, how often it was taken up, and the lines that the import counted.</summary>
    private async Task<(JobState State, int Attempts, int Lines)> RunAsync(string tenant, string email, string import)
    {
        var scope = await held.App.OpenAsync(tenant, email);
        Assert.True(RecordIds.TryParse(import.Split('/')[^1], RecordIds.Job, out var id));
        var run = await held.App.Services.GetRequiredService<ImportRuns>().FindAsync(scope, id, default);
        var job = await held.App.Services.GetRequiredService<JobRuns>().FindAsync(scope, id, default);
        Assert.Equal((run.Lines, run.Lines), (LineCounts.Of(run).All, job!.Done));
        return (job.State, job.Attempt, (int)run.Lines);
    }
}
