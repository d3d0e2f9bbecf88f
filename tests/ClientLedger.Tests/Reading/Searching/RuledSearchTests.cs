using System.Text;
using ClientLedger.Access;
using ClientLedger.Reading;
using ClientLedger.Storage;
using ClientLedger.TestKit;
using ClientLedger.TestKit.Plain;
using Npgsql;

namespace ClientLedger.Tests.Reading.Searching;

/// <summary>Searches of somebody who sees a part of 20,000 customers.</summary>
public sealed class RuledSearchTests
{
    private const int Customers = 20_000;

    /// <summary>One customer in so many is Ann's, and one of hers in ten is in Bonn.</summary>
    private const int Owners = 20;

    [Fact]
    public async Task No_statement_of_a_search_under_record_rules_reads_a_table_from_end_to_end()
    {
        await using var made = await ReadCase.CreateAsync(Provider.Postgres, BuiltInEntities.Schema, null, ("customer", new() { ["owner"] = 1L, ["city"] = "Ulm" }), ("contact", new() { ["customer"] = 1L, ["name"] = "公司" }));
        await FillAsync(made);
        Grant[] many = [new("customer", new OwnRecords())], few = [new("customer", new MatchingRecords(new FieldFilter("city", Operator.Equals, "Bonn")))];
        Grant[] mixed =
        [
            .. many,
            new("customer", new EveryRecord()) { Others = FieldRight.None, Fields = new Dictionary<string, FieldRight> { ["city"] = FieldRight.ReadOnly, ["shortName"] = FieldRight.ReadOnly } },
        ];
        Grant[] both = [.. many, new Grant("contact", new RecordsThrough("customer", new OwnRecords()))];
        foreach (var (grants, text, hits, more) in new[]
        {
            (many, "公司", 20, true), (many, "客户7760", 1, false), (many, "客户7761", 0, false), (many, "公司 客户776", 1, false),
            (few, "公司", 20, true), (few, "客户7800", 1, false), (few, "客户7760", 0, false),
            (mixed, "公司", 20, true), (mixed, "客户7760", 1, false), (mixed, "客户7761", 0, false),
            (both, "公司", 20, true), (both, "客户7760", 2, false), (both, "客户7761", 0, false),
        })
        {
            var statements = new List<SqlStatement>();
            var watched = new WatchedLedger(made.Database) { Alter = statement => Kept(statements, statement) };
            var caller = made.Caller(grants);
            var answer = await made.Gate.SearchAsync(PlainScope.Of(ReadCase.Acme, caller.Schema, caller.Rights, watched, caller.Secrets), new SearchQuery(text, []), CancellationToken.None);
            Assert.Equal((text, hits, more), (text, answer.Hits.Count, answer.More));

            // What the index returns is the caller's, and a piece of it is enough; few customers are looked through instead.
            Assert.All(watched.Statements, statement => Assert.InRange(statement.Rows, 0, grants == few ? Customers / Owners / 10 : 40));
            Assert.Equal(grants == few, !watched.Statements.Any(statement => statement.Text.Contains("\"SearchTerm\"", StringComparison.Ordinal)));
            foreach (var statement in statements)
            {
                var plan = await PlanAsync(made, statement);

                // Contacts of a twentieth of all customers are found as fast among all contacts, as long as five hundred are counted and no more.
                Assert.False(grants != both && plan.Contains("Seq Scan", StringComparison.Ordinal), $"{statement.Text}\n{plan}");
                if (statement.Text.Contains("\"SearchTerm\"", StringComparison.Ordinal))
                {
                    Assert.Matches("Index Cond: .*\"Term\"", plan);
                    Assert.Equal(PlanChoice.ForAll, statement.Plan);
                    Assert.DoesNotMatch("hashed SubPlan|Gather|Join", plan);
                }
            }
        }
    }

    private static SqlStatement Kept(List<SqlStatement> statements, SqlStatement statement)
    {
        statements.Add(statement);
        return statement;
    }

    /// <summary>Makes of one customer of each tenant many, with the terms that are searched for.</summary>
    private static async Task FillAsync(ReadCase made)
    {
        var (name, contact) = (BuiltInEntities.Schema["customer"].Find("name")!.Id, BuiltInEntities.Schema["contact"].Find("name")!.Id);
        await PostgresCluster.RunAsync(
            $$"""
            INSERT INTO "Customers" SELECT made.* FROM "Customers" AS one, generate_series(2, {{Customers}}) AS n, jsonb_populate_record(one, jsonb_build_object(
                'Id', n, 'Name', '客户' || n || '公司', 'NameKey', '客户' || n || '公司', 'OwnerId', CASE WHEN n % {{Owners}} = 0 THEN {{ReadCase.Ann}} ELSE 100 + n % {{Owners}} END,
                'CityKey', CASE WHEN n % {{10 * Owners}} = 0 THEN 'bonn' ELSE 'ulm' END)) AS made;
            INSERT INTO "SearchTerm" ("TenantId", "Term", "FieldId", "RecordId")
                SELECT one."TenantId", term, {{name}}, one."Id" FROM "Customers" AS one, unnest(ARRAY['E' || one."Name", 'S' || one."Name", 'I公司']) AS term WHERE one."Id" > 1;
            INSERT INTO "Contacts" SELECT made.* FROM "Contacts" AS one, generate_series(2, {{Customers}}) AS n, jsonb_populate_record(one, jsonb_build_object('Id', 100000 + n, 'CustomerId', n)) AS made;
            INSERT INTO "SearchTerm" ("TenantId", "Term", "FieldId", "RecordId")
                SELECT one."TenantId", term, {{contact}}, 100000 + one."Id" FROM "Customers" AS one, unnest(ARRAY['S' || one."Name", 'I公司']) AS term WHERE one."Id" > 1;
            ANALYZE
            """,
            new NpgsqlConnectionStringBuilder(made.OwnerAddress).Database!);
    }

    private static async Task<string> PlanAsync(ReadCase made, SqlStatement statement)
    {
        await using var connection = await made.Database.OpenAsync(ReadCase.Acme, CancellationToken.None);
        await using var reader = await connection.QueryAsync(statement with { Text = "EXPLAIN " + statement.Text }, CancellationToken.None);
        var plan = new StringBuilder();
        while (await reader.ReadAsync())
        {
            plan.AppendLine(reader.GetString(0));
        }

        return plan.ToString();
    }
}
