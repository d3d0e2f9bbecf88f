using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using ClientLedger.Benchmarks.Data;
using ClientLedger.Benchmarks.Measuring;
using ClientLedger.Fields;
using ClientLedger.Reading;
using ClientLedger.Shared;
using ClientLedger.Storage;
using ClientLedger.Tenancy;
using ClientLedger.TestKit;
using Npgsql;

namespace ClientLedger.Benchmarks.Searching;

/// <summary>Quick find among a million customers, beside a look-up by id through the same gate.</summary>
internal static class SearchFigure
{
    private const int Customers = 1_000_000, Rounds = 9, WarmUp = 3, MostRows = 5_000;
    private const double Bar = 20;

    public static readonly Figure Search = new(
        "search", $"quick find among {Customers:N0} customers: p95 within {Bar} look-ups by id, and at most {MostRows:N0} index rows for frequent words", MeasureAsync);

    private static async Task MeasureAsync(Sheet sheet)
    {
        await using var ledger = await TestLedger.CreateAsync(Provider.Postgres);
        var (tenant, neighbour) = (new SeedTenant(ledger.Database, TestLedger.Acme, withFields: false), new SeedTenant(ledger.Database, TestLedger.Globex, withFields: false));
        var seeding = new Seeding(ledger);
        await seeding.WithoutIndexesAsync(async () =>
        {
            await tenant.EnterAsync();
            await neighbour.EnterAsync();
            await seeding.FillAsync(tenant, 0, Customers, withTerms: true);
            await seeding.FillAsync(neighbour, 0, Customers / 20, withTerms: true);
        });
        sheet.Progress($"{Customers:N0} customers of one tenant and a twentieth of them of another are in");
        await using var owner = new NpgsqlConnection(ledger.OwnerAddress);
        await owner.OpenAsync();
        await ReportSizeAsync(sheet, owner);
        var questions = await SearchQuestions.OfAsync(owner, tenant.Id, Customers);
        var gate = new ReadGate(TimeProvider.System, new SystemRandomSource());
        await CompareAsync(sheet, gate, tenant, questions);
        await FrequentAsync(sheet, gate, tenant);
        await RestrictedAsync(sheet, gate, tenant, questions);
        sheet.Condition($"{questions.Count} texts, a fourth each: parts of names, 3 to 8 initials, the last 4 to 8 digits of phones, e-mail addresses; each finds 1 to {SearchQuestions.MostFound} customers");
        sheet.Condition($"of each text the median of {Rounds} rounds, each search followed by a look-up of one customer's id, name and phones by its id; in the process, one caller");
        sheet.Condition("PostgreSQL on the same machine, 2 GB of shared buffers, without fsync, under the app's role with row-level security; the index freshly built");
    }

    private static async Task CompareAsync(Sheet sheet, ReadGate gate, SeedTenant tenant, IReadOnlyList<string> questions)
    {
        var scope = tenant.Owner();
        var searches = questions.Select(_ => new List<double>()).ToArray();
        var (lookUps, rows, misses) = (new List<double>(), new List<double>(), 0);
        var dice = new Dice(1);
        for (var round = -WarmUp; round < Rounds; round++)
        {
            for (var i = 0; i < questions.Count; i++)
            {
                var start = Stopwatch.GetTimestamp();
                var answer = await SearchAsync(gate, scope, questions[i]);
                var searched = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
                start = Stopwatch.GetTimestamp();
                await LookUpAsync(gate, scope, Seeding.IdOf(dice.Throw(Customers)));
                if (round >= 0)
                {
                    searches[i].Add(searched);
                    lookUps.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
                    rows.Add(answer.RowsRead);
                    misses += answer.Hits.Count == 0 ? 1 : 0;
                }
            }
        }

        sheet.Demand(misses == 0, "every text finds something");
        var (medians, lookUp) = (new Times(searches.Select(times => new Times(times).Median)), new Times(lookUps));
        sheet.AtMost("p95 of searches / look-up by id", medians.Quantile(0.95) / lookUp.Median, Bar);
        sheet.Report("  searches", $"median {medians.Median:F0} µs, p95 {medians.Quantile(0.95):F0} µs; with every single round counted p95 {new Times(searches.SelectMany(times => times)).Quantile(0.95):F0} µs");
        sheet.Report("  look-ups", lookUp.ToString());
        foreach (var (kind, at) in new[] { "parts of names", "initials", "phone tails", "e-mails" }.Select((kind, at) => (kind, at)))
        {
            var ofKind = new Times(searches.Skip(at * SearchQuestions.OfEachKind).Take(SearchQuestions.OfEachKind).Select(times => new Times(times).Median));
            sheet.Report($"  {kind}", $"{ofKind.Median / lookUp.Median:F1} look-ups, p95 {ofKind.Quantile(0.95) / lookUp.Median:F1}");
        }

        sheet.Report("  index rows read", Rows(rows));
    }

    private static async Task FrequentAsync(Sheet sheet, ReadGate gate, SeedTenant tenant)
    {
        var (scope, rows, times) = (tenant.Owner(), new List<double>(), new List<double>());
        for (var round = 0; round < 3; round++)
        {
            foreach (var word in SearchQuestions.Frequent)
            {
                var start = Stopwatch.GetTimestamp();
                var answer = await SearchAsync(gate, scope, word);
                times.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
                rows.Add(answer.RowsRead);
                sheet.Demand(answer.More, $"'{word}' has more than is shown");
            }
        }

        sheet.AtMost("index rows read for a frequent word", rows.Max(), MostRows);
        sheet.Report("  frequent words", new Times(times).ToString());
    }

    private static async Task RestrictedAsync(Sheet sheet, ReadGate gate, SeedTenant tenant, IReadOnlyList<string> questions)
    {
        var scope = tenant.Salesperson(SeedCustomer.FirstOwner + 7);
        foreach (var (name, texts) in new[] { ("the same texts", questions), ("frequent words", SearchQuestions.Frequent) })
        {
            var (rows, times) = (new List<double>(), new List<double>());
            foreach (var text in texts)
            {
                var start = Stopwatch.GetTimestamp();
                rows.Add((await SearchAsync(gate, scope, text)).RowsRead);
                times.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
            }

            sheet.Report($"a salesperson, {name}: index rows read", $"{Rows(rows)}; {new Times(times)}");
        }
    }

    private static async Task ReportSizeAsync(Sheet sheet, NpgsqlConnection owner)
    {
        await using var command = new NpgsqlCommand(
            """
            SELECT (SELECT count(*) FROM "Customers"), (SELECT count(*) FROM "SearchTerm"), pg_table_size('"SearchTerm"'), pg_indexes_size('"SearchTerm"'), pg_total_relation_size('"Customers"')
            """, owner) { CommandTimeout = 0 };
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        double customers = reader.GetInt64(0);
        sheet.Report("search index per customer", string.Create(
            CultureInfo.InvariantCulture,
            $"{reader.GetInt64(1) / customers:F1} rows, {(reader.GetInt64(2) + reader.GetInt64(3)) / customers:F0} bytes ({reader.GetInt64(2) / customers:F0} table, {reader.GetInt64(3) / customers:F0} key); the customer itself {reader.GetInt64(4) / customers:F0} bytes with its indexes"));
    }

    private static Task<SearchAnswer> SearchAsync(ReadGate gate, LedgerScope scope, string text) =>
        gate.SearchAsync(scope, new SearchQuery(text, ["customer"]), CancellationToken.None);

    private static Task<PageInfo> LookUpAsync(ReadGate gate, LedgerScope scope, long id) => gate.ReadAsync(
        scope,
        new LedgerQuery("customer")
        {
            Select = [new FieldSelection(SystemFields.Id), new FieldSelection("name"), new FieldSelection("phones")],
            Where = new FieldFilter(SystemFields.Id, Operator.Equals, RecordIds.Format("cus", id)),
            Size = 1,
        },
        new ArrayBufferWriter<byte>(512),
        CancellationToken.None);

    private static string Rows(List<double> rows)
    {
        var sorted = new Times(rows);
        return $"median {sorted.Median:F0}, p95 {sorted.Quantile(0.95):F0}, most {sorted.Quantile(1):F0}";
    }
}
