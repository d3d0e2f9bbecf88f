using ClientLedger.Customers;
using ClientLedger.Reading;
using ClientLedger.Storage;
using ClientLedger.TestKit;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Tests.Storage;

public sealed class LedgerContextTests
{
    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Stamps_new_rows_with_its_tenant_and_shows_no_other(Provider provider)
    {
        await using var ledger = await TestLedger.CreateAsync(provider);
        foreach (var tenantId in new[] { TestLedger.Acme, TestLedger.Globex })
        {
            await using var context = ledger.Database.CreateContext(tenantId);
            context.Add(new SearchTerm { Term = "E" + tenantId, FieldId = 1, RecordId = 1 });
            await context.SaveChangesAsync();
        }

        await using var acme = ledger.Database.CreateContext(TestLedger.Acme);
        var row = await acme.Set<SearchTerm>().SingleAsync();
        Assert.Equal(TestLedger.Acme, row.TenantId);
        Assert.Equal("E1", row.Term);
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Refuses_to_save_a_row_of_another_tenant(Provider provider)
    {
        await using var ledger = await TestLedger.CreateAsync(provider);
        await using var acme = ledger.Database.CreateContext(TestLedger.Acme);
        acme.Add(new SearchTerm { TenantId = TestLedger.Globex, Term = "E", FieldId = 1, RecordId = 1 });
        await Assert.ThrowsAsync<InvalidOperationException>(() => acme.SaveChangesAsync());

        acme.ChangeTracker.Clear();
        acme.Remove(new SearchTerm { TenantId = TestLedger.Globex, Term = "E", FieldId = 1, RecordId = 1 });
        await Assert.ThrowsAsync<InvalidOperationException>(() => acme.SaveChangesAsync());

        acme.ChangeTracker.Clear();
        acme.Update(new FieldIndex { TenantId = TestLedger.Globex, FieldId = 1, RecordId = 1 });
        await Assert.ThrowsAsync<InvalidOperationException>(() => acme.SaveChangesAsync());
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Without_a_tenant_there_is_nothing_to_read_or_to_save(Provider provider)
    {
        await using var ledger = await TestLedger.CreateAsync(provider);
        await Rows.InsertCustomerAsync(ledger.Database, TestLedger.Acme, 1, "Acme");
        await Rows.InsertCustomerAsync(ledger.Database, TestLedger.Globex, 2, "Globex");
        await using var nobody = ledger.Database.CreateContext(tenantId: 0);
        Assert.Empty(await nobody.Set<Customer>().ToListAsync());
        nobody.Add(new SearchTerm { Term = "E", FieldId = 1, RecordId = 1 });
        await Assert.ThrowsAsync<InvalidOperationException>(() => nobody.SaveChangesAsync());
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Refuses_to_save_a_record_because_only_the_write_gate_writes_them(Provider provider)
    {
        await using var ledger = await TestLedger.CreateAsync(provider);
        await Rows.InsertCustomerAsync(ledger.Database, TestLedger.Acme, 1, "Acme");
        await Rows.InsertCustomerAsync(ledger.Database, TestLedger.Globex, 2, "Globex");
        await using var context = ledger.Database.CreateContext(TestLedger.Acme);
        (await context.Set<Customer>().SingleAsync()).City = "杭州";
        await Assert.ThrowsAsync<InvalidOperationException>(() => context.SaveChangesAsync());
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Leaves_deleted_records_out_until_the_filter_is_lifted_by_name(Provider provider)
    {
        await using var ledger = await TestLedger.CreateAsync(provider);
        await Rows.InsertCustomerAsync(ledger.Database, TestLedger.Globex, 2, "Globex");
        await using (var transaction = await ledger.Database.BeginAsync(TestLedger.Acme, CancellationToken.None))
        {
            var rows = Rows.Customer(ledger.Database, TestLedger.Acme, 1, "Acme");
            rows.Add(ledger.Database.Tables.Of(CustomerFields.Entity).DeletedAt).AddValue(Rows.Moment);
            await ledger.Database.Writer.InsertAsync(transaction, rows, CancellationToken.None);
            await transaction.CommitAsync(CancellationToken.None);
        }

        await using var context = ledger.Database.CreateContext(TestLedger.Acme);
        Assert.Empty(await context.Set<Customer>().ToListAsync());
        var deleted = await context.Set<Customer>().IgnoreQueryFilters([LedgerContext.DeletedFilter]).SingleAsync();
        Assert.Equal(Rows.Moment, deleted.DeletedAt);
        Assert.Equal(DateTimeKind.Utc, deleted.DeletedAt!.Value.Kind);
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Works_inside_a_ledger_transaction_and_goes_with_it(Provider provider)
    {
        await using var ledger = await TestLedger.CreateAsync(provider);
        await using (var globex = ledger.Database.CreateContext(TestLedger.Globex))
        {
            globex.Add(new SearchTerm { Term = "E", FieldId = 1, RecordId = 1 });
            await globex.SaveChangesAsync();
        }

        await using (var transaction = await ledger.Database.BeginAsync(TestLedger.Acme, CancellationToken.None))
        {
            await using var inside = ledger.Database.CreateContext(transaction);
            inside.Add(new SearchTerm { Term = "E", FieldId = 1, RecordId = 1 });
            await inside.SaveChangesAsync();
            Assert.Single(await inside.Set<SearchTerm>().ToListAsync());
        }

        await using var after = ledger.Database.CreateContext(TestLedger.Acme);
        Assert.Empty(await after.Set<SearchTerm>().ToListAsync());
    }
}
