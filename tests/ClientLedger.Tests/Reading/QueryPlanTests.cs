using System.Text;
using ClientLedger.Fields;
using ClientLedger.Messages;
using ClientLedger.Reading;
using ClientLedger.Reading.Binding;
using ClientLedger.Reading.Searching;
using ClientLedger.Reading.Sql;
using ClientLedger.Shared;
using ClientLedger.Storage;
using ClientLedger.TestKit;
using ClientLedger.TestKit.Generators;
using Npgsql;

namespace ClientLedger.Tests.Reading;

/// <summary>Queries of one shape share a plan, and plans use indexes where they must.</summary>
public sealed class QueryPlanTests
{
    [Fact]
    public async Task Tenants_values_cursors_and_names_of_own_fields_share_one_plan()
    {
        var schemas = new[] { "size", "weight" }.Select((name, at) => BuiltInEntities.Schema.With(new[] { Own(1_000_000 + at, name) }.ToLookup(_ => "customer"))).ToArray();
        await using var made = await ReadCase.CreateAsync(Provider.Sqlite, schemas[0], null, ("customer", new() { ["size"] = "x" }), ("customer", []));
        var query = new LedgerQuery("customer") { Select = [new FieldSelection("name")], Where = new FieldFilter("city", Operator.Equals, "a"), OrderBy = [new SortKey("name")], Size = 1 };
        await made.ReadAsync(made.Owner, query);
        await made.ReadAsync(made.Owner, query with { Where = new FieldFilter("city", Operator.Equals, "b") });
        await made.ReadAsync(made.Scope(RandomRights.Owner(schemas[0], 12), ReadCase.Globex), query);
        await made.ReadAsync(made.Owner, query with { Select = [new FieldSelection("other", "name")] });
        Assert.Equal(1, made.Gate.PlanCount);

        var own = new LedgerQuery("customer") { Select = [new FieldSelection("size")], Where = new FieldFilter("size", Operator.Equals, "x") };
        var (_, rows) = await made.ReadAsync(made.Owner, own);
        Assert.Equal("x", Assert.Single(rows)!["size"]!.GetValue<string>());
        var statements = made.Gate.StatementsOf(made.Owner, own);
        Assert.DoesNotContain(statements, statement => statement.Text.Contains("size", StringComparison.Ordinal));
        Assert.Equal(2, made.Gate.PlanCount);
    }

    [Fact]
    public async Task Plans_are_bounded_in_bytes()
    {
        await using var made = await ReadCase.CreateAsync(Provider.Sqlite, BuiltInEntities.Schema, new ReadLimits { PlanBytes = 40_000 });
        for (var size = 1; size <= 200; size++)
        {
            made.Gate.StatementsOf(made.Owner, new LedgerQuery("customer") { Size = size });
        }

        Assert.InRange(made.Gate.PlanCount, 5, 100);
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_field_without_an_index_is_only_for_ledgers_of_some_size(Provider provider)
    {
        await using var made = await ReadCase.CreateAsync(provider, BuiltInEntities.Schema, new ReadLimits { Unindexed = 3 },
            ("customer", []), ("customer", []), ("customer", []), ("customer", []));
        LedgerQuery[] refused =
        [
            new("customer") { OrderBy = [new SortKey("creditLimit")] },
            new("customer") { Where = new FieldFilter("creditLimit", Operator.Greater, "5") },
            new("customer") { Where = new FieldFilter("name", Operator.Contains, "5") },
        ];
        LedgerQuery[] answered =
        [
            new("customer") { OrderBy = [new SortKey("name"), new SortKey("creditLimit")] },
            new("customer") { Where = new AllOf([new FieldFilter("creditLimit", Operator.Greater, "5"), new FieldFilter("name", Operator.StartsWith, "5")]) },
            new("customer") { Where = new ChildrenFilter("orders", Quantifier.Some, new FieldFilter("amount", Operator.Greater, "5")) },
            new("order") { OrderBy = [new SortKey("amount")] },
        ];
        foreach (var query in refused)
        {
            var refusal = await made.RefusedAsync(made.Owner, query);
            var text = refusal.In(Language.English);
            Assert.Equal(query.OrderBy.Count > 0 ? "query.needsIndexToSort" : "query.needsIndex", refusal.Code.Code);
            Assert.Contains("more than 3 records", text, StringComparison.Ordinal);
            Assert.Contains(query.OrderBy.Count > 0 ? "Sort by a field that has an index, such as Customer number." : "add a condition on an indexed field", text, StringComparison.Ordinal);
        }

        foreach (var query in answered)
        {
            await made.ReadAsync(made.Owner, query);
        }
    }

    [Fact]
    public async Task Pages_lists_and_searches_use_index_conditions_under_row_level_security()
    {
        var schema = BuiltInEntities.Schema.With(new[] { Own(1_000_000, "size") with { Indexed = true } }.ToLookup(_ => "customer"));
        var customers = Enumerable.Range(1, 1200).Select(n => ("customer", new Dictionary<string, object?>
        {
            ["name"] = $"客户{n}号",
            ["owner"] = (long)(n % 100),
            ["size"] = n % 3 == 0 ? null : $"size {n}",
        }));
        await using var made = await ReadCase.CreateAsync(Provider.Postgres, schema, null, [.. customers]);
        await PostgresCluster.RunAsync("ANALYZE", new NpgsqlConnectionStringBuilder(made.OwnerAddress).Database!);

        var byName = new LedgerQuery("customer") { OrderBy = [new SortKey("name")], Size = 20 };
        var (page, _) = await made.ReadAsync(made.Owner, byName);
        await AssertIndexAsync(made, byName, "IX_Customers_TenantId_NameKey_Id");
        await AssertIndexAsync(made, byName with { After = page.End }, "IX_Customers_TenantId_NameKey_Id");
        await AssertIndexAsync(made, byName with { Before = page.End }, "IX_Customers_TenantId_NameKey_Id");
        await AssertIndexAsync(made, new LedgerQuery("customer") { OrderBy = [new SortKey("size")], Size = 20 }, "IX_FieldIndex_TenantId_FieldId_Text_Number_Moment_RecordId");

        // In the order of ids, or in that of changes where a vacuum came by and the index alone can answer: of a dozen records either will do.
        await AssertIndexAsync(made, new LedgerQuery("customer") { Where = new FieldFilter("owner", Operator.Equals, "acc_0000000000005"), Size = 20 }, "IX_Customers_TenantId_OwnerId_");
        await AssertIndexAsync(made, new LedgerQuery("customer") { Where = new FieldFilter("name", Operator.StartsWith, "客户777"), Size = 20 }, "IX_Customers_TenantId_NameKey_Id");
        foreach (var range in new[] { TermRange.Of("I客户77"), TermRange.StartingWith("I客户77") })
        {
            using var shape = new Shape();
            shape.Slot(StoreKind.Int32, ReadCase.Acme);
            TermRange[] ranges = [range, .. range.Behind(new TermRow("I客户77", 2001, 5))];
            foreach (var each in ranges)
            {
                // Anything that stood in a filter would be held against every row of the tenant: row-level security lets no such condition into the index.
                var plan = await AssertIndexAsync(made, SearchSql.Rows(made.Database.Dialect, made.Database.Tables, shape, [each], [BoundTerms.All], 32).With(shape), "PK_SearchTerm");
                Assert.Matches("Index Cond: .*\"Term\"", plan);
                Assert.Equal(each.Field is not null || each.BehindField is not null, InCondition(plan, "FieldId"));
                Assert.Equal(each.BehindRecord is not null, InCondition(plan, "RecordId"));
                Assert.DoesNotMatch("Filter: .*\"(Term|FieldId|RecordId)\"", plan);
            }
        }
    }

    /// <summary>However many children a parent has, no more are read than are shown, and none are sorted.</summary>
    [Fact]
    public async Task The_latest_children_come_by_an_index_in_their_order()
    {
        List<(string, Dictionary<string, object?>)> records = [("customer", []), ("customer", [])];
        records.AddRange(Enumerable.Range(1, 600).Select(n => ("order", new Dictionary<string, object?>
        {
            ["customer"] = (long)((n % 2) + 1), ["kind"] = "purchase", ["state"] = "confirmed", ["orderedAt"] = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddHours(n * 7 % 600),
        })));
        await using var made = await ReadCase.CreateAsync(Provider.Postgres, BuiltInEntities.Schema, null, [.. records]);
        await PostgresCluster.RunAsync("ANALYZE", new NpgsqlConnectionStringBuilder(made.OwnerAddress).Database!);
        var query = new LedgerQuery("customer")
        {
            Select = [new ChildrenSelection("orders", "orders", [new FieldSelection("id"), new FieldSelection("orderedAt")]) { OrderBy = [new SortKey("orderedAt", Descending: true)], First = 5 }],
        };
        var ofOne = await AssertIndexAsync(made, Of(1), "IX_Orders_TenantId_CustomerId_OrderedAt_Id");
        Assert.DoesNotContain("Sort", ofOne, StringComparison.Ordinal);

        // Those of several parents are put in the parents' order at last.
        var ofSeveral = await AssertIndexAsync(made, Of(1, 2), "IX_Orders_TenantId_CustomerId_OrderedAt_Id");
        Assert.StartsWith("Sort", ofSeveral, StringComparison.Ordinal);
        Assert.Single(ofSeveral.Split('\n'), line => line.Contains("Sort Key", StringComparison.Ordinal));

        // One parent's and several parents' statements find the same.
        var (_, all) = await made.ReadAsync(made.Owner, query);
        foreach (var (row, id) in all.Zip([1, 2]))
        {
            var (_, one) = await made.ReadAsync(made.Owner, query with { Where = new FieldFilter("id", Operator.Equals, RecordIds.Format("cus", id)) });
            Assert.Equal(row!["orders"]!.ToJsonString(), Assert.Single(one)!["orders"]!.ToJsonString());
        }

        SqlStatement Of(params long[] parents)
        {
            var list = made.Gate.StatementsOf(made.Owner, query, parents.Length)[1];
            return list with { Arguments = [.. list.Arguments.Select(argument => argument.IsList ? argument with { Value = parents } : argument)] };
        }
    }

    [Fact]
    public async Task A_value_that_an_index_finds_is_planned_for_itself_and_the_next_query_is_planned_as_usual()
    {
        await using var made = await ReadCase.CreateAsync(Provider.Postgres, BuiltInEntities.Schema, null, ("customer", []));
        PlanChoice PlanOf(Filter where) => made.Gate.StatementsOf(made.Owner, new LedgerQuery("customer") { Where = where })[0].Plan;
        Filter named = new FieldFilter("id", Operator.Equals, "cus_0000000000005"), inCity = new FieldFilter("city", Operator.Equals, "a");
        Assert.Equal(PlanChoice.ForValues, PlanOf(inCity));
        Assert.Equal(PlanChoice.ForValues, PlanOf(new FieldFilter("emails", Operator.Equals, "a@example.com")));
        Assert.Equal(PlanChoice.Usual, PlanOf(new FieldFilter("industry", Operator.Equals, "39")));
        Assert.Equal(PlanChoice.ForAll, PlanOf(named));
        Assert.Equal(PlanChoice.ForAll, PlanOf(new AllOf([new FieldFilter("industry", Operator.Equals, "39"), named])));
        Assert.Equal(PlanChoice.Usual, PlanOf(new AnyOf([new FieldFilter("industry", Operator.Equals, "39"), named])));
        Assert.Equal(PlanChoice.ForValues, PlanOf(new AllOf([inCity, named])));

        await using var connection = await made.Database.OpenAsync(ReadCase.Acme, CancellationToken.None);
        foreach (var (plan, mode) in new[] { (PlanChoice.ForValues, "force_custom_plan"), (PlanChoice.Usual, "auto"), (PlanChoice.ForAll, "force_generic_plan"), (PlanChoice.Usual, "auto") })
        {
            await using var reader = await connection.QueryAsync(
                new SqlStatement("SELECT current_setting('plan_cache_mode')", []) { Plan = plan }, CancellationToken.None);
            Assert.True(await reader.ReadAsync());
            Assert.Equal(mode, reader.GetString(0));
        }

        // Queries that are sent together are each planned in their own way.
        var modes = new List<string>();
        SqlStatement[] together = [.. new[] { PlanChoice.ForValues, PlanChoice.ForValues, PlanChoice.Usual, PlanChoice.ForAll, PlanChoice.Usual }
            .Select(plan => new SqlStatement("SELECT current_setting('plan_cache_mode') || current_setting('app.tenant')", []) { Plan = plan })];
        await connection.QueryEachAsync(
            together,
            async (number, rows) =>
            {
                Assert.Equal(modes.Count, number);
                Assert.True(await rows.ReadAsync());
                modes.Add(rows.GetString(0));
                Assert.False(await rows.ReadAsync());
            },
            CancellationToken.None);
        Assert.Equal([.. new[] { "force_custom_plan", "force_custom_plan", "auto", "force_generic_plan", "auto" }.Select(mode => $"{mode}{ReadCase.Acme}")], modes);
    }

    private static FieldDescriptor Own(int id, string name) => new() { Id = id, Name = name, Label = new(name, name), Type = FieldType.Text, Custom = true };

    private static bool InCondition(string plan, string column) =>
        plan.Split('\n').Any(line => line.Contains("Index Cond: ", StringComparison.Ordinal) && line.Contains($"\"{column}\"", StringComparison.Ordinal));

    private static Task<string> AssertIndexAsync(ReadCase made, LedgerQuery query, string index) =>
        AssertIndexAsync(made, made.Gate.StatementsOf(made.Owner, query)[0], index);

    private static async Task<string> AssertIndexAsync(ReadCase made, SqlStatement statement, string index)
    {
        await using var connection = await made.Database.OpenAsync(ReadCase.Acme, CancellationToken.None);
        await using var reader = await connection.QueryAsync(statement with { Text = "EXPLAIN " + statement.Text }, CancellationToken.None);
        var plan = new StringBuilder();
        while (await reader.ReadAsync())
        {
            plan.AppendLine(reader.GetString(0));
        }

        Assert.True(plan.ToString().Contains(index, StringComparison.Ordinal), plan.ToString());
        Assert.Contains("Index Cond", plan.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Seq Scan", plan.ToString(), StringComparison.Ordinal);
        return plan.ToString();
    }
}
