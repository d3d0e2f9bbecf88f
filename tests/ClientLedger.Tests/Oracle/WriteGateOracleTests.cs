using ClientLedger.Storage;
using ClientLedger.TestKit;
using ClientLedger.TestKit.Generators;
using Xunit.Abstractions;

namespace ClientLedger.Tests.Oracle;

/// <summary>The write gate does what the plain ledger does: results, values, versions, conflicts, totals and log.</summary>
public sealed class WriteGateOracleTests(ITestOutputHelper output)
{
    [Theory]
    [MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_ledger_grown_through_the_gate_is_the_plain_ledger(Provider provider)
    {
        await using var twin = await TwinLedger.GrowAsync(provider, Depth.Seed(111, output), customers: Depth.Count(200));

        await twin.CompareAsync(1);
        await twin.CompareAsync(2);
    }

    [Theory]
    [MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Two_people_write_what_they_write_in_the_plain_ledger(Provider provider)
    {
        await using var twin = await TwinLedger.GrowAsync(provider, Depth.Seed(112, output), customers: 12);
        var changes = new RandomChanges(twin.World.Chance, twin.World.Schema, twin.World.Values);
        var colleague = twin.World.Caller(1);
        for (var i = 1; i <= Depth.Count(2_000); i++)
        {
            await twin.ApplyAsync(i % 2 == 0 ? twin.World.Owner(1) : colleague, changes.Next(twin.World.Ledger, 1));
            if (i % 50 == 0)
            {
                await twin.CompareAsync(1);
                colleague = twin.World.Caller(1);
            }
        }

        await twin.CompareAsync(2);
    }
}
