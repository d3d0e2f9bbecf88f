using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Storage;

/// <summary>
/// What a failure means for whoever wanted something of a database. EF wraps what the driver calls transient in an exception that says no more than that,
/// and what went wrong while saving in another: the reason is looked for in all of them.
/// </summary>
internal static class DatabaseFailures
{
    /// <summary>A database or a disk didn't do what was asked of it, and may do it later.</summary>
    public static bool IsPassing(Exception failure) =>
        failure is not OperationCanceledException && Within(failure).Any(each => each is DbException or DbUpdateException or IOException or TimeoutException);

    /// <summary>Another transaction won against the failed one (<see cref="LedgerDatabase.IsRace"/>): done anew at once, it may succeed.</summary>
    public static bool IsRace(LedgerDatabase database, Exception failure) => Within(failure).OfType<DbException>().Any(database.IsRace);

    private static IEnumerable<Exception> Within(Exception failure)
    {
        for (var each = failure; each is not null; each = each.InnerException)
        {
            yield return each;
        }
    }
}
