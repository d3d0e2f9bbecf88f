using System.Globalization;
using ClientLedger.Messages;
using ClientLedger.Storage;
using Microsoft.Data.Sqlite;

namespace ClientLedger.Web.Composition;

/// <summary>One database and the two ways into it.</summary>
/// <param name="Name">Section of the configuration: <c>Catalog</c>, <c>Shards:main</c>.</param>
/// <param name="Owner">Connection string for migrations alone.</param>
/// <param name="App">Connection string that the product works under; owns nothing. The same as the owner's on SQLite.</param>
internal sealed record DatabaseAddress(string Name, Provider Provider, string Owner, string App)
{
    /// <summary>How many short reads the database works on at once for this process; null to leave it to the provider.</summary>
    public int? ReadsAtOnce { get; init; }

    /// <summary>The setting that holds the owner's connection string.</summary>
    public string OwnerSetting => $"{Name}:{nameof(Owner)}";

    /// <summary>The setting that holds the app's.</summary>
    public string AppSetting => $"{Name}:{nameof(App)}";
}

/// <summary>
/// The databases that the configuration names. The section <c>Catalog</c> and each section below <c>Shards</c> hold <c>Provider</c> (Sqlite, Postgres,
/// SqlServer), <c>Owner</c> and <c>App</c>, and may hold <c>ReadsAtOnce</c>; without any, catalog and one shard, <c>main</c>, are SQLite files in the data folder.
/// </summary>
internal sealed class DatabaseSettings
{
    /// <summary>The shard of an installation that names none.</summary>
    public const string MainShard = "main";

    private const string CatalogSection = "Catalog";
    private const string ShardsSection = "Shards";

    /// <exception cref="RefusedException">A provider is unknown, a connection string is missing or can't be read, or a number is none.</exception>
    public DatabaseSettings(IConfiguration configuration, DataFolder data)
    {
        Catalog = Read(configuration.GetSection(CatalogSection), data.PathOf("catalog.db"));
        var named = configuration.GetSection(ShardsSection).GetChildren().Select(section => section.Key).DefaultIfEmpty(MainShard);
        Shards = named.ToDictionary(
            name => name,
            name => Read(configuration.GetSection(ShardsSection).GetSection(name), data.PathOf(name == MainShard ? "ledger.db" : $"ledger-{name}.db")));
    }

    public DatabaseAddress Catalog { get; }

    /// <summary>By name of the shard.</summary>
    public IReadOnlyDictionary<string, DatabaseAddress> Shards { get; }

    /// <summary>Catalog first.</summary>
    public IEnumerable<DatabaseAddress> All => [Catalog, .. Shards.OrderBy(shard => shard.Key, StringComparer.Ordinal).Select(shard => shard.Value)];

    private static DatabaseAddress Read(IConfigurationSection section, string file)
    {
        var named = section["Provider"];
        var provider = Provider.Sqlite;
        if (!string.IsNullOrEmpty(named) && (!Enum.TryParse(named, ignoreCase: true, out provider) || !Enum.IsDefined(provider)))
        {
            throw new RefusedException(Refusal.Of(HostMessages.ProviderUnknown, ("section", section.Path), ("value", named)));
        }

        var owner = section["Owner"];
        var app = section["App"];
        var reads = ReadsAtOnce(section);
        if (provider == Provider.Sqlite)
        {
            owner ??= new SqliteConnectionStringBuilder { DataSource = file }.ConnectionString;
            return Checked(new DatabaseAddress(section.Path, provider, owner, app ?? owner) { ReadsAtOnce = reads });
        }

        return Checked(new DatabaseAddress(section.Path, provider, Demand(owner, section, "Owner"), Demand(app, section, "App")) { ReadsAtOnce = reads });
    }

    private static int? ReadsAtOnce(IConfigurationSection section)
    {
        var given = section[nameof(DatabaseAddress.ReadsAtOnce)];
        return string.IsNullOrEmpty(given) ? null
            : int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var reads) && reads > 0 ? reads
            : throw new RefusedException(Refusal.Of(HostMessages.ReadsUnclear, ("setting", $"{section.Path}:{nameof(DatabaseAddress.ReadsAtOnce)}"), ("value", given)));
    }

    private static DatabaseAddress Checked(DatabaseAddress address)
    {
        foreach (var (setting, value) in new[] { (address.OwnerSetting, address.Owner), (address.AppSetting, address.App) })
        {
            try
            {
                Engine.Of(address.Provider).Read(value);
            }
            catch (Exception failure) when (failure is ArgumentException or FormatException)
            {
                throw new RefusedException(Refusal.Of(
                    HostMessages.ConnectionMalformed, ("setting", setting), ("provider", address.Provider), ("reason", failure.Message)));
            }
        }

        return address;
    }

    private static string Demand(string? value, IConfigurationSection section, string name) => string.IsNullOrWhiteSpace(value)
        ? throw new RefusedException(Refusal.Of(HostMessages.ConnectionMissing, ("setting", $"{section.Path}:{name}")))
        : value;
}
