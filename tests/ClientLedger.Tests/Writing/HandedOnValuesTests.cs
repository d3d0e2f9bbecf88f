using ClientLedger.Fields;
using ClientLedger.History;
using ClientLedger.Messages;
using ClientLedger.Storage;
using ClientLedger.TestKit;
using ClientLedger.Writing;

namespace ClientLedger.Tests.Writing;

/// <summary>One set in which a unique value goes from one record to another. What counts is how the ledger stands when the set is written, not the way there.</summary>
public sealed class HandedOnValuesTests
{
    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_new_record_takes_the_number_that_another_gives_up_whatever_the_order_of_the_rows(Provider provider)
    {
        await using var world = await World.CreateAsync(provider, "A", "B");

        await world.DoneAsync(Update(world.Ids[0], "A2"), Create("A", "Newcomer"));
        await world.DoneAsync(Create("B", "Another"), Update(world.Ids[1], null));

        Assert.Equal(["A2", null, "A", "B"], await world.NumbersAsync());
        await world.AssertSoundAsync();
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Two_records_swap_their_numbers_and_three_pass_them_round(Provider provider)
    {
        await using var world = await World.CreateAsync(provider, "A", "B", "C");

        await world.DoneAsync(Update(world.Ids[0], "B"), Update(world.Ids[1], "A"));
        Assert.Equal(["B", "A", "C"], await world.NumbersAsync());
        await world.DoneAsync(Update(world.Ids[0], "A"), Update(world.Ids[1], "C"), Update(world.Ids[2], "B"));

        Assert.Equal(["A", "C", "B"], await world.NumbersAsync());
        await world.AssertSoundAsync();
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_deleted_records_number_goes_to_a_live_one_and_back_in_one_set_each(Provider provider)
    {
        await using var world = await World.CreateAsync(provider, "A", "B");

        await world.DoneAsync(new RecordChange(Verb.Delete, "customer") { Id = world.Ids[0] }, Update(world.Ids[1], "A"));
        Assert.Equal([null, "A"], await world.NumbersAsync());
        await world.DoneAsync(new RecordChange(Verb.Restore, "customer") { Id = world.Ids[0] }, Update(world.Ids[1], "B"));

        Assert.Equal(["A", "B"], await world.NumbersAsync());
        await world.AssertSoundAsync();
    }

    /// <summary>No index of the database keeps a tenant's own fields unique.</summary>
    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Values_of_own_fields_are_handed_on_too(Provider provider)
    {
        var code = new FieldDescriptor { Id = CustomField.FirstId, Name = "memberCode", Label = new("会员号", "Member code"), Type = FieldType.Text, Unique = true, Custom = true };
        await using var world = await World.CreateAsync(provider, BuiltInEntities.Schema.With(new[] { code }.ToLookup(_ => "customer")), "A", "B");
        RecordChange Coded(int customer, string value) => WriteGateTests.Update("customer", world.Ids[customer], null, ("memberCode", value));

        await world.DoneAsync(Coded(0, "M1"), Coded(1, "M2"));
        await world.DoneAsync(Coded(0, "M2"), Coded(1, "M1"));
        var taken = await world.Gates.ApplyAsync(world.Gates.Owner(), Coded(0, "M1"));

        Assert.Equal("write.taken", taken.Rows[0].Refusals[0].Code.Code);
        await world.AssertSoundAsync();
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Whoever_was_to_get_the_value_of_a_refused_row_is_refused_too(Provider provider)
    {
        var code = new FieldDescriptor { Id = CustomField.FirstId, Name = "memberCode", Label = new("会员号", "Member code"), Type = FieldType.Text, Unique = true, Custom = true };
        await using var world = await World.CreateAsync(provider, BuiltInEntities.Schema.With(new[] { code }.ToLookup(_ => "customer")), "A", "B", "C");
        await world.DoneAsync(WriteGateTests.Update("customer", world.Ids[2], null, ("memberCode", "M1")));

        var set = new ChangeSet(Door.Api,
        [
            WriteGateTests.Update("customer", world.Ids[0], null, ("number", "A2"), ("memberCode", "M1")),
            WriteGateTests.Update("customer", world.Ids[1], null, ("number", "A")),
            Create("B", "Newcomer"),
        ]) { AllOrNothing = false };
        var result = await world.Gates.Writing.ApplyAsync(world.Gates.Owner(), set, CancellationToken.None);

        Assert.All(result.Rows, row => Assert.Equal("write.taken", Assert.Single(row.Refusals).Code.Code));
        Assert.Equal(["A", "B", "C"], await world.NumbersAsync());
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_given_number_passes_over_one_that_another_record_of_the_set_gets(Provider provider)
    {
        await using var world = await World.CreateAsync(provider, "A");
        await world.Gates.AddNumbersAsync(TestLedger.Acme);

        await world.DoneAsync(Update(world.Ids[0], "C-000001"), WriteGateTests.Create("customer", ("name", "Numbered")));

        Assert.Equal(["C-000001", "C-000002"], await world.NumbersAsync());
    }

    [Fact]
    public async Task Statements_dont_grow_with_the_number_of_swaps()
    {
        await using var world = await World.CreateAsync(Provider.Postgres, [.. Enumerable.Range(0, 200).Select(number => $"N{number}")]);
        RecordChange[] Swaps(int first, int count) =>
            [.. Enumerable.Range(first, count).SelectMany(pair => new[] { Update(world.Ids[2 * pair], $"N{(2 * pair) + 1}"), Update(world.Ids[(2 * pair) + 1], $"N{2 * pair}") })];
        await world.DoneAsync(Swaps(0, 5));

        var few = await StatementCount.OfAsync(() => world.DoneAsync(Swaps(5, 5)));
        var many = await StatementCount.OfAsync(() => world.DoneAsync(Swaps(10, 90)));

        Assert.True(few > 5, "The client's spans weren't heard.");
        Assert.Equal(few, many);
    }

    private static RecordChange Create(string number, string name) => WriteGateTests.Create("customer", ("name", name), ("number", number));

    private static RecordChange Update(long id, string? number) => WriteGateTests.Update("customer", id, null, ("number", number));

    /// <summary>Customers with these numbers, in both tenants.</summary>
    private sealed class World : IAsyncDisposable
    {
        private World(TestGates gates) => Gates = gates;

        public TestGates Gates { get; }

        public IReadOnlyList<long> Ids { get; private set; } = [];

        public static Task<World> CreateAsync(Provider provider, params IReadOnlyList<string> numbers) => CreateAsync(provider, BuiltInEntities.Schema, numbers);

        public static async Task<World> CreateAsync(Provider provider, LedgerSchema schema, params IReadOnlyList<string> numbers)
        {
            var world = new World(await TestGates.CreateAsync(provider, schema));
            RecordChange[] changes = [.. numbers.Select(number => Create(number, "Customer " + number))];
            Assert.True((await world.Gates.ApplyAsync(world.Gates.Owner(TestLedger.Globex), changes)).Applied);
            world.Ids = [.. (await world.Gates.ApplyAsync(world.Gates.Owner(), changes)).Rows.Select(row => row.Id!.Value)];
            return world;
        }

        public async Task DoneAsync(params RecordChange[] changes)
        {
            var result = await Gates.ApplyAsync(Gates.Owner(), changes);
            Assert.Empty(result.Rows.SelectMany(row => row.Refusals).Select(refusal => refusal.In(Language.English)));
            Assert.True(result.Applied);
        }

        /// <summary>Of live records, by their age; null for one that is deleted.</summary>
        public async Task<List<string?>> NumbersAsync() =>
            [.. (await StoredLedger.ReadAsync(Gates.Owner())).Records.OrderBy(record => record.Id).Select(record => record.IsLive ? (string?)record["number"] : null)];

        /// <summary>Log and records agree, and a number finds the record that has it.</summary>
        public async Task AssertSoundAsync()
        {
            var verdict = await new LogVerifier(Gates.Database, Gates.Schema).VerifyAsync(TestLedger.Acme, TestGates.Secrets(TestLedger.Acme), [], CancellationToken.None);
            Assert.Null(verdict.Fault);
            foreach (var record in (await StoredLedger.ReadAsync(Gates.Owner())).Records.Where(record => record.IsLive && record["number"] is not null))
            {
                var again = await Gates.ApplyAsync(Gates.Owner(), new RecordChange(Verb.Upsert, "customer") { Key = "number", Values = FieldValues.Of(("number", record["number"])) });
                Assert.Equal((Outcome.Unchanged, record.Id), (again.Rows[0].Outcome, again.Rows[0].Id));
            }
        }

        public ValueTask DisposeAsync() => Gates.DisposeAsync();
    }
}
