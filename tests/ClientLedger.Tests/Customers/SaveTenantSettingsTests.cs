using ClientLedger.Access;
using ClientLedger.Customers;
using ClientLedger.Messages;
using ClientLedger.Settings;
using ClientLedger.Storage;
using ClientLedger.Tenancy;
using ClientLedger.TestKit;
using ClientLedger.TestKit.Plain;
using ClientLedger.Tests.Writing;
using ClientLedger.Writing;

namespace ClientLedger.Tests.Customers;

/// <summary>A tenant's settings after the tenant was made: what follows from them follows at once, on every node, and in no other tenant.</summary>
public sealed class SaveTenantSettingsTests
{
    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task All_settings_can_be_changed_and_the_next_scope_has_them_on_all_nodes(Provider provider)
    {
        await using var world = await World.CreateAsync(provider);
        using var otherNode = new LedgerScopes(world.Tenants.Catalog, world.Tenants.Shards, world.Tenants.Keys, BuiltInEntities.Schema, TwoTenants.Fresh, world.Tenants.Clock);
        Assert.Equal("CNY", (await otherNode.OpenAsync(TwoTenants.Acme, world.Tenants.Owner, default)).Settings.BaseCurrency);
        var (wanted, wrong) = SettingsRules.Read("  Acme 有限公司 ", "Europe/Berlin", Language.Chinese, "EUR", "DE");
        Assert.Empty(wrong);

        Assert.Empty(await world.SaveAsync(wanted!));

        var settings = (await otherNode.OpenAsync(TwoTenants.Acme, world.Tenants.Owner, default)).Settings;
        Assert.Equal(("Acme 有限公司", "Europe/Berlin", Language.Chinese, "EUR", "DE"), (settings.Company, settings.Zone.Id, settings.Language, settings.BaseCurrency, settings.DefaultCountry));
        Assert.Equal(("globex", "Europe/Paris", "EUR"), await world.OfGlobexAsync());
    }

    /// <summary>17:30 UTC is the next day in Shanghai and the same day in Los Angeles.</summary>
    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Another_zone_moves_the_days_of_purchases(Provider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.OrderAsync("CNY", 5m, new DateTime(2025, 3, 5, 17, 30, 0, DateTimeKind.Utc));
        await world.OrderAsync("CNY", 7m, new DateTime(2025, 3, 8, 17, 30, 0, DateTimeKind.Utc));
        Assert.Equal((new DateOnly(2025, 3, 6), new DateOnly(2025, 3, 9)), await world.DaysAsync());

        Assert.Empty(await world.SaveAsync(zone: "America/Los_Angeles"));
        Assert.Equal((new DateOnly(2025, 3, 5), new DateOnly(2025, 3, 8)), await world.DaysAsync());

        await world.OrderAsync("CNY", 1m, new DateTime(2025, 3, 1, 17, 30, 0, DateTimeKind.Utc));
        Assert.Equal((new DateOnly(2025, 3, 1), new DateOnly(2025, 3, 8)), await world.DaysAsync());
    }

    /// <summary>Rates belong to the currency they are to: those to the yuan say nothing in euros, and count again when the yuan comes back.</summary>
    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Another_base_currency_makes_all_amounts_anew_and_the_former_one_brings_them_back(Provider provider)
    {
        await using var world = await World.CreateAsync(provider);
        Assert.Empty(await world.SaveRatesAsync("USD,2025-01-01,7"));
        await world.OrderAsync("USD", 10m);
        await world.OrderAsync("CNY", 5m);
        await world.OrderAsync("EUR", 2m);
        Assert.Equal((75m, 1L), await world.AmountsAsync());

        Assert.Empty(await world.SaveAsync(baseCurrency: "EUR"));
        Assert.Equal((2m, 2L), await world.AmountsAsync());

        Assert.Empty(await world.SaveRatesAsync("USD,2025-01-01,0.9\nCNY,2025-01-01,0.125"));
        Assert.Equal((11.625m, 0L), await world.AmountsAsync());
        Assert.Equal(11.625m, await world.ReadTotalAsync());

        Assert.Empty(await world.SaveAsync(baseCurrency: "CNY"));
        Assert.Equal((75m, 1L), await world.AmountsAsync());
        Assert.Equal(("globex", "Europe/Paris", "EUR"), await world.OfGlobexAsync());
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_base_currency_in_which_an_amount_is_too_large_is_refused_and_nothing_is_half_done(Provider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.OrderAsync("USD", 900_000_000_000_000m);
        Assert.Empty(await world.SaveAsync(baseCurrency: "JPY"));
        var rates = await world.SaveRatesAsync("USD,2025-01-01,150");

        Assert.Equal("customer.ratesTooLarge", Assert.Single(rates).Code.Code);
        Assert.Empty((await SettingsOverview.ReadAsync(await world.OpenAsync(), default)).Rates);
        Assert.Equal((0m, 1L), await world.AmountsAsync());
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Wrong_settings_members_who_are_no_owners_and_scopes_out_of_date_are_refused(Provider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var anna = await world.Tenants.AddMemberAsync(TwoTenants.Acme, "Anna");
        await world.Tenants.AddRoleAsync(TwoTenants.Acme, "all", [.. BuiltInEntities.Schema.Entities.Select(entity => new Grant(entity.Name, new EveryRecord()))], anna);
        var stale = await world.OpenAsync();

        var (none, wrong) = SettingsRules.Read("", "Mars/Olympus", (Language)7, "XXQ", "QQ");
        var hers = await world.Tenants.OpenAsync(TwoTenants.Acme, anna);
        var forbidden = await SaveTenantSettings.RunAsync(hers, hers.Settings with { Company = "Anna's" }, default);
        Assert.Empty(await world.SaveAsync(zone: "Europe/Berlin"));
        var late = await SaveTenantSettings.RunAsync(stale, stale.Settings with { BaseCurrency = "EUR" }, default);

        Assert.Null(none);
        Assert.Equal(["company", "language", "baseCurrency", "defaultCountry", "zone"], wrong.Select(refusal => refusal.Field));
        Assert.Equal("access.ownersOnly", Assert.Single(forbidden).Code.Code);
        Assert.Equal("write.scopeChanged", Assert.Single(late).Code.Code);
        var settings = (await world.OpenAsync()).Settings;
        Assert.Equal(("acme", "Europe/Berlin", "CNY"), (settings.Company, settings.Zone.Id, settings.BaseCurrency));
    }

    /// <summary>Whoever reckoned with the old zone or currency must not commit after the change.</summary>
    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Orders_written_while_the_base_currency_changes_are_counted_in_one_of_both_and_once(Provider provider)
    {
        await using var world = await World.CreateAsync(provider);
        Assert.Empty(await world.SaveRatesAsync("EUR,2025-01-01,8"));
        var writers = Enumerable.Range(1, 12).Select(number => Task.Run(() => world.TryOrderAsync("EUR", number))).ToList();
        var changes = Task.Run(async () =>
        {
            foreach (var currency in new[] { "EUR", "CNY", "EUR" })
            {
                Assert.Empty(await world.SaveAsync(baseCurrency: currency));
            }
        });

        var written = (await Task.WhenAll(writers)).Sum();
        await changes;

        Assert.Equal((written, 0L), await world.AmountsAsync());
    }

    private sealed class World : IAsyncDisposable
    {
        private long customer;

        private World(TwoTenants tenants) => Tenants = tenants;

        public TwoTenants Tenants { get; }

        public static async Task<World> CreateAsync(Provider provider)
        {
            var world = new World(await TwoTenants.CreateAsync(provider));
            foreach (var tenant in new[] { TwoTenants.Globex, TwoTenants.Acme })
            {
                var scope = await world.Tenants.OpenAsync(tenant);
                var result = await world.Tenants.Writing.ApplyAsync(scope, new ChangeSet(Door.Page, [WriteGateTests.Create("customer", ("name", "Customer"))]), default);
                world.customer = result.Rows[0].Id!.Value;
            }

            return world;
        }

        public Task<LedgerScope> OpenAsync() => Tenants.OpenAsync(TwoTenants.Acme);

        public async Task<IReadOnlyList<Refusal>> SaveAsync(TenantSettings settings) => await SaveTenantSettings.RunAsync(await OpenAsync(), settings, default);

        public async Task<IReadOnlyList<Refusal>> SaveAsync(string? zone = null, string? baseCurrency = null)
        {
            var settings = (await OpenAsync()).Settings;
            return await SaveAsync(settings with
            {
                Zone = zone is null ? settings.Zone : TimeZoneInfo.FindSystemTimeZoneById(zone),
                BaseCurrency = baseCurrency ?? settings.BaseCurrency,
            });
        }

        public async Task<IReadOnlyList<Refusal>> SaveRatesAsync(string rates)
        {
            var scope = await OpenAsync();
            return await SaveExchangeRates.RunAsync(scope, ExchangeRateList.Read(scope.Settings.BaseCurrency, rates), default);
        }

        public async Task OrderAsync(string currency, decimal amount, DateTime? at = null)
        {
            var result = await ApplyAsync(currency, amount, at ?? new DateTime(2025, 3, 5, 4, 0, 0, DateTimeKind.Utc));
            Assert.Empty(result.Rows[0].Refusals.Select(refusal => refusal.In(Language.English)));
        }

        /// <summary>The amount that was written: 0 where the settings changed just then.</summary>
        public async Task<decimal> TryOrderAsync(string currency, decimal amount)
        {
            try
            {
                return (await ApplyAsync(currency, amount, new DateTime(2025, 3, 5, 4, 0, 0, DateTimeKind.Utc))).Applied ? amount : 0m;
            }
            catch (RefusedException changed) when (changed.Refusal.Code.Code is "write.scopeChanged" or "write.setBusy")
            {
                return 0m;
            }
        }

        public async Task<(DateOnly? First, DateOnly? Last)> DaysAsync() => await TotalsAsync() is var totals ? (totals.First, totals.Last) : default;

        public async Task<(decimal Amount, long WithoutRate)> AmountsAsync() => await TotalsAsync() is var totals ? (totals.Amount, totals.WithoutRate) : default;

        /// <summary>The total as it is worked out for somebody who doesn't see every order.</summary>
        public async Task<decimal> ReadTotalAsync()
        {
            var anna = await Tenants.AddMemberAsync(TwoTenants.Acme, "Anna");
            var mine = new ClientLedger.Reading.FieldFilter("amount", ClientLedger.Reading.Operator.Greater, "0");
            await Tenants.AddRoleAsync(TwoTenants.Acme, "some", [new Grant("customer", new EveryRecord()), new Grant("order", new MatchingRecords(mine))], anna);
            var output = new System.Buffers.ArrayBufferWriter<byte>();
            var query = new ClientLedger.Reading.LedgerQuery("customer") { Select = [new ClientLedger.Reading.FieldSelection("totalAmountBase")] };
            await Tenants.Reading.ReadAsync(await Tenants.OpenAsync(TwoTenants.Acme, anna), query, output, default);
            using var json = System.Text.Json.JsonDocument.Parse(output.WrittenMemory);
            return json.RootElement.GetProperty("rows")[0].GetProperty("totalAmountBase").GetDecimal();
        }

        public async Task<(string, string, string)> OfGlobexAsync()
        {
            var scope = await Tenants.OpenAsync(TwoTenants.Globex);
            Assert.True(Assert.Single(await StoredLedger.ReadTotalsAsync(scope)).IsEmpty);
            return (scope.Settings.Company, scope.Settings.Zone.Id, scope.Settings.BaseCurrency);
        }

        public ValueTask DisposeAsync() => Tenants.DisposeAsync();

        private async Task<PlainTotalsRow> TotalsAsync() => Assert.Single(await StoredLedger.ReadTotalsAsync(await OpenAsync()));

        private async Task<ChangeResult> ApplyAsync(string currency, decimal amount, DateTime at) => await Tenants.Writing.ApplyAsync(
            await OpenAsync(),
            new ChangeSet(Door.Page, [WriteGateTests.Create("order", ("customer", customer), ("orderedAt", at), ("currency", currency), ("amount", amount))]),
            default);
    }
}
