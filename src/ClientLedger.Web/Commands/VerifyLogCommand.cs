using ClientLedger.Fields;
using ClientLedger.History;
using ClientLedger.Messages;
using ClientLedger.Storage;
using ClientLedger.Storage.Catalog;
using ClientLedger.Storage.Secrets;
using ClientLedger.Tenancy;
using ClientLedger.Web.Composition;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Web.Commands;

/// <summary>
/// Verifies a tenant's change log against itself, its anchors and its records: <c>verify-log --tenant acme</c>. Works on a suspended tenant too, and
/// changes nothing, so that it runs beside a server, also on SQLite. Ends with 0 when the log holds, with 1 when it doesn't.
/// </summary>
internal static class VerifyLogCommand
{
    public static async Task<int> RunAsync(IServiceProvider services, IConfiguration configuration, TextWriter output, CancellationToken cancellationToken)
    {
        var name = configuration["tenant"];
        if (string.IsNullOrWhiteSpace(name))
        {
            throw new RefusedException(Refusal.Of(HostMessages.TenantMissing));
        }

        await Unusable.RefuseAsync(services.GetRequiredService<DatabaseSettings>(), Engine.ForReading, cancellationToken);
        await services.GetRequiredService<MasterKeyCheck>().LookAsync(cancellationToken);
        var tenant = await FindAsync(services.GetRequiredService<CatalogDatabase>(), name, cancellationToken)
            ?? throw new RefusedException(Refusal.Of(TenancyMessages.Unknown, ("tenant", name)));
        var database = services.GetRequiredService<Shards>()[tenant.Shard];
        var verifier = new LogVerifier(database, await SchemaAsync(database, tenant.Id, services.GetRequiredService<LedgerSchema>(), cancellationToken));
        var secrets = await services.GetRequiredService<TenantKeyRing>().OpenAsync(tenant.Id, cancellationToken);
        var anchors = await services.GetRequiredService<Anchors>().OfAsync(tenant.Id, cancellationToken);
        var verdict = await verifier.VerifyAsync(tenant.Id, secrets, anchors, cancellationToken);

        var answer = verdict.Fault ?? Refusal.Of(HostMessages.LogHolds, ("tenant", name), ("sets", verdict.Sets), ("entries", verdict.Entries), ("anchors", anchors.Count));
        await output.WriteLineAsync(answer.In(Language.English));
        await output.WriteLineAsync(answer.In(Language.Chinese));
        return verdict.Fault is null ? 0 : 1;
    }

    private static async Task<LedgerSchema> SchemaAsync(LedgerDatabase database, int tenantId, LedgerSchema builtIn, CancellationToken cancellationToken)
    {
        await using var context = database.CreateContext(tenantId);
        return await CustomFields.SchemaAsync(context, builtIn, cancellationToken);
    }

    private static async Task<Tenant?> FindAsync(CatalogDatabase catalog, string name, CancellationToken cancellationToken)
    {
        await using var context = catalog.CreateContext();
        return await context.Tenants.AsNoTracking().SingleOrDefaultAsync(tenant => tenant.Name == name, cancellationToken);
    }
}
