using ClientLedger.Api;
using ClientLedger.Api.Limits;
using ClientLedger.Help;
using ClientLedger.History;
using ClientLedger.History.Jobs;
using ClientLedger.Imports;
using ClientLedger.Jobs;
using ClientLedger.Operations;
using ClientLedger.Reading;
using ClientLedger.Shared;
using ClientLedger.Storage;
using ClientLedger.Storage.Catalog;
using ClientLedger.Storage.Secrets;
using ClientLedger.Tenancy;
using ClientLedger.Tenancy.Requests;
using ClientLedger.Writing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace ClientLedger.Web.Composition;

/// <summary>Puts the product together.</summary>
internal static class LedgerServices
{
    /// <summary>Setting that holds the master key; without it the key is a file in the data folder.</summary>
    public const string MasterKeySetting = "CLIENTLEDGER_MASTER_KEY";

    /// <summary>A database that takes longer to say anything is as good as down.</summary>
    private static readonly TimeSpan CheckPatience = TimeSpan.FromSeconds(5);

    /// <param name="output">Where the start tells people what they can't know otherwise.</param>
    /// <param name="onlyReads">The databases are opened for reading alone.</param>
    public static IServiceCollection AddClientLedger(this IServiceCollection services, IConfiguration configuration, TextWriter output, bool onlyReads = false)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<IRandomSource, SystemRandomSource>();
        services.AddSingleton(BuiltInEntities.Schema);
        services.AddSingleton<DataFolder>();
        services.AddSingleton<DatabaseSettings>();
        services.AddSingleton<HeldFiles>();
        services.AddSingleton<Migration>();
        services.AddSingleton(MasterKeyOf);
        services.AddSingleton(provider => new MasterKeyCheck(
            provider.GetRequiredService<CatalogDatabase>(), provider.GetRequiredService<MasterKey>(), MasterKeySource(provider), provider.GetRequiredService<TimeProvider>()));
        AddTenancy(services, configuration, onlyReads ? Engine.ForReading : Engine.Of);
        AddGates(services);
        services.AddApi(configuration.GetSection(ApiLimitOptions.Section));
        AddNode(services);
        AddJobs(services);
        AddDataProtection(services);
        services.AddSingleton(output);
        services.AddHelp(provider => DemoSetting.Read(
            configuration, provider.GetRequiredService<IHostEnvironment>(), provider.GetRequiredService<DatabaseSettings>()));
        return services;
    }

    private static void AddTenancy(IServiceCollection services, IConfiguration configuration, Func<Provider, Engine> engineOf)
    {
        services.AddSingleton(provider =>
        {
            var address = provider.GetRequiredService<DatabaseSettings>().Catalog;
            return new CatalogDatabase(address.Provider, engineOf(address.Provider).Catalog(address.App));
        });
        services.AddSingleton(provider => new Shards(provider.GetRequiredService<DatabaseSettings>().Shards.ToDictionary(
            shard => shard.Key, shard => engineOf(shard.Value.Provider).Ledger(shard.Value, BuiltInEntities.Schema))));
        services.AddSingleton<TenantKeyRing>();
        services.Configure<FreshnessOptions>(configuration.GetSection(FreshnessOptions.Section));
        services.AddSingleton<LedgerScopes>();
        services.AddSingleton<TenantNames>();
        services.AddSingleton<CreateTenant>();
        services.Configure<TenantHosts>(configuration.GetSection(TenantHosts.Section));
    }

    private static void AddGates(IServiceCollection services)
    {
        services.AddSingleton(provider => new ReadGate(provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<IRandomSource>()));
        services.AddSingleton(provider => new WriteGate(
            provider.GetRequiredService<ReadGate>(),
            provider.GetRequiredService<IdSource>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<IRandomSource>(),
            BuiltInRules.All));
        services.AddSingleton(provider => new AnchorFile(provider.GetRequiredService<DataFolder>().PathOf("anchors.txt")));
        services.AddSingleton<Anchors>();
        services.AddSingleton<RecordHistory>();
        services.AddSingleton<MemberNames>();
        services.AddHostedService<CopyAnchors>();
        services.AddHostedService<RelayBells>();
    }

    private static void AddNode(IServiceCollection services)
    {
        services.AddSingleton<NodeLeases>();
        services.AddSingleton<LeasedNode>();
        services.AddSingleton(provider => new IdSource(provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<LeasedNode>().Node));
        services.AddHostedService<NodeHeartbeat>();
        services.AddHealthChecks()
            .AddCheck<CatalogHealth>("catalog", timeout: CheckPatience)
            .AddCheck<LedgersHealth>("ledgers", timeout: CheckPatience);
        services.AddOperations();
    }

    private static void AddJobs(IServiceCollection services)
    {
        services.AddSingleton<JobBell>();
        services.AddSingleton<WaitingPeople>();
        services.AddSingleton<JobRuns>();
        services.AddSingleton(provider => new JobLeases(
            provider.GetRequiredService<CatalogDatabase>(), provider.GetRequiredService<LeasedNode>().Holder, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<JobRunner>();
        services.AddSingleton<JobPulse>();
        services.AddHostedService<RunQueuedJobs>();
        services.AddImports();
    }

    /// <summary>Cookies and form tokens stay valid over restarts and nodes; their keys lie encrypted in the catalog.</summary>
    private static void AddDataProtection(IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("ClientLedger");
        services.AddOptions<KeyManagementOptions>().Configure<CatalogDatabase, MasterKey, IRandomSource>((options, catalog, master, random) =>
        {
            options.XmlRepository = new CatalogXmlRepository(catalog);
            options.XmlEncryptor = new MasterKeyXmlEncryptor(master, random);
        });
    }

    private static MasterKey MasterKeyOf(IServiceProvider provider) => ConfiguredKey(provider) is { } configured
        ? MasterKey.Parse(configured, MasterKeySetting)
        : MasterKey.ReadOrCreate(MasterKeySource(provider), provider.GetRequiredService<IRandomSource>());

    private static string MasterKeySource(IServiceProvider provider) =>
        ConfiguredKey(provider) is null ? provider.GetRequiredService<DataFolder>().PathOf("keys/master.key") : MasterKeySetting;

    private static string? ConfiguredKey(IServiceProvider provider) =>
        provider.GetRequiredService<IConfiguration>()[MasterKeySetting] is { Length: > 0 } configured ? configured : null;
}
