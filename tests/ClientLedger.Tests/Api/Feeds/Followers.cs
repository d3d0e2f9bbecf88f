using ClientLedger.Storage;

namespace ClientLedger.Tests.Api.Feeds;

/// <summary>Who follows a ledger's log; a test waits for them before it writes what they are to hear of.</summary>
internal static class Followers
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Waits until as many follow a tenant's log as a test wants.</summary>
    public static Task WaitAsync(LogBell bell, int tenant, Func<int, bool> until) => UntilAsync(() => until(bell.FollowersOf(tenant)));

    /// <summary>Waits until something is so that nobody tells of.</summary>
    public static async Task UntilAsync(Func<bool> isSo)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!isSo())
        {
            await Task.Delay(5, patience.Token);
        }
    }
}
