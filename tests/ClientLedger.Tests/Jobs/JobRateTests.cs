using ClientLedger.Jobs;

namespace ClientLedger.Tests.Jobs;

public sealed class JobRateTests
{
    [Fact]
    public void A_rate_is_that_of_the_last_while()
    {
        var (rate, began) = (new JobRate(), new DateTime(2026, 3, 2, 0, 0, 0, DateTimeKind.Utc));
        Assert.Equal(0, rate.Take(began, 100));
        Assert.Equal(10, rate.Take(began.AddSeconds(1), 110));
        Assert.Equal(55, rate.Take(began.AddSeconds(2), 210));
        for (var second = 3; second <= 60; second++)
        {
            rate.Take(began.AddSeconds(second), 210 + (second - 2) * 20);
        }

        Assert.Equal(20, rate.Take(began.AddSeconds(61), 210 + 59 * 20));
    }

    [Fact]
    public void What_remains_follows_from_rate_and_total()
    {
        var run = new JobRun { Kind = "x", State = JobState.Running, Done = 40, Total = 100, Rate = 20 };
        Assert.Equal(TimeSpan.FromSeconds(3), run.Remaining);
        run.Rate = 0;
        Assert.Null(run.Remaining);
        (run.Rate, run.State) = (20, JobState.Succeeded);
        Assert.Null(run.Remaining);
    }
}
