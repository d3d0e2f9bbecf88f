using ClientLedger.Access;
using ClientLedger.Storage;
using ClientLedger.Tenancy;
using ClientLedger.TestKit;
using ClientLedger.Writing;

namespace ClientLedger.Tests.Writing;

/// <summary>A form sends back all that it was given, also the name of a record that its user doesn't see; that changes nothing and is let through.</summary>
public sealed class UnchangedReferencesTests
{
    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_reference_that_stays_as_it_was_may_be_out_of_sight(Provider provider)
    {
        await using var world = await World.CreateAsync(provider, ReadRight.Clear);

        var kept = await world.UpdateAsync(1, ("customer", world.Unseen), ("name", "Li Wei"));
        var moved = await world.UpdateAsync(2, ("customer", world.AlsoUnseen));

        Assert.Equal(Outcome.Updated, kept.Outcome);
        Assert.Equal("write.referenceUnknown", moved.Refusals.Single().Code.Code);
        Assert.Equal(world.Unseen, (await TestGates.StoredAsync(world.Gates.Owner(), "contact", world.Contact))!["customer"]);
    }

    /// <summary>Somebody moved the contact on after the form was opened: what the form says is old, not a change back.</summary>
    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task So_may_one_that_is_as_it_was_in_the_version_that_the_form_was_opened_with(Provider provider)
    {
        await using var world = await World.CreateAsync(provider, ReadRight.Clear);
        await world.Gates.DoneAsync(world.Gates.Owner(), WriteGateTests.Update("contact", world.Contact, 1, ("customer", world.AlsoUnseen)));

        var stale = await world.UpdateAsync(1, ("customer", world.Unseen), ("name", "Li Wei"));
        var now = await world.UpdateAsync(null, ("customer", world.Unseen));

        Assert.Equal(Outcome.Updated, stale.Outcome);
        Assert.Equal("write.referenceUnknown", now.Refusals.Single().Code.Code);
        var stored = await TestGates.StoredAsync(world.Gates.Owner(), "contact", world.Contact);
        Assert.Equal((world.AlsoUnseen, "Li Wei"), (stored!["customer"], stored["name"]));
    }

    /// <summary>A guess must not be told right from wrong.</summary>
    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Who_doesnt_read_the_reference_gets_one_answer_for_all_that_he_cant_see(Provider provider)
    {
        await using var world = await World.CreateAsync(provider, ReadRight.Masked);

        var right = await world.UpdateAsync(null, ("customer", world.Unseen));
        var wrong = await world.UpdateAsync(null, ("customer", world.AlsoUnseen));

        Assert.Equal("write.referenceUnknown", right.Refusals.Single().Code.Code);
        Assert.Equal("write.referenceUnknown", wrong.Refusals.Single().Code.Code);
    }

    /// <summary>A contact of a customer whom Anna, who sees her own customers and all contacts, doesn't see.</summary>
    private sealed class World : IAsyncDisposable
    {
        private readonly LedgerScope anna;

        private World(TestGates gates, ReadRight right)
        {
            Gates = gates;
            anna = gates.Scope(TestLedger.Acme, TestGates.Anna,
            [
                new Grant("customer", new OwnRecords()),
                new Grant("contact", new EveryRecord()) { Fields = new Dictionary<string, FieldRight> { ["customer"] = new(right, WriteRight.Yes) } },
            ]);
        }

        public TestGates Gates { get; }

        public long Unseen { get; private set; }

        public long AlsoUnseen { get; private set; }

        public long Contact { get; private set; }

        public static async Task<World> CreateAsync(Provider provider, ReadRight right)
        {
            var world = new World(await TestGates.CreateAsync(provider), right);
            await world.Gates.DoneAsync(world.Gates.Owner(TestLedger.Globex), WriteGateTests.Create("customer", ("name", "Beside"), ("owner", TestGates.Anna)));
            world.Unseen = await world.Gates.DoneAsync(world.Gates.Owner(), WriteGateTests.Create("customer", ("name", "Unseen"), ("owner", TestGates.Ben)));
            world.AlsoUnseen = await world.Gates.DoneAsync(world.Gates.Owner(), WriteGateTests.Create("customer", ("name", "Also unseen"), ("owner", TestGates.Ben)));
            world.Contact = await world.Gates.DoneAsync(world.Gates.Owner(), WriteGateTests.Create("contact", ("name", "Wei"), ("customer", world.Unseen)));
            return world;
        }

        public async Task<RowResult> UpdateAsync(long? baseVersion, params (string Name, object? Value)[] values) =>
            (await Gates.ApplyAsync(anna, WriteGateTests.Update("contact", Contact, baseVersion, values))).Rows[0];

        public ValueTask DisposeAsync() => Gates.DisposeAsync();
    }
}
