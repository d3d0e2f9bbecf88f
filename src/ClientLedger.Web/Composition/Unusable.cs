using System.Data.Common;
using System.Net.Sockets;
using ClientLedger.Messages;
using ClientLedger.Storage;
using ClientLedger.Storage.Catalog;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Web.Composition;

/// <summary>Makes of a database's failure at the start a refusal that names the setting: whoever starts the product can do something about it.</summary>
internal static class Unusable
{
    /// <summary>Does something with a database.</summary>
    /// <param name="setting">Where the connection string stands: <c>Catalog:App</c>.</param>
    /// <exception cref="RefusedException">The database can't be reached, or refuses what is asked.</exception>
    public static async Task NameAsync(string setting, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception failure) when (failure is not (RefusedException or OperationCanceledException) && CauseOf(failure) is not null)
        {
            throw new RefusedException(Refusal.Of(HostMessages.DatabaseUnusable, ("setting", setting), ("reason", CauseOf(failure)!.Message)));
        }
    }

    /// <summary>Opens each database once as the app: a wrong password is told at the start, not to a tenant's first visitor.</summary>
    /// <exception cref="RefusedException">A database can't be reached.</exception>
    public static async Task RefuseAsync(DatabaseSettings databases, Func<Provider, Engine> engineOf, CancellationToken cancellationToken)
    {
        foreach (var database in databases.All)
        {
            await NameAsync(database.AppSetting, async () =>
            {
                // Any model will do: nothing but the connection is used.
                await using var context = new CatalogContext(engineOf(database.Provider).Catalog(database.App));
                await context.Database.OpenConnectionAsync(cancellationToken);
            });
        }
    }

    /// <summary>What a database said, or the network on the way to it; EF wraps failures that might pass.</summary>
    private static Exception? CauseOf(Exception? failure) =>
        failure is null or DbException or SocketException or TimeoutException ? failure : CauseOf(failure.InnerException);
}
