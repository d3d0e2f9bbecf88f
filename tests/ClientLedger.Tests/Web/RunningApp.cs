using ClientLedger.TestKit;

namespace ClientLedger.Tests.Web;

/// <summary>The product with two tenants, for all tests of a class.</summary>
public sealed class RunningApp : IAsyncLifetime
{
    public LedgerApp App { get; private set; } = null!;

    public async Task InitializeAsync() => App = await LedgerApp.StartAsync();

    public async Task DisposeAsync() => await App.DisposeAsync();
}
