using System.Text;
using ClientLedger.History;
using ClientLedger.Imports;
using ClientLedger.Imports.Files;
using ClientLedger.Imports.Mapping;
using ClientLedger.Imports.Refused;
using ClientLedger.Imports.Uploads;
using ClientLedger.Messages;
using ClientLedger.Storage;
using ClientLedger.TestKit;
using ClientLedger.Tests.Imports.Mapping;
using ClientLedger.Writing;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Tests.Imports.Running;

/// <summary>Small files from upload to end.</summary>
public sealed class ImportRunsTests
{
    private const string Customers = "客户编号,客户名称,客户等级,联系电话,电子邮箱,备注";

    private static readonly ImportPlan Plan = PlanCase.Of(
        "customer", "number", PlanCase.Column("number", "客户编号"), PlanCase.Column("name", "客户名称"), PlanCase.Column("grade", "客户等级"),
        PlanCase.Column("phones", "联系电话"), PlanCase.Column("emails", "电子邮箱"), PlanCase.Column("remarks", "备注"));

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Every_line_is_created_updated_skipped_or_refused(Provider provider)
    {
        await using var imports = await ImportCase.CreateAsync(provider);
        var scope = await imports.OpenAsync();
        await imports.ImportAsync(scope, $"{Customers}\n1,Acme,核心,,,\n2,Globex,重要,,,", Plan);

        var run = await imports.ImportAsync(scope, $"{Customers}\n1,Acme,重要,,,\n2,Globex,重要,,,\n3,Initech,普通,,,\n4,Hooli,Z,,,\n3,Initech,普通,,,\n,,,,,\n5,,核心,,,", Plan, batch: 2);

        // The grade of 4 is none, 5 has no name; the second line of 3 says what the first said.
        Assert.Equal((6L, 1L, 1L, 2L, 2L, 2L), (run.Lines, run.Created, run.Updated, run.Skipped, run.Unchanged, run.Refused));
        var stored = await imports.StoredAsync();
        Assert.Equal(["1 Acme important", "2 Globex important", "3 Initech ordinary"], stored.Records.Select(record => $"{record["number"]} {record["name"]} {record["grade"]}").Order());
        Assert.Empty((await imports.StoredAsync(TwoTenants.Globex)).Records);
        await using var context = scope.Database.CreateContext(scope.TenantId);
        Assert.Equal([(run.Id, (int)Door.Import, "file.csv", imports.Tenants.Owner.Id)], (await context.Set<LogSet>().OrderByDescending(set => set.Number).Take(1).ToListAsync())
            .Select(set => (set.BatchId!.Value, set.Door, set.Reason!, set.ActorId)));
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Refused_lines_come_back_with_their_reasons_and_go_in_again_once_they_are_corrected(Provider provider)
    {
        await using var imports = await ImportCase.CreateAsync(provider);
        var scope = await imports.OpenAsync();
        var run = await imports.ImportAsync(scope, $"{Customers}\n1,Acme,核心,,,\n2,=1+1,Z,,,\"two\nlines\"\n3,\"A, \"\"B\"\"\",核心,+86 12,,-5", Plan);

        var chinese = Encoding.UTF8.GetString(await ImportCase.RefusedAsync(scope, run, Language.Chinese));
        Assert.StartsWith($"\uFEFF{Customers},未导入原因\r\n2,'=1+1,Z,,,\"two\nlines\",", chinese, StringComparison.Ordinal);
        Assert.Contains("\r\n3,\"A, \"\"B\"\"\",核心,+86 12,,-5,", chinese, StringComparison.Ordinal);
        var english = Encoding.UTF8.GetString(await ImportCase.RefusedAsync(scope, run));
        Assert.Contains(",Why it wasn't imported\r\n", english, StringComparison.Ordinal);

        var corrected = Encoding.UTF8.GetBytes(english.Replace(",Z,", ",普通,", StringComparison.Ordinal).Replace("+86 12,", "+86 138 0013 8000,", StringComparison.Ordinal));
        var again = await imports.ImportAsync(scope, corrected, "corrected.csv", _ => Plan);

        Assert.Equal((2L, 2L), (again.Lines, again.Created));
        var stored = await imports.StoredAsync();
        Assert.Equal(["-5", "=1+1", "A, \"B\"", "Acme"], stored.Records.Select(record => record["number"] is "3" ? [(string)record["name"]!, (string)record["remarks"]!] : new[] { (string)record["name"]! })
            .SelectMany(texts => texts).Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_refused_line_keeps_its_running_number_so_that_it_overwrites_no_other(Provider provider)
    {
        const string Headings = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country";
        await using var imports = await ImportCase.CreateAsync(provider);
        var scope = await imports.OpenAsync();
        var run = await imports.ImportAsync(scope, $"{Headings}\n1,A,a,1,2010-12-01,1,17850,France\n1,B,b,x,2010-12-01,2,17850,France\n1,C,c,3,2010-12-01,3,17850,France", batch: 1);
        Assert.Equal((2L, 1L), (run.Created, run.Refused));

        var file = Encoding.UTF8.GetString(await ImportCase.RefusedAsync(scope, run));
        Assert.Contains($"{Headings},InvoiceNo #,Why it wasn't imported\r\n1,B,b,x,2010-12-01,2,17850,France,2,", file, StringComparison.Ordinal);
        var again = await imports.ImportAsync(scope, file.Replace(",x,", ",2,", StringComparison.Ordinal));

        Assert.Equal(1, again.Created);
        var stored = await imports.StoredAsync();
        Assert.Equal([("1-1", 1m), ("1-2", 4m), ("1-3", 9m)], stored.Records.Where(record => record.Entity == "orderLine").Select(record => ((string)record["number"]!, (decimal)record["amount"]!)).Order());
        Assert.Equal(14m, stored.Records.Single(record => record.Entity == "order")["amount"]);
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task The_file_lies_encrypted_in_the_ledger_until_it_was_imported(Provider provider)
    {
        await using var imports = await ImportCase.CreateAsync(provider);
        var scope = await imports.OpenAsync();
        var table = $"{Customers}\n1,Secretive,Z,,,";
        var id = await imports.StartAsync(scope, Encoding.UTF8.GetBytes(table), plan: _ => Plan);
        var raw = await RawAsync(imports);
        Assert.Contains(raw, line => line.StartsWith("UploadChunks", StringComparison.Ordinal));
        Assert.DoesNotContain(raw, line => line.Contains("Secretive", StringComparison.OrdinalIgnoreCase) || line.Contains(Convert.ToHexString("Secretive"u8), StringComparison.Ordinal));

        await (await imports.ProcessAsync()).RunNextAsync(default);

        raw = await RawAsync(imports);
        Assert.DoesNotContain(raw, line => line.StartsWith("UploadChunks", StringComparison.Ordinal));
        Assert.Contains(raw, line => line.StartsWith("RefusedLines", StringComparison.Ordinal));
        Assert.DoesNotContain(raw, line => line.Contains("Secretive", StringComparison.OrdinalIgnoreCase) || line.Contains(Convert.ToHexString("Secretive"u8), StringComparison.Ordinal));
        Assert.Contains("Secretive", Encoding.UTF8.GetString(await ImportCase.RefusedAsync(scope, await imports.Imports.FindAsync(scope, id, default))), StringComparison.Ordinal);
        Assert.Throws<RefusedException>(() => imports.Imports.Preview(scope, new ImportRun { Id = id, FileName = "x", Bytes = 10 }, null));
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Nobody_sees_or_touches_the_imports_of_another_person_or_tenant(Provider provider)
    {
        await using var imports = await ImportCase.CreateAsync(provider);
        var scope = await imports.OpenAsync();
        var id = await imports.StartAsync(scope, Encoding.UTF8.GetBytes($"{Customers}\n1,Acme,核心,,,"));
        var lin = await imports.Tenants.AddMemberAsync(TwoTenants.Acme, "Lin");
        foreach (var other in new[] { await imports.OpenAsync(TwoTenants.Globex), await imports.OpenAsync(TwoTenants.Acme, lin) })
        {
            Assert.Empty(await imports.Imports.NewestAsync(other, 10, default));
            Assert.Null(await imports.Imports.LastPlanAsync(other, Customers.Split(','), default));
            foreach (var act in new Func<Task>[]
            {
                () => imports.Imports.FindAsync(other, id, default),
                () => imports.Imports.PlanAsync(other, id, new() { Counts = "customer", Entities = [] }, default),
                () => imports.Imports.StartAsync(other, id, default),
                () => imports.Imports.DiscardAsync(other, id, default),
            })
            {
                Assert.Equal("import.runUnknown", (await Assert.ThrowsAsync<RefusedException>(act)).Refusal.Code.Code);
            }
        }

        // Globex's keys and rows are others: the same id finds nothing there.
        var theirs = await imports.OpenAsync(TwoTenants.Globex);
        Assert.Throws<RefusedException>(() => imports.Imports.Preview(theirs, new ImportRun { Id = id, FileName = "x", Bytes = 10 }, null));
        await (await imports.ProcessAsync()).RunNextAsync(default);
        var done = await imports.DoneAsync(scope, id);
        using var output = new MemoryStream();
        await RefusedFile.WriteAsync(theirs, done, output, Language.English, default);
        Assert.DoesNotContain("Acme", Encoding.UTF8.GetString(output.ToArray()), StringComparison.Ordinal);
        Assert.Empty((await imports.StoredAsync(TwoTenants.Globex)).Records);
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_started_import_keeps_its_plan_and_one_that_was_not_started_can_be_discarded(Provider provider)
    {
        await using var imports = await ImportCase.CreateAsync(provider);
        var scope = await imports.OpenAsync();
        var id = await imports.UploadAsync(scope, Encoding.UTF8.GetBytes($"{Customers}\n1,Acme,核心,,,"), "C:\\files\\customers.csv");
        var run = await imports.Imports.FindAsync(scope, id, default);
        var plan = PlanGuess.Of(scope.Schema, imports.Imports.Preview(scope, run, null))!;

        Assert.Equal("customers.csv", run.FileName);
        Assert.Equal("import.planMissing", Assert.Single(await imports.Imports.StartAsync(scope, id, default)).Code.Code);
        Assert.Equal("import.countsNothing", Assert.Single(await imports.Imports.PlanAsync(scope, id, plan with { Counts = "order" }, default)).Code.Code);
        Assert.Empty(await imports.Imports.PlanAsync(scope, id, plan, default));
        Assert.Empty(await imports.Imports.StartAsync(scope, id, default));
        Assert.Empty(await imports.Imports.StartAsync(scope, id, default));
        Assert.Equal("import.alreadyStarted", Assert.Single(await imports.Imports.PlanAsync(scope, id, plan, default)).Code.Code);
        await imports.Imports.DiscardAsync(scope, id, default);
        Assert.Equal(plan.Counts, (await imports.Imports.LastPlanAsync(scope, [.. Customers.Split(','), "more"], default))!.Counts);
        Assert.Null(await imports.Imports.LastPlanAsync(scope, ["客户名称"], default));

        var other = await imports.UploadAsync(scope, Encoding.UTF8.GetBytes($"{Customers}\n1,Acme,核心,,,"));
        await imports.Imports.DiscardAsync(scope, other, default);
        Assert.Equal([id], (await imports.Imports.NewestAsync(scope, 10, default)).Select(each => each.Id));
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Uploads_that_nobody_starts_go_after_a_week(Provider provider)
    {
        await using var imports = await ImportCase.CreateAsync(provider);
        var scope = await imports.OpenAsync();
        var table = Encoding.UTF8.GetBytes($"{Customers}\n1,Acme,核心,,,");
        var (left, started) = (await imports.UploadAsync(scope, table), await imports.StartAsync(scope, table));
        var beside = await imports.UploadAsync(await imports.OpenAsync(TwoTenants.Globex), table);
        imports.Tenants.Clock.Advance(TimeSpan.FromDays(8));
        var later = await imports.UploadAsync(scope, table);

        Assert.Equal([later, started], (await imports.Imports.NewestAsync(scope, 10, default)).Select(run => run.Id));
        Assert.NotEqual(left, started);
        await imports.Imports.FindAsync(await imports.OpenAsync(TwoTenants.Globex), beside, default);
        await (await imports.ProcessAsync()).RunNextAsync(default);
        Assert.Equal("The file 'file.csv' isn't kept any more, or can't be decrypted. Upload it again.", await imports.FailureAsync(scope, started));
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Files_of_several_chunks_arrive_whole_and_too_large_ones_are_refused(Provider provider)
    {
        await using var imports = await ImportCase.CreateAsync(provider);
        var scope = await imports.OpenAsync();
        var content = new byte[UploadStream.ChunkBytes * 2 + 1000];
        new Random(3).NextBytes(content);
        var run = await imports.Imports.FindAsync(scope, await imports.UploadAsync(scope, content), default);

        using var stream = new UploadStream(scope, run);
        using var read = new MemoryStream();
        await stream.CopyToAsync(read);
        Assert.Equal(content, read.ToArray());
        stream.Seek(-1500, SeekOrigin.End);
        Assert.Equal(content[^1500], stream.ReadByte());

        var strict = new UploadedFiles(imports.Tenants.Ids, imports.Tenants.Clock, new FileLimits { Bytes = UploadStream.ChunkBytes });
        Assert.Equal("import.fileTooLarge", Assert.Single((await strict.ReceiveAsync(scope, "x", new MemoryStream(content), default)).Refusals).Code.Code);
        Assert.Equal("import.fileEmpty", Assert.Single((await strict.ReceiveAsync(scope, "x", new MemoryStream(), default)).Refusals).Code.Code);
        Assert.Equal([run.Id], (await imports.Imports.NewestAsync(scope, 10, default)).Select(each => each.Id));
    }

    private static Task<IReadOnlyList<string>> RawAsync(ImportCase imports) => imports.Tenants.Stored.RowsOfAsync(TestLedger.Acme);
}
