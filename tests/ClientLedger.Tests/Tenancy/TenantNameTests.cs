using ClientLedger.Tenancy;
using ClientLedger.Tenancy.Requests;

namespace ClientLedger.Tests.Tenancy;

public sealed class TenantNameTests
{
    [Theory]
    [InlineData("acme", true)]
    [InlineData("a1", true)]
    [InlineData("shang-hai-2", true)]
    [InlineData("a", false)]
    [InlineData("1acme", false)]
    [InlineData("acme-", false)]
    [InlineData("Acme", false)]
    [InlineData("ac.me", false)]
    [InlineData("客户", false)]
    [InlineData("www", false)]
    [InlineData("acme\n", false)]
    public void Is_one_label_of_a_host_name(string name, bool valid) => Assert.Equal(valid, TenantName.IsValid(name));

    [Theory]
    [InlineData("acme.example.com", "acme")]
    [InlineData("ACME.Example.COM", "acme")]
    [InlineData("acme.localhost", "acme")]
    [InlineData("a.b.example.com", "a.b")]
    [InlineData("www.example.com", null)]
    [InlineData("example.com", null)]
    [InlineData("localhost", null)]
    [InlineData("127.0.0.1", null)]
    [InlineData("acme.example.org", null)]
    [InlineData("notexample.com", null)]
    public void Is_the_first_label_under_the_base_domain(string host, string? tenant) =>
        Assert.Equal(tenant, new TenantHosts { BaseDomain = "example.com" }.TenantOf(host));
}
