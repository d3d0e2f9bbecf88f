using System.Buffers;
using System.Text;
using ClientLedger.Access;
using ClientLedger.Api.Keys;
using ClientLedger.Api.Schemas;
using ClientLedger.Fields;
using ClientLedger.Messages;
using ClientLedger.Reading;
using ClientLedger.Storage;
using ClientLedger.TestKit;
using ClientLedger.Tests.Web;
using ClientLedger.Writing;
using Microsoft.Extensions.DependencyInjection;

namespace ClientLedger.Tests.Access;

/// <summary>The roles that every new tenant has, and what each shows and allows.</summary>
[Collection(HostCollection.Name)]
public sealed class ShippedRolesTests
{
    private static readonly LedgerSchema Schema = BuiltInEntities.Schema;

    [Fact]
    public void Nothing_is_wrong_with_them_in_either_language()
    {
        foreach (var language in new[] { Language.English, Language.Chinese })
        {
            var roles = ShippedRoles.In(language, Schema);
            Assert.Equal(6, roles.Select(role => role.Name).Distinct().Count());
            Assert.All(roles, role => Assert.Empty(role.Grants.SelectMany(grant => GrantRules.Check(Schema, grant))));
        }
    }

    [Fact]
    public async Task A_new_tenant_has_them_and_a_key_can_have_each()
    {
        await using var app = await LedgerApp.StartAsync();
        foreach (var (tenant, email, expected) in new[]
        {
            (TwoTenants.Acme, LedgerApp.AnnaEmail, new[] { "Finance", "Manager", "Owner", "Partner", "Read-only", "Salesperson", "Service" }),
            (TwoTenants.Globex, LedgerApp.GinaEmail, ["财务", "经理", "所有者", "合作伙伴", "只读", "销售", "客服"]),
        })
        {
            var scope = await app.OpenAsync(tenant, email);
            var roles = await ApiKeys.RolesAsync(scope, default);
            Assert.Equal(expected.Order(StringComparer.Ordinal), roles.Select(role => role.Name).Order(StringComparer.Ordinal));
            foreach (var (code, name) in roles)
            {
                // A key that was made is a member more: the scope is another then.
                var (text, refusals) = await app.Services.GetRequiredService<ApiKeys>().MakeAsync(await app.OpenAsync(tenant, email), new NewApiKey(name, long.Parse(code, null), "", ""), default);
                Assert.Empty(refusals);
                Assert.NotEmpty(text);
            }
        }
    }

    [Theory]
    [InlineData("Finance", "Customer.creditLimit", "CustomerInput.city Mutation.deletePayment Query.tickets", "Mutation.createPayment CustomerInput.creditLimit")]
    [InlineData("Service", "Customer.city", "Customer.creditLimit CustomerWhere.nationalId Query.payments Mutation.deleteTicket CustomerInput.city", "Mutation.createTicket Customer.nationalId")]
    [InlineData("Read-only", "Customer.creditLimit", "CustomerWhere.nationalId Mutation.createCustomer Mutation.deleteCustomer CustomerInput.city", "Query.payments Customer.nationalId")]
    [InlineData("Partner", "Customer.city", "Customer.creditLimit Customer.nationalId Contact.nationalId CustomerWhere.phones Query.payments Mutation.createCustomer Mutation.deleteTicket", "Mutation.createTicket Customer.phones Query.products")]
    [InlineData("Salesperson", "Customer.city", "Customer.creditLimit CustomerWhere.phones Mutation.deleteCustomer", "Mutation.createCustomer")]
    [InlineData("Manager", "Customer.creditLimit", "Mutation.createProduct", "Mutation.deleteCustomer Query.payments")]
    public async Task A_role_s_schema_has_what_it_shows_and_allows_and_nothing_else(string role, string shown, string hidden, string allowed)
    {
        await using var gates = await TestGates.CreateAsync(Provider.Sqlite);
        var scope = gates.Scope(TestLedger.Acme, TestGates.Anna, ShippedRoles.In(Language.English, gates.Schema).Single(each => each.Name == role).Grants);
        var schema = new ApiSchemas(gates.Schema).Of(scope);
        Assert.All($"{shown} {allowed}".Split(' '), place => Assert.True(Has(place), $"{role} has no {place}."));
        Assert.All(hidden.Split(' '), place => Assert.False(Has(place), $"{role} has {place}."));

        bool Has(string place) => schema.TypeNamed(place.Split('.')[0]) is not null && schema.ElementAt(place) is not null;
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task A_partner_sees_what_was_shared_with_it_and_enters_tickets_of_it(Provider provider)
    {
        await using var tenants = await TwoTenants.CreateAsync(provider);
        var partner = await tenants.AddMemberAsync(TwoTenants.Acme, "Partner");
        await tenants.AddRoleAsync(TwoTenants.Acme, "Partner", ShippedRoles.Partner(Schema), partner);
        var owner = await tenants.OpenAsync(TwoTenants.Acme);
        var made = await tenants.Writing.ApplyAsync(owner, new ChangeSet(Door.Page, [Of("Shared"), Of("Ours alone")]), default);
        var (shared, alone) = (made.Rows[0].Id!.Value, made.Rows[1].Id!.Value);
        await using (var ledger = owner.Database.CreateContext(owner.TenantId))
        {
            ledger.Add(new Share { Id = 1, EntityId = Schema["customer"].Id, RecordId = shared, PersonId = partner.Id });
            await ledger.SaveChangesAsync();
        }

        var scope = await tenants.OpenAsync(TwoTenants.Acme, partner);
        var page = new ArrayBufferWriter<byte>();
        await tenants.Reading.ReadAsync(scope, new LedgerQuery("customer") { Select = [new FieldSelection("name")] }, page, default);
        Assert.Equal("""{"rows":[{"name":"Shared"}]}""", Encoding.UTF8.GetString(page.WrittenSpan));
        var tickets = await tenants.Writing.ApplyAsync(scope, new ChangeSet(Door.Api, [Ticket(shared)]), default);
        Assert.Empty(tickets.Rows[0].Refusals);
        tickets = await tenants.Writing.ApplyAsync(scope, new ChangeSet(Door.Api, [Ticket(alone)]), default);
        Assert.NotEmpty(tickets.Rows[0].Refusals);

        static RecordChange Of(string name) => new(Verb.Create, "customer") { Values = FieldValues.Of(("name", name), ("kind", "organisation")) };
        static RecordChange Ticket(long customer) => new(Verb.Create, "ticket") { Values = FieldValues.Of(("kind", "service"), ("subject", "Broken"), ("customer", customer)) };
    }
}
