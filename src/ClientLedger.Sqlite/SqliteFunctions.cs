using System.Globalization;
using ClientLedger.Settings;
using Microsoft.Data.Sqlite;

namespace ClientLedger.Sqlite;

/// <summary>What SQLite lacks: days in a zone, and products of more than 64 bits.</summary>
internal static class SqliteFunctions
{
    public const string Day = "ledger_day", Base = "ledger_base";

    private const string Prefix = "ledger_";

    /// <summary>Gives the connection the functions that the statement calls.</summary>
    public static void AddFor(string statement, SqliteConnection connection)
    {
        if (statement.Contains(Prefix, StringComparison.Ordinal))
        {
            connection.CreateFunction<string?, string, string?>(Day, DayOf, isDeterministic: true);
            connection.CreateFunction<long?, long?, long?>(
                Base, static (amount, rate) => amount is { } of && rate is { } at ? checked((long)ExchangeRates.ToBase(of, at)) : null, isDeterministic: true);
        }
    }

    private static string? DayOf(string? moment, string zone)
    {
        if (moment is null)
        {
            return null;
        }

        var utc = DateTime.Parse(moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
        return TimeZoneInfo.ConvertTimeFromUtc(utc, TimeZoneInfo.FindSystemTimeZoneById(zone)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
