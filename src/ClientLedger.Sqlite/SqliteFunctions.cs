using System.Globalization;
using ClientLedger.Settings;
using Microsoft.Data.Sqlite;

namespace ClientLedger.Sqlite;

/// <summary>What SQLite lacks: days in a zone, and products of more than 64 bits.</summary>
internal static class SqliteFunctions
{
    public const string Day = "ledger_day", Base = "ledger_base";

    /// <summary>SQLite's words where a sum of whole numbers grows too large, and its code for errors without one of their own.</summary>
    public const string Overflow = "integer overflow";

    public const int Error = 1;

    private const string Prefix = "ledger_";

    /// <summary>Gives the connection the functions that the statement calls.</summary>
    public static void AddFor(string statement, SqliteConnection connection)
    {
        if (statement.Contains(Prefix, StringComparison.Ordinal))
        {
            connection.CreateFunction<string?, string, string?>(Day, DayOf, isDeterministic: true);
            connection.CreateFunction<long?, long?, long?>(Base, InBase, isDeterministic: true);
        }
    }

    private static long? InBase(long? amount, long? rate) => amount is not { } of || rate is not { } at ? null
        : ExchangeRates.ToBase(of, at) is var worth && worth <= long.MaxValue && worth >= long.MinValue ? (long)worth
        : throw new SqliteException(Overflow, Error);

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
