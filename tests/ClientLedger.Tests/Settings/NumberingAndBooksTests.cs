using ClientLedger.Access;
using ClientLedger.Messages;
using ClientLedger.Settings;
using ClientLedger.Storage;
using ClientLedger.TestKit;
using ClientLedger.Tests.Writing;
using ClientLedger.Writing;

namespace ClientLedger.Tests.Settings;

public sealed class NumberingAndBooksTests
{
    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Numbering_changes_for_what_comes_and_an_entity_without_numbers_gets_them(Provider provider)
    {
        await using var tenants = await TwoTenants.CreateAsync(provider);
        var first = await NumberAsync(tenants, TwoTenants.Acme, "customer", ("name", "First"));

        Assert.Empty(await SaveAsync(tenants, new Numbering("customer", "客-", 3, 41), new Numbering("payment", "", 2, 1)));

        Assert.Equal("C-000001", first);
        Assert.Equal("客-041", await NumberAsync(tenants, TwoTenants.Acme, "customer", ("name", "Second")));
        Assert.Equal("01", await NumberAsync(tenants, TwoTenants.Acme, "payment", ("customer", new RecordReference.ByField("number", "C-000001")), ("dueAmount", 1m), ("currency", "CNY")));
        Assert.Equal("C-000001", await NumberAsync(tenants, TwoTenants.Globex, "customer", ("name", "Theirs")));
        var overview = await SettingsOverview.ReadAsync(await tenants.OpenAsync(TwoTenants.Acme), default);
        Assert.Contains(new Numbering("customer", "客-", 3, 42), overview.Numbering);
    }

    /// <summary>A sequence that was set back passes over what it gave before, without asking for each number by itself and without a gap behind.</summary>
    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_sequence_that_was_set_back_passes_over_the_numbers_that_are_taken(Provider provider)
    {
        await using var tenants = await TwoTenants.CreateAsync(provider);
        var scope = await tenants.OpenAsync(TwoTenants.Acme);
        RecordChange[] customers = [.. Enumerable.Range(1, 300).Select(number => WriteGateTests.Create("customer", ("name", $"Customer {number}")))];
        Assert.True((await tenants.Writing.ApplyAsync(scope, new ChangeSet(Door.Import, customers), default)).Applied);

        Assert.Empty(await SaveAsync(tenants, new Numbering("customer", "C-", 6, 1)));

        Assert.Equal("C-000301", await NumberAsync(tenants, TwoTenants.Acme, "customer", ("name", "Next")));
        Assert.Equal("C-000302", await NumberAsync(tenants, TwoTenants.Acme, "customer", ("name", "After")));
    }

    [Fact]
    public async Task Numbering_that_cant_be_is_refused_as_a_whole()
    {
        await using var tenants = await TwoTenants.CreateAsync(Provider.Sqlite);

        var refusals = await SaveAsync(
            tenants, new Numbering("customer", "K-", 4, 1), new Numbering("note", "N-", 4, 1), new Numbering("order", new string('x', 21), 0, 0), new Numbering("nothing", "", 13, 1_000_000_000_000));

        Assert.Equal(
            [
                ("note", "settings.numberingEntity"), ("order", "settings.numberingPrefix"), ("order", "settings.numberingWidth"), ("order", "settings.numberingNext"),
                ("nothing", "settings.numberingEntity"), ("nothing", "settings.numberingWidth"), ("nothing", "settings.numberingNext"),
            ],
            refusals.Select(refusal => (refusal.Field, refusal.Code.Code)));
        Assert.Equal("C-000001", await NumberAsync(tenants, TwoTenants.Acme, "customer", ("name", "First")));
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Books_are_renamed_and_added_and_customers_may_name_them_at_once(Provider provider)
    {
        await using var tenants = await TwoTenants.CreateAsync(provider);
        var renamed = await SaveBook.RunAsync(await tenants.OpenAsync(TwoTenants.Acme), Book.DefaultId, " Key accounts ", "large ones", "the board", default);
        var added = await SaveBook.RunAsync(await tenants.OpenAsync(TwoTenants.Acme), null, "Partners", null, " ", default);

        Assert.Equal((1L, 2L), (renamed.Id, added.Id));
        var books = (await SettingsOverview.ReadAsync(await tenants.OpenAsync(TwoTenants.Acme), default)).Books;
        Assert.Equal([("Key accounts", "large ones", "the board"), ("Partners", null, null)], books.Select(book => (book.Name, book.Purpose, book.Audience)));
        Assert.Equal("Partners", (await tenants.OpenAsync(TwoTenants.Acme)).Books[2]);
        await NumberAsync(tenants, TwoTenants.Acme, "customer", ("name", "In the second"), ("book", 2));
        Assert.Single((await SettingsOverview.ReadAsync(await tenants.OpenAsync(TwoTenants.Globex), default)).Books);
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Books_without_a_name_with_anothers_name_or_that_arent_there_are_refused_and_so_are_members_who_are_no_owners(Provider provider)
    {
        await using var tenants = await TwoTenants.CreateAsync(provider);
        var anna = await tenants.AddMemberAsync(TwoTenants.Acme, "Anna");
        await tenants.AddRoleAsync(TwoTenants.Acme, "all", [.. BuiltInEntities.Schema.Entities.Select(RightsOf.Full)], anna);
        async Task<string> CodeAsync(long? id, string name, string? purpose = null, Actor? actor = null)
        {
            var (saved, refusals) = await SaveBook.RunAsync(await tenants.OpenAsync(TwoTenants.Acme, actor), id, name, purpose, null, default);
            Assert.Equal(0, saved);
            return Assert.Single(refusals).Code.Code;
        }

        Assert.Equal("settings.bookName", await CodeAsync(1, " "));
        Assert.Equal("settings.bookText", await CodeAsync(1, "Customers", new string('x', 1_001)));
        Assert.Equal("settings.bookTaken", await CodeAsync(null, "Customers"));
        Assert.Equal("settings.bookUnknown", await CodeAsync(7, "Seventh"));
        Assert.Equal("access.ownersOnly", await CodeAsync(1, "Anna's", actor: anna));
        var numbering = await SaveNumbering.RunAsync(await tenants.OpenAsync(TwoTenants.Acme, anna), [new Numbering("customer", "A-", 3, 1)], default);
        Assert.Equal("access.ownersOnly", Assert.Single(numbering).Code.Code);
        Assert.Equal("Customers", (await tenants.OpenAsync(TwoTenants.Acme)).Books[1]);
    }

    private static async Task<IReadOnlyList<Refusal>> SaveAsync(TwoTenants tenants, params Numbering[] numberings) =>
        await SaveNumbering.RunAsync(await tenants.OpenAsync(TwoTenants.Acme), numberings, default);

    /// <summary>The number that a new record gets.</summary>
    private static async Task<string?> NumberAsync(TwoTenants tenants, string tenant, string entity, params (string Name, object? Value)[] values)
    {
        var scope = await tenants.OpenAsync(tenant);
        var result = await tenants.Writing.ApplyAsync(scope, new ChangeSet(Door.Page, [WriteGateTests.Create(entity, values)]), default);
        Assert.Empty(result.Rows[0].Refusals.Select(refusal => refusal.In(Language.English)));
        return (string?)(await TestGates.StoredAsync(scope, entity, result.Rows[0].Id!.Value))!["number"];
    }
}
