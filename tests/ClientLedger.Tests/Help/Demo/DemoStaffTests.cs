using ClientLedger.Help.Demo;
using ClientLedger.Storage;
using ClientLedger.Storage.Catalog;
using ClientLedger.Storage.Secrets;
using ClientLedger.TestKit;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Tests.Help.Demo;

/// <summary>Who signs in to the demo.</summary>
public sealed class DemoStaffTests
{
    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Each_of_the_staff_has_an_account_with_the_password(Provider provider)
    {
        await using var world = await DemoWorld.MakeAsync(provider);
        await using var catalog = world.Tenants.Catalog.CreateContext();
        foreach (var person in DemoStaff.All)
        {
            var normalised = person.Email.ToUpperInvariant();
            var account = await catalog.Users.SingleAsync(account => account.NormalizedEmail == normalised);
            Assert.Equal(PasswordVerificationResult.Success, new PasswordHasher<Account>().VerifyHashedPassword(account, account.PasswordHash!, DemoWorld.Password));
            Assert.Equal(person.Language, account.Language);
        }
    }

    [Fact]
    public void A_password_is_of_its_installation_alone()
    {
        var (one, other) = (new MasterKey(new byte[MasterKey.Length]), new MasterKey([.. Enumerable.Repeat((byte)1, MasterKey.Length)]));

        Assert.Equal(DemoPassword.Of(one), DemoPassword.Of(one));
        Assert.NotEqual(DemoPassword.Of(one), DemoPassword.Of(other));
        Assert.Matches("^Demo-[a-z]{4}-[a-z]{4}-[0-9]{4}$", DemoPassword.Of(one));
    }
}
