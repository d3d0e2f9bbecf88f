using System.Text;
using ClientLedger.Storage;
using ClientLedger.TestKit;
using ClientLedger.Writing.Sql;
using Npgsql;

namespace ClientLedger.Tests.Storage;

/// <summary>Under row-level security an index serves only operators that leak nothing; these plans show that the gates' keys and orders are such.</summary>
public sealed class LedgerPlansTests
{
    private const int Customers = 5_000;

    [Fact]
    public async Task Index_conditions_serve_the_gates_under_row_level_security()
    {
        await using var ledger = await TestLedger.CreateAsync(Provider.Postgres);
        foreach (var tenantId in new[] { TestLedger.Acme, TestLedger.Globex })
        {
            await FillAsync(ledger.Database, tenantId);
        }

        await using (var owner = new NpgsqlConnection(ledger.OwnerAddress))
        {
            await owner.OpenAsync();
            await using var analyse = new NpgsqlCommand("ANALYZE", owner);
            await analyse.ExecuteNonQueryAsync();
        }

        // The order of names, with a bound of its first key; NULLs first on a column that may be empty; equality on both.
        await AssertIndexAsync(ledger, "\"NameKey\" >= @text", "\"NameKey\", \"Id\"", "IX_Customers_TenantId_NameKey_Id");
        await AssertIndexAsync(ledger, "\"DeletedAt\" IS NULL", "\"NextContactOn\" NULLS FIRST, \"Id\"", "IX_Customers_TenantId_NextContactOn_Id");
        await AssertIndexAsync(ledger, "\"DeletedAt\" IS NULL", "\"NextContactOn\" DESC NULLS LAST, \"Id\" DESC", "IX_Customers_TenantId_NextContactOn_Id");
        await AssertIndexAsync(ledger, "\"TaxNumber\" = @text", "\"Id\"", "IX_Customers_TenantId_TaxNumber_Id");
        await AssertIndexAsync(ledger, "\"NationalIdTail\" = @text", "\"Id\"", "IX_Customers_TenantId_NationalIdTail_Id");
    }

    private static async Task AssertIndexAsync(TestLedger ledger, string where, string orderBy, string index)
    {
        await using var connection = await ledger.Database.OpenAsync(TestLedger.Acme, CancellationToken.None);
        var text = $"EXPLAIN SELECT \"Id\" FROM \"Customers\" WHERE \"TenantId\" = @tenant AND {where} ORDER BY {orderBy} LIMIT 20";
        SqlArgument[] arguments = [new("tenant", StoreKind.Int32, TestLedger.Acme), new("text", StoreKind.Text, "客户 4000")];
        await using var reader = await connection.QueryAsync(new SqlStatement(text, [.. arguments.Where(argument => text.Contains("@" + argument.Name, StringComparison.Ordinal))]), CancellationToken.None);
        var plan = new StringBuilder();
        while (await reader.ReadAsync())
        {
            plan.AppendLine(reader.GetString(0));
        }

        Assert.Contains(index, plan.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Sort", plan.ToString(), StringComparison.Ordinal);
    }

    private static async Task FillAsync(LedgerDatabase database, int tenantId)
    {
        var entity = BuiltInEntities.Schema["customer"];
        var table = database.Tables.Of(entity);
        var rows = new TableRows(table.Name);
        var columns = new (RowColumn Column, Func<int, object?> Value)[]
        {
            (rows.Add(table.TenantId), _ => tenantId),
            (rows.Add(table.Id), number => (long)number),
            (rows.Add(table.Version), _ => 1L),
            (Column("createdAt"), number => Rows.Moment.AddMinutes(number)),
            (Column("updatedAt"), number => Rows.Moment.AddMinutes(number)),
            (Column("kind"), _ => "organisation"),
            (Column("book"), _ => 1L),
            (Column("name"), number => $"客户 {number}"),
            (rows.Add(table[entity.OrdinalOf("name")]!.Key!), number => $"客户 {number}"),
            (Column("taxNumber"), number => number % 3 == 0 ? null : $"T{number}"),
            (Column("nextContactOn"), number => number % 4 == 0 ? null : DateOnly.FromDateTime(Rows.Moment).AddDays(number)),
            (rows.Add(table[entity.OrdinalOf("nationalId")]!.Tail!), number => number % 5 == 0 ? $"tail {number}" : null),
        };
        for (var number = 1; number <= Customers; number++)
        {
            foreach (var (column, value) in columns)
            {
                column.AddValue(value(number));
            }
        }

        await using var transaction = await database.BeginAsync(tenantId, CancellationToken.None);
        await database.Writer.InsertAsync(transaction, rows, CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);

        RowColumn Column(string field) => rows.Add(table[entity.OrdinalOf(field)]!.Value);
    }
}
