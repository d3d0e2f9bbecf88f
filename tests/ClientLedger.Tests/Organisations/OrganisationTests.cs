using ClientLedger.Storage;
using ClientLedger.TestKit;
using ClientLedger.Tests.Web;
using Xunit.Abstractions;

namespace ClientLedger.Tests.Organisations;

/// <summary>
/// For organisations of chance, whose members have two or three overlapping roles, every door of the whole product shows a member the records and fields that a
/// plain reference implementation says, and nothing else.
/// </summary>
[Collection(HostCollection.Name)]
public sealed class OrganisationTests(ITestOutputHelper output)
{
    /// <summary>Members of each tenant who ask, in each organisation.</summary>
    private static readonly int Asking = Depth.IsFull ? 3 : 1;

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Every_door_shows_what_the_plain_reference_does(Provider provider)
    {
        await using var world = await OrganisationWorld.CreateAsync(provider, Depth.Seed(1101, output));
        var (answers, marks, members, told) = (0, 0, 0, 0);
        var failures = new List<string>();
        for (var i = 0; i < Depth.Count(20); i++)
        {
            foreach (var tenant in world.Tenants)
            {
                await world.OrganiseAsync(tenant, $"{i}");
            }

            foreach (var tenant in Depth.IsFull ? world.Tenants : [world.Tenants[i % world.Tenants.Count]])
            {
                var persons = world.Chance.Some(tenant.People, Asking);
                foreach (var person in persons)
                {
                    var caller = new OrganisationCaller(world, tenant, await tenant.VisitorAsync(person), await tenant.SightAsync(person));
                    foreach (var (door, ask) in ApiDoors.All.Concat(PageDoors.All))
                    {
                        await TryAsync(door, () => ask(caller));
                    }

                    members++;
                    (answers, marks) = (answers + caller.Answers, marks + caller.Marks);
                }

                await TryAsync("changes", async () => told += await FeedDoors.FollowAsync(world, tenant, persons));

                // One failure doesn't hide another door's.
                async Task TryAsync(string door, Func<Task> ask)
                {
                    try
                    {
                        await ask();
                    }
                    catch (Exception failure) when (failure is not OperationCanceledException)
                    {
                        failures.Add($"Through {door}, {tenant.Name}, {string.Join("; ", persons.Select(person => string.Join(", ", tenant.Organisation.RolesOf(person))))}: {failure}");
                    }
                }
            }
        }

        Assert.True(failures.Count == 0, string.Join("\n\n", failures));
        output.WriteLine($"{members} members, {answers} answers, {marks} texts recognised, {told} changes told");
        Assert.True(marks > answers, "Hardly anything was recognised: a leak wouldn't be either.");
        Assert.True(told > members, "Hardly anything was told.");
    }
}
