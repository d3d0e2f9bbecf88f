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
    public static DateTime Now(this TimeProvider clock) => clock.Before(TimeSpan.Zero);

    /// <summary>The moment so long ago, likewise cut.</summary>
    public static DateTime Before(this TimeProvider clock, TimeSpan ago)
    {
        var moment = clock.GetUtcNow().UtcDateTime - ago;
        return moment.AddTicks(-(moment.Ticks % TimeSpan.TicksPerMillisecond));
    }

    private sealed class Converter() : ValueConverter<DateTime, DateTime>(
        moment => moment.ToUniversalTime(),
        stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc));
}
