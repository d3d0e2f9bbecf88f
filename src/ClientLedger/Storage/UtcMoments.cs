using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ClientLedger.Storage;

/// <summary>Every <see cref="DateTime"/> of a model is UTC, in whole milliseconds, also after it was read back from an engine that keeps no kind.</summary>
internal static class UtcMoments
{
    public static void Use(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<DateTime>().HaveConversion<Converter>().HavePrecision(3);
    }

    /// <summary>The moment, cut to the milliseconds that the databases keep.</summary>
    public static DateTime Now(this TimeProvider clock)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond));
    }

    private sealed class Converter() : ValueConverter<DateTime, DateTime>(
        moment => moment.ToUniversalTime(),
        stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc));
}
