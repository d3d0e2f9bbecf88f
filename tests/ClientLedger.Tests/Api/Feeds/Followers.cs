using ClientLedger.Storage;

namespace ClientLedger.Tests.Api.Feeds;

/// <summary>Who follows a ledger's log; a test waits for them before it writes what they are to hear of.</summary>
internal static class Followers
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Waits until as many follow a tenant's log as a test wants.</summary>
    public static async Task WaitAsync(LogBell bell, int tenant, Func<int, bool> until)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!until(bell.FollowersOf(tenant)))
        {
            await Task.Delay(5, patience.Token);
        }
    }
}
