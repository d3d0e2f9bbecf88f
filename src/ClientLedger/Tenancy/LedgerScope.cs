using System.Collections.Frozen;
using ClientLedger.Access;
using ClientLedger.Fields;
using ClientLedger.Messages;
using ClientLedger.Settings;
using ClientLedger.Storage;
using ClientLedger.Storage.Secrets;

namespace ClientLedger.Tenancy;

/// <summary>
/// One tenant's ledger, opened by one actor with its rights: what both gates need to know of their caller. Nothing of a ledger can be
/// read or written without one, and it can't be changed to another tenant.
/// </summary>
public sealed class LedgerScope
{
    internal LedgerScope(int tenantId, string tenantName, Actor actor, Rights rights, LedgerSchema schema, TenantSettings settings, LedgerDatabase database, TenantSecrets secrets)
    {
        TenantId = tenantId;
        TenantName = tenantName;
        Actor = actor;
        Rights = rights;
        Schema = schema;
        Settings = settings;
        Database = database;
        Secrets = secrets;
    }

    public int TenantId { get; }

    /// <summary>The tenant's address name: <c>acme</c>.</summary>
    public string TenantName { get; }

    public Actor Actor { get; }

    public Rights Rights { get; }

    /// <summary>The entities with the tenant's own fields.</summary>
    public LedgerSchema Schema { get; }

    public TenantSettings Settings { get; }

    /// <summary>Names of the tenant's books by their numbers.</summary>
    public IReadOnlyDictionary<long, string> Books { get; internal init; } = FrozenDictionary<long, string>.Empty;

    /// <summary>The tenant's stamp when the scope was opened; null where the tenant has none.</summary>
    internal long? Stamp { get; init; }

    /// <summary>To be called when something was changed that scopes are made of: those that were opened before are opened anew.</summary>
    internal Action Changed { get; init; } = static () => { };

    /// <summary>Whom person fields may come to name.</summary>
    internal ActiveMembers Members { get; init; } = static (_, _) => Task.FromResult<IReadOnlySet<long>>(FrozenSet<long>.Empty);

    /// <summary>The shard that holds the ledger.</summary>
    internal LedgerDatabase Database { get; }

    /// <summary>The tenant's keys.</summary>
    internal TenantSecrets Secrets { get; }

    /// <summary>Language of refusals when nothing closer to the caller says otherwise.</summary>
    public Language Language => Settings.Language;
}
