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
        var (organisations, answers, marks, members, told, failures) = (Depth.Count(20), 0, 0, 0, 0, 0);
        for (var i = 0; i < organisations; i++)
        {
            foreach (var tenant in world.Tenants)
            {
                await world.OrganiseAsync(tenant, $"{i}");
            }

            foreach (var tenant in Depth.IsFull ? world.Tenants : [world.Tenants[i % world.Tenants.Count]])
            {
                var persons = world.Chance.Some(tenant.People, Asking);
                var callers = new List<OrganisationCaller>();
                foreach (var person in persons)
                {
                    callers.Add(new OrganisationCaller(world, tenant, await tenant.VisitorAsync(person), await tenant.SightAsync(person)));
                }

                // Whoever asks only reads, so they ask side by side: the sooner done, and what one is shown must not depend on who asks at the same time.
                await Task.WhenAll(callers.Select(async caller =>
                {
                    foreach (var (door, ask) in ApiDoors.All.Concat(PageDoors.All))
                    {
                        await TryAsync(door, [caller.Sight.Scope.Actor.Id], () => ask(caller));
                    }
                }));

                members += callers.Count;
                (answers, marks) = (answers + callers.Sum(caller => caller.Answers), marks + callers.Sum(caller => caller.Marks));
                await TryAsync("changes", persons, async () => told += await FeedDoors.FollowAsync(world, tenant, persons));

                // One failure doesn't hide another door's, and is told at once: at full depth the end is far.
                async Task TryAsync(string door, IReadOnlyList<long> who, Func<Task> ask)
                {
                    try
                    {
                        await ask();
                    }
                    catch (Exception failure) when (failure is not OperationCanceledException)
                    {
                        Interlocked.Increment(ref failures);
                        output.WriteLine($"Through {door}, {tenant.Name}, {string.Join("; ", who.Select(person => string.Join(", ", tenant.Organisation.RolesOf(person))))}: {failure}");
                    }
                }
            }

            output.WriteLine($"{i + 1} of {organisations} organisations, {answers} answers, {failures} failures");
        }

        Assert.True(failures == 0, $"{failures} failures; the output tells each.");
        output.WriteLine($"{members} members, {answers} answers, {marks} texts recognised, {told} changes told");
        Assert.True(marks > answers, "Hardly anything was recognised: a leak wouldn't be either.");
        Assert.True(told > members, "Hardly anything was told.");
    }
}
