using ClientLedger.Fields;
using ClientLedger.Messages;
using ClientLedger.Storage;
using ClientLedger.TestKit;
using ClientLedger.Writing;

namespace ClientLedger.Tests.Writing;

public sealed class ConfirmScopeTests
{
    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_scope_that_knows_nothing_of_a_new_field_writes_no_more(Provider provider)
    {
        await using var tenants = await TwoTenants.CreateAsync(provider);
        var old = await tenants.OpenAsync(TwoTenants.Acme);
        var beside = await tenants.OpenAsync(TwoTenants.Globex);
        var field = new FieldDescriptor { Id = 0, Name = "loyaltyCode", Label = new Label("忠诚代码", "Loyalty code"), Type = FieldType.Text, Indexed = true };
        Assert.Empty(await CustomFields.AddAsync(old, "customer", field, CancellationToken.None));

        var refused = await Assert.ThrowsAsync<RefusedException>(() => tenants.Writing.ApplyAsync(old, Set(), CancellationToken.None));
        Assert.Equal("write.scopeChanged", refused.Refusal.Code.Code);
        Assert.Empty((await StoredLedger.ReadAsync(old)).Records);

        Assert.True((await tenants.Writing.ApplyAsync(await tenants.OpenAsync(TwoTenants.Acme), Set(), CancellationToken.None)).Applied);
        Assert.True((await tenants.Writing.ApplyAsync(beside, Set(), CancellationToken.None)).Applied);

        static ChangeSet Set() => new(Door.Page, [WriteGateTests.Create("customer", ("name", "Acme"))]);
    }
}
