using ClientLedger.GraphQL.Http;

namespace ClientLedger.GraphQL.Tests.Http;

/// <summary>A subscription goes as fast as its client reads, and keeps no events for it (6.2.3): shown with a source that is never at a loss, and a client on a bare connection.</summary>
public sealed class BackPressureTests
{
    private const int Offered = 400;

    /// <summary>
    /// What the buffers on the way hold (the kernel's at both ends, which takes twice what it is asked for, and the server's), the event that is being sent, and a few for kernels that take more. It is far less than what is offered.
    /// </summary>
    private const int MostOnTheWay = (5 * Flood.BufferBytes / Flood.EventBytes) + 4;

    [Theory]
    [InlineData("sse")]
    [InlineData("ws")]
    public async Task No_event_is_taken_while_the_client_does_not_read_and_none_is_lost(string way)
    {
        var flood = new Flood(Offered);
        await using var host = await StartAsync(flood);
        using var client = await SlowClient.SubscribeAsync(way, host.Address);
        await flood.HeldUp.WaitAsync(Patience);

        // Others are answered meanwhile: an engine that went on taking events would have the time to.
        for (var one = 0; one < 50; one++)
        {
            Assert.Equal("""{"data":{"hello":"Hello"}}""", await host.Client.GetStringAsync(new Uri(host.Address, "?query={hello}")));
        }

        Assert.InRange(flood.Taken, 1, MostOnTheWay);
        for (var number = 0; number < Offered; number++)
        {
            Assert.Equal(Flood.Answer(number), await client.NextAsync());
            Assert.InRange(flood.Taken, number + 1, number + 1 + MostOnTheWay);
        }

        Assert.Null(await client.NextAsync());
        Assert.Equal(0, flood.TakenWhileHeldUp);
        Assert.False(await flood.Ended.WaitAsync(Patience));
    }

    [Theory]
    [InlineData("sse")]
    [InlineData("ws")]
    public async Task A_client_that_breaks_off_while_it_is_waited_for_ends_the_source(string way)
    {
        var flood = new Flood(int.MaxValue);
        await using var host = await StartAsync(flood);
        using var client = await SlowClient.SubscribeAsync(way, host.Address);
        await flood.HeldUp.WaitAsync(Patience);
        client.BreakOff();
        Assert.True(await flood.Ended.WaitAsync(Patience));
    }

    [Fact]
    public async Task A_client_that_answers_no_ping_is_not_waited_for_any_more()
    {
        var flood = new Flood(int.MaxValue);
        await using var host = await StartAsync(flood, TimeSpan.FromMilliseconds(50));
        using var client = await SlowClient.SubscribeAsync("ws", host.Address);
        Assert.True(await flood.Ended.WaitAsync(Patience));
    }

    [Theory]
    [InlineData("sse")]
    [InlineData("ws")]
    public async Task A_host_that_stops_ends_the_source_of_a_client_that_does_not_read(string way)
    {
        var flood = new Flood(int.MaxValue);
        await using var host = await StartAsync(flood);
        using var client = await SlowClient.SubscribeAsync(way, host.Address);
        await flood.HeldUp.WaitAsync(Patience);
        var stopping = host.StopAsync();
        Assert.True(await flood.Ended.WaitAsync(Patience));
        client.BreakOff();
        await stopping;
    }

    private static TimeSpan Patience => TimeSpan.FromSeconds(60);

    private static Task<GraphQLHost> StartAsync(Flood flood, TimeSpan? keepAlive = null)
    {
        var schema = flood.Schema();
        return GraphQLHost.StartAsync(options => options with { Caller = _ => new(new GraphQLCaller(schema)), KeepAlive = keepAlive ?? Timeout.InfiniteTimeSpan }, transport: flood.Watch);
    }
}
