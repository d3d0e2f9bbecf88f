using System.Globalization;
using ClientLedger.Benchmarks.Measuring;
using ClientLedger.Imports;
using ClientLedger.Storage;
using ClientLedger.TestKit;

namespace ClientLedger.Benchmarks.Writing;

/// <summary>An import of a real file, beside bare bulk inserts of all the rows that it leaves behind, and beside itself with more lines.</summary>
internal static class ImportFigures
{
    private const int Lines = 100_000, Rounds = 3, ScaleRounds = 2;
    private const double Bar = 0.4, ScaleBar = 0.8, MostMegabytes = 600;

    /// <summary>Lines of a batch on SQLite, which is what the bare inserts commit there too.</summary>
    private const int SqliteBatch = 1_000;

    public static readonly Figure[] All =
    [
        Of("import-postgres", Provider.Postgres), Of("import-sqlite", Provider.Sqlite),
        new("import-scale", $"{RetailImport.AllLines:N0} lines at {ScaleBar} or more of the lines a second of {Lines:N0}, in less than {MostMegabytes} MB", MeasureScaleAsync),
    ];

    private static Figure Of(string name, Provider provider) => new(
        name, $"{Lines:N0} lines of invoices imported at {Bar} or more of the rows a second of bare bulk inserts", sheet => MeasureAsync(sheet, provider));

    private static async Task MeasureAsync(Sheet sheet, Provider provider)
    {
        var lines = Asked(sheet, Lines);
        using var folder = new TemporaryFolder();
        await RetailImport.CutAsync(lines, folder.PathOf("all"));

        // The runtime compiles what runs often again and again, each time better; a service that has been up for a while is done with it.
        await using (var first = await RetailImport.CreateAsync(provider))
        {
            await first.RunAsync(folder.PathOf("all"));
        }

        sheet.Progress("the code is warm");
        var (import, bare) = (new List<double>(), new List<double>());
        BareInsert? insert = null;
        for (var round = 0; round < Rounds; round++)
        {
            await using (var written = await RetailImport.CreateAsync(provider))
            {
                Memory.Settle();
                var (seconds, run) = await written.RunAsync(folder.PathOf("all"));
                import.Add(seconds);
                sheet.Demand(run.Lines == lines && LineCounts.Of(run).All == lines && run.Created > 0, $"every line is accounted for: {run.Lines:N0}");
                insert ??= await ReadAsync(written, provider, (lines + SqliteBatch - 1) / SqliteBatch);
            }

            await using var filled = await RetailImport.CreateAsync(provider);
            bare.Add(await Memory.SecondsAsync(async () => await insert.RunAsync(filled.Ledger, await filled.TenantAsync())));
            sheet.Progress($"round {round + 1}: import {import[^1]:F1} s, bare inserts {bare[^1]:F1} s");
        }

        sheet.AtLeast("rows a second, import / bare inserts", new Times(bare).Median / new Times(import).Median, Bar);
        sheet.Report("  rows", $"{insert!.Rows:N0}: {string.Join(", ", insert.RowsByTable.Select(table => $"{table.Value:N0} {table.Key}"))}");
        sheet.Report("  import", $"median {new Times(import).Median:F1} s, {insert.Rows / new Times(import).Median:N0} rows and {lines / new Times(import).Median:N0} lines a second");
        sheet.Report("  bare inserts", $"median {new Times(bare).Median:F1} s, {insert.Rows / new Times(bare).Median:N0} rows a second");
        sheet.Condition($"the first {lines:N0} lines of UCI Online Retail, lines without a customer refused; the import reads the uploaded file, checks, links and totals; the bare inserts have their rows ready");
        sheet.Condition(provider == Provider.Postgres
            ? "PostgreSQL on the same machine, 2 GB of shared buffers, without fsync, both under the app's role with row-level security; bare: COPY of ready bytes into a temporary table, INSERT … SELECT, one transaction"
            : $"SQLite in WAL mode, foreign keys on; both in batches of {SqliteBatch} lines; bare: a prepared INSERT a table");
    }

    private static async Task<BareInsert> ReadAsync(RetailImport written, Provider provider, int batches)
    {
        await using var empty = await RetailImport.CreateAsync(provider);
        return provider == Provider.Postgres
            ? await BarePostgresInsert.ReadAsync(written.Ledger, empty.Ledger)
            : await BareSqliteInsert.ReadAsync(written.Ledger, empty.Ledger, batches);
    }

    private static async Task MeasureScaleAsync(Sheet sheet)
    {
        var all = Asked(sheet, RetailImport.AllLines);
        var few = (int)((long)all * Lines / RetailImport.AllLines);
        using var folder = new TemporaryFolder();
        await RetailImport.CutAsync(all, folder.PathOf("all"));
        await RetailImport.CutAsync(few, folder.PathOf("few"));
        foreach (var provider in new[] { Provider.Postgres, Provider.Sqlite })
        {
            var (fewRate, allRate, peak) = (new List<double>(), new List<double>(), 0.0);
            for (var round = 0; round < ScaleRounds; round++)
            {
                fewRate.Add(few / (await ImportingProcess.MeasureAsync(provider, folder.PathOf("few"))).Seconds);
                var (seconds, megabytes) = await ImportingProcess.MeasureAsync(provider, folder.PathOf("all"));
                allRate.Add(all / seconds);
                peak = Math.Max(peak, megabytes);
                sheet.Progress($"{provider}, round {round + 1}: {fewRate[^1]:N0} lines a second of {few:N0}, {allRate[^1]:N0} of {all:N0}, at most {megabytes:F0} MB");
            }

            sheet.AtLeast($"{provider}: lines a second, {all:N0} / {few:N0}", new Times(allRate).Median / new Times(fewRate).Median, ScaleBar);
            sheet.AtMost($"{provider}: megabytes of the importing process", peak, MostMegabytes);
        }

        sheet.Condition("a process of its own for each import, which takes in the upload, plans and runs the job; memory: its largest working set, from start to end");
    }

    /// <summary>The lines that are measured: fewer only where somebody who tries the figure says so.</summary>
    private static int Asked(Sheet sheet, int lines)
    {
        if (!int.TryParse(Environment.GetEnvironmentVariable("CLIENTLEDGER_FIGURE_LINES"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) || asked == lines)
        {
            return lines;
        }

        sheet.Condition($"a trial with {asked:N0} lines instead of {lines:N0}: it proves nothing");
        return asked;
    }
}
