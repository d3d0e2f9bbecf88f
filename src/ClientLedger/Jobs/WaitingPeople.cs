using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace ClientLedger.Jobs;

/// <summary>How many people wait for an answer of this process at this moment. Jobs pause between their batches for them.</summary>
public sealed class WaitingPeople
{
    private int count;

    public int Count => Volatile.Read(ref count);

    /// <summary>Somebody waits until this is disposed of.</summary>
    public IDisposable Enter()
    {
        Interlocked.Increment(ref count);
        return new Place(this);
    }

    private sealed class Place(WaitingPeople people) : IDisposable
    {
        private int left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref left, 1) == 0)
            {
                Interlocked.Decrement(ref people.count);
            }
        }
    }
}

/// <summary>Counts who waits for a page.</summary>
public static class WaitingPeopleStep
{
    /// <summary>Comes before all that takes time.</summary>
    public static IApplicationBuilder UseWaitingPeople(this IApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var people = app.ApplicationServices.GetRequiredService<WaitingPeople>();
        return app.Use(async (context, next) =>
        {
            using (people.Enter())
            {
                await next(context);
            }
        });
    }
}
