using ClientLedger.Reading;
using ClientLedger.Storage;
using ClientLedger.TestKit;
using ClientLedger.Writing.Sql;

namespace ClientLedger.Tests.Storage;

public sealed class TableWriterTests
{
    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Every_column_of_every_record_keeps_what_was_written(Provider provider)
    {
        await using var ledger = await TestLedger.CreateAsync(provider);
        var database = ledger.Database;
        await Rows.InsertCustomerAsync(database, TestLedger.Globex, 1, "Globex");
        foreach (var entity in BuiltInEntities.Schema.Entities)
        {
            var table = database.Tables.Of(entity);
            var full = new TableRows(table.Name);
            full.Add(table.TenantId).AddValue(TestLedger.Acme);
            full.Add(table.DeletedAt).AddValue(Rows.Moment);
            full.Add(table.Custom).AddValue("""{"colour": "深蓝"}""");
            for (var ordinal = 0; ordinal < entity.Fields.Count; ordinal++)
            {
                if (table[ordinal] is { } columns)
                {
                    var several = new[] { columns.Value, columns.Key, columns.Hash, columns.Tail };
                    foreach (var column in several.OfType<StoreColumn>())
                    {
                        full.Add(column).AddValue(entity.Fields[ordinal].Name == "id" ? 7L : entity.Fields[ordinal].Target is null ? Rows.ValueOf(column.Kind) : null);
                    }
                }
            }

            // References are checked by the tests of foreign keys; here required ones would need their records.
            if (entity.Fields.Any(field => field is { Target: not null, Required: true }))
            {
                continue;
            }

            await using var transaction = await database.BeginAsync(TestLedger.Acme, CancellationToken.None);
            await database.Writer.InsertAsync(transaction, full, CancellationToken.None);
            var names = string.Join(", ", full.Columns.Select(column => $"\"{column.Column.Name}\""));
            await using (var reader = await transaction.QueryAsync(new SqlStatement($"SELECT {names} FROM \"{table.Name}\" WHERE \"TenantId\" = 1", []), CancellationToken.None))
            {
                Assert.True(await reader.ReadAsync());
                for (var place = 0; place < full.Columns.Count; place++)
                {
                    Assert.Equal(Shown(full.Columns[place].ValueAt(0), full.Columns[place].Column.Kind), Read(reader, place, full.Columns[place].Column.Kind));
                }

                Assert.False(await reader.ReadAsync());
            }

            await transaction.CommitAsync(CancellationToken.None);
        }

        Assert.Equal(1, provider == Provider.Sqlite ? 1 : await Rows.CountAsync(database, TestLedger.Globex, "Customers"));
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task An_update_tells_which_rows_of_the_batch_were_there(Provider provider)
    {
        await using var ledger = await TestLedger.CreateAsync(provider);
        var database = ledger.Database;
        await Rows.InsertCustomerAsync(database, TestLedger.Acme, 1, "一");
        await Rows.InsertCustomerAsync(database, TestLedger.Acme, 2, "二");
        await Rows.InsertCustomerAsync(database, TestLedger.Globex, 3, "三");

        var table = database.Tables.Of(BuiltInEntities.Schema["customer"]);
        var city = table[BuiltInEntities.Schema["customer"].OrdinalOf("city")]!.Value;
        var rows = new TableRows(table.Name);
        var (tenant, id, version, newCity) = (rows.Add<int>(table.TenantId), rows.Add<long>(table.Id), rows.Add<long>(table.Version), rows.Add<string?>(city));
        foreach (var (wantedId, wantedVersion) in new[] { (1L, 1L), (2L, 9L), (3L, 1L), (4L, 1L) })
        {
            tenant.Add(TestLedger.Acme);
            id.Add(wantedId);
            version.Add(wantedVersion);
            newCity.Add("杭州");
        }

        await using var transaction = await database.BeginAsync(TestLedger.Acme, CancellationToken.None);
        var touched = await database.Writer.UpdateAsync(transaction, rows, keys: 3, report: 1, CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        Assert.Equal([1L], touched);
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Deletes_the_rows_named_and_no_other_tenants(Provider provider)
    {
        await using var ledger = await TestLedger.CreateAsync(provider);
        var database = ledger.Database;
        var table = database.Tables.Of<SearchTerm>();
        foreach (var tenantId in new[] { TestLedger.Acme, TestLedger.Globex })
        {
            await using var transaction = await database.BeginAsync(tenantId, CancellationToken.None);
            await database.Writer.InsertAsync(transaction, Terms(table, tenantId, "E客户", "S客", "Pkehu"), CancellationToken.None);
            await transaction.CommitAsync(CancellationToken.None);
        }

        await using (var transaction = await database.BeginAsync(TestLedger.Acme, CancellationToken.None))
        {
            await database.Writer.DeleteAsync(transaction, Terms(table, TestLedger.Acme, "E客户", "Pkehu", "missing"), CancellationToken.None);
            await transaction.CommitAsync(CancellationToken.None);
        }

        await using var acme = database.CreateContext(TestLedger.Acme);
        await using var globex = database.CreateContext(TestLedger.Globex);
        Assert.Equal(["S客"], acme.Set<SearchTerm>().Select(row => row.Term));
        Assert.Equal(3, globex.Set<SearchTerm>().Count());
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task What_isnt_committed_leaves_nothing_behind(Provider provider)
    {
        await using var ledger = await TestLedger.CreateAsync(provider);
        var database = ledger.Database;
        await Rows.InsertCustomerAsync(database, TestLedger.Globex, 9, "Globex");
        await using (var transaction = await database.BeginAsync(TestLedger.Acme, CancellationToken.None))
        {
            await database.Writer.InsertAsync(transaction, Rows.Customer(database, TestLedger.Acme, 1, "stays"), CancellationToken.None);
            await transaction.CommitAsync(CancellationToken.None);
        }

        await using (var abandoned = await database.BeginAsync(TestLedger.Acme, CancellationToken.None))
        {
            await database.Writer.InsertAsync(abandoned, Rows.Customer(database, TestLedger.Acme, 2, "never committed"), CancellationToken.None);
        }

        await using var context = database.CreateContext(TestLedger.Acme);
        Assert.Equal(["stays"], context.Set<ClientLedger.Customers.Customer>().Select(customer => customer.Name));
    }

    private static TableRows Terms(PlainTable table, int tenantId, params string[] terms)
    {
        var rows = new TableRows(table.Name);
        var (tenant, term, field, record) = (rows.Add<int>(table["TenantId"]), rows.Add<string>(table["Term"]), rows.Add<int>(table["FieldId"]), rows.Add<long>(table["RecordId"]));
        foreach (var text in terms)
        {
            tenant.Add(tenantId);
            term.Add(text);
            field.Add(1002);
            record.Add(5);
        }

        return rows;
    }

    private static object? Shown(object? value, StoreKind kind) => kind == StoreKind.Json ? ((string?)value)?.Replace(" ", "", StringComparison.Ordinal) : value;

    private static object? Read(System.Data.Common.DbDataReader reader, int place, StoreKind kind)
    {
        if (reader.IsDBNull(place))
        {
            return null;
        }

        return kind switch
        {
            StoreKind.Int32 => reader.GetInt32(place),
            StoreKind.Int64 => reader.GetInt64(place),
            StoreKind.Boolean => reader.GetBoolean(place),
            StoreKind.Date => reader.GetFieldValue<DateOnly>(place),
            StoreKind.Moment => reader.GetDateTime(place).ToUniversalTime(),
            StoreKind.Bytes => reader.GetFieldValue<byte[]>(place),
            StoreKind.Json => reader.GetString(place).Replace(" ", "", StringComparison.Ordinal),
            _ => reader.GetString(place),
        };
    }
}
