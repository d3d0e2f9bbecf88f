using System.Globalization;
using System.Text;
using ClientLedger.Fields.Values;
using ClientLedger.Imports.Files;
using ClientLedger.Jobs;
using ClientLedger.Messages;
using ClientLedger.Storage;
using ClientLedger.TestKit;
using ClientLedger.TestKit.Plain;
using ClientLedger.Tests.Imports.Mapping;

namespace ClientLedger.Tests.Imports.Running;

/// <summary>Real files of many kinds, from upload to end.</summary>
public sealed class ImportedFilesTests
{
    [TheoryNeedsShared, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Northwind_is_imported_file_after_file_and_linked_by_numbers(Provider provider)
    {
        await using var imports = await ImportCase.CreateAsync(provider);
        var scope = await imports.OpenAsync();
        var ids = new List<(long Id, int Lines)>();
        foreach (var (name, lines) in new[] { ("Customers", 93), ("Products", 77), ("Orders", 830), ("OrderDetails", 2155) })
        {
            ids.Add((await imports.StartAsync(scope, DataFiles.Unpacked($"northwind/{name}.csv"), $"{name}.csv"), lines));
            imports.Tenants.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        // All are asked for at once; each needs what the one before it brings.
        var process = await imports.ProcessAsync();
        while (await process.RunNextAsync(default))
        {
            // The next file.
        }

        foreach (var (id, lines) in ids)
        {
            var run = await imports.DoneAsync(scope, id);
            Assert.Equal((lines, lines), ((int)run.Lines, (int)run.Created));
        }

        var stored = await imports.StoredAsync();
        Assert.Equal((93, 93, 77, 830, 2155), (Count(stored, "customer"), Count(stored, "contact"), Count(stored, "product"), Count(stored, "order"), Count(stored, "orderLine")));
        Assert.Equal(1_265_793.0395m, stored.Records.Where(record => record.Entity == "order").Sum(record => (decimal)record["amount"]!));
        Assert.Equal(89, stored.Records.Where(record => record.Entity == "order").Select(record => record["customer"]).Distinct().Count());
        Assert.Empty((await imports.StoredAsync(TwoTenants.Globex)).Records);
    }

    [TheoryNeedsShared, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_gbk_statement_arrives_in_chinese(Provider provider)
    {
        await using var imports = await ImportCase.CreateAsync(provider);
        var scope = await imports.OpenAsync();
        var plan = PlanCase.Of("customer", null, PlanCase.Column("name", "交易对方"), PlanCase.Column("remarks", "商品说明"));
        var run = await imports.ImportAsync(
            scope, DataFiles.Unpacked("encodings/double-entry-generator/alipay/example-alipay-records.csv"), "example.csv", _ => plan with { Duplicates = ClientLedger.Writing.DuplicatePolicy.Create });

        Assert.Equal((10L, 10L), (run.Lines, run.Created));
        var stored = await imports.StoredAsync();
        Assert.Contains(stored.Records, record => (string)record["name"]! == "一卡通" && (string)record["remarks"]! == "一卡通充值");
    }

    [TheoryNeedsShared, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_utf_16_file_keeps_every_script(Provider provider)
    {
        await using var imports = await ImportCase.CreateAsync(provider);
        var scope = await imports.OpenAsync();
        var file = DataFiles.Unpacked("encodings/node-chardet/utf16le");
        var plan = PlanCase.Of("customer", null, PlanCase.Column("name", "A")) with { File = new FileChoices { Delimiter = '|', HeadingsAt = 0 } };
        var run = await imports.ImportAsync(scope, file, "utf16le.txt", _ => plan);

        var lines = Encoding.Unicode.GetString(file, 2, file.Length - 2).Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(TextCleaning.Line).Where(line => line.Length > 0).ToList();
        Assert.Equal((lines.Count, 0L), ((int)run.Created, run.Refused));
        Assert.Equal(lines.Order(StringComparer.Ordinal), (await imports.StoredAsync()).Records.Select(record => (string)record["name"]!).Order(StringComparer.Ordinal));
    }

    [TheoryNeedsShared, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Dates_of_a_workbook_that_counts_from_1904_are_the_days_that_it_shows(Provider provider)
    {
        await using var imports = await ImportCase.CreateAsync(provider);
        var scope = await imports.OpenAsync();
        var plan = PlanCase.Of("customer", "number", PlanCase.Column("number", "A"), PlanCase.Column("birthday", "B"), PlanCase.Column("name", "C")) with { File = new FileChoices { HeadingsAt = 0 } };
        var run = await imports.ImportAsync(scope, DataFiles.Unpacked("xlsx-messy/sheetjs/1904/1904.xlsx"), "1904.xlsx", _ => plan);

        Assert.Equal((5L, 5L), (run.Lines, run.Created));
        Assert.All((await imports.StoredAsync()).Records, record => Assert.Equal(record["name"], ((DateOnly)record["birthday"]!).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
    }

    [FactNeedsShared]
    public async Task What_cannot_be_read_is_refused_with_the_reason_before_anything_is_written()
    {
        await using var imports = await ImportCase.CreateAsync(Provider.Sqlite);
        var scope = await imports.OpenAsync();
        foreach (var (content, reason) in new[] { (DataFiles.Unpacked("xlsx-messy/sheetjs/password_2002_128_strong.xls"), "import.fileEncrypted"), ("%PDF-1.7\n%âãÏÓ\n"u8.ToArray(), "import.notATable") })
        {
            var run = await imports.Imports.FindAsync(scope, await imports.UploadAsync(scope, content, "file.xlsx"), default);
            Assert.Equal(reason, Assert.Throws<RefusedException>(() => imports.Imports.Preview(scope, run, null)).Refusal.Code.Code);
        }

        // Too many lines are found when the whole file is read, before its first line is imported.
        await using var strict = await ImportCase.CreateAsync(Provider.Sqlite, new FileLimits { Rows = 300 });
        var other = await strict.OpenAsync();
        var id = await strict.StartAsync(other, Encoding.UTF8.GetBytes("客户编号,客户名称\n" + string.Concat(Enumerable.Range(0, 301).Select(number => $"{number},Customer {number}\n"))));
        await (await strict.ProcessAsync()).RunNextAsync(default);
        Assert.Equal((JobState.Failed, "The file has more than 300 rows. Split it into several files."), ((await strict.Jobs.RunAsync(id)).State, await strict.FailureAsync(other, id)));
        Assert.Empty((await strict.StoredAsync()).Records);
    }

    private static int Count(PlainLedger stored, string entity) => stored.Records.Count(record => record.Entity == entity);
}
