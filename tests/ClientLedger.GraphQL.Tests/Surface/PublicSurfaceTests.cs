using ClientLedger.TestKit;

namespace ClientLedger.GraphQL.Tests.Surface;

public sealed class PublicSurfaceTests
{
    private const string Snapshot = "tests/ClientLedger.GraphQL.Tests/Surface/public-surface.txt";

    /// <summary>Whoever means a change writes it down: with <c>CLIENTLEDGER_WRITE_SNAPSHOTS=1</c> the test does.</summary>
    [Fact]
    public void The_public_surface_is_the_one_that_was_written_down()
    {
        var path = Repository.PathOf(Snapshot);
        var surface = PublicSurface.Of(typeof(GraphQLServer).Assembly);
        if (Environment.GetEnvironmentVariable("CLIENTLEDGER_WRITE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(path, surface);
        }

        Assert.Equal(File.ReadAllText(path), surface);
    }
}
