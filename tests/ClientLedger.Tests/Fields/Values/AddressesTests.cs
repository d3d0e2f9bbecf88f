using ClientLedger.Fields.Values;
using ClientLedger.Messages;

namespace ClientLedger.Tests.Fields.Values;

public sealed class EmailAddressesTests
{
    [Theory]
    [InlineData("info@example.com", "info@example.com")]
    [InlineData(" Info@Example.COM ", "info@example.com")]
    [InlineData("ｉｎｆｏ＠ｅｘａｍｐｌｅ．ｃｏｍ", "info@example.com")]
    [InlineData("mailto:info@example.com", "info@example.com")]
    [InlineData("o'neil+news@mail.example.co.uk", "o'neil+news@mail.example.co.uk")]
    [InlineData("info@例子.中国", "info@例子.中国")]
    [InlineData("info@XN--FSQU00A.xn--fiqs8s", "info@例子.中国")]
    [InlineData("info@例子。中国", "info@例子.中国")]
    [InlineData("info@BÜCHER.example", "info@bücher.example")]
    [InlineData("a@b.cn", "a@b.cn")]
    public void Reads_addresses(string text, string address)
    {
        Assert.True(EmailAddresses.TryParse(text, out var read, out var refusal), refusal?.In(Language.English));
        Assert.Equal(address, read);
    }

    [Theory]
    [InlineData("", "unreadable")]
    [InlineData("info", "unreadable")]
    [InlineData("@example.com", "unreadable")]
    [InlineData("info@", "unreadable")]
    [InlineData("a@b@example.com", "unreadable")]
    [InlineData("a@b.com;c@d.com", "unreadable")]
    [InlineData("in fo@example.com", "name")]
    [InlineData(".info@example.com", "name")]
    [InlineData("info.@example.com", "name")]
    [InlineData("in..fo@example.com", "name")]
    [InlineData("张三@example.com", "name")]
    [InlineData("\"in fo\"@example.com", "name")]
    [InlineData("info@example", "domain")]
    [InlineData("info@-example.com", "domain")]
    [InlineData("info@example..com", "domain")]
    [InlineData("info@exam_ple.com", "domain")]
    [InlineData("info@127.0.0.1", "domain")]
    [InlineData("info@[127.0.0.1]", "domain")]
    [InlineData("info@xn--.com", "domain")]
    public void Refuses_other_text_and_says_why(string text, string code)
    {
        Assert.False(EmailAddresses.TryParse(text, out _, out var refusal));
        Assert.Equal("value.email." + code, refusal.Code.Code);
    }

    [Fact]
    public void Keeps_to_the_lengths_of_the_standard()
    {
        var domain = string.Join('.', Enumerable.Repeat(new string('d', 61), 3)) + ".com";
        Assert.True(EmailAddresses.TryParse(new string('a', 64) + "@" + domain, out _, out _));
        Assert.False(EmailAddresses.TryParse(new string('a', 65) + "@example.com", out _, out var name));
        Assert.Equal(ValueMessages.EmailName, name.Code);
        Assert.False(EmailAddresses.TryParse(new string('a', 64) + "@" + domain + ".example", out _, out var whole));
        Assert.Equal(ValueMessages.EmailTooLong, whole.Code);
        Assert.False(EmailAddresses.TryParse("a@" + new string('d', 64) + ".com", out _, out var label));
        Assert.Equal(ValueMessages.EmailDomain, label.Code);
    }
}

public sealed class WebAddressesTests
{
    [Theory]
    [InlineData("example.com", "https://example.com")]
    [InlineData("www.Example.com/", "https://www.example.com")]
    [InlineData("HTTP://Example.com/About?Q=1#Top", "http://example.com/About?Q=1#Top")]
    [InlineData("https://example.com:8443/x", "https://example.com:8443/x")]
    [InlineData("example.com:8080", "https://example.com:8080")]
    [InlineData("https://例子.中国/关于", "https://例子.中国/关于")]
    [InlineData("ｗｗｗ．example．com", "https://www.example.com")]
    [InlineData("http://192.168.1.10/login", "http://192.168.1.10/login")]
    public void Reads_addresses(string text, string address)
    {
        Assert.True(WebAddresses.TryParse(text, out var read, out var refusal), refusal?.In(Language.English));
        Assert.Equal(address, read);
        Assert.True(WebAddresses.TryParse(read, out var again, out _) && again == read);
    }

    [Theory]
    [InlineData("", "unreadable")]
    [InlineData("无", "unreadable")]
    [InlineData("https://", "unreadable")]
    [InlineData("localhost", "unreadable")]
    [InlineData("example", "unreadable")]
    [InlineData("www.example.com/a b", "unreadable")]
    [InlineData("https://example.com/<script>", "unreadable")]
    [InlineData("https://example.com:99999", "unreadable")]
    [InlineData("https://exa mple.com", "unreadable")]
    [InlineData("javascript:alert(1)", "scheme")]
    [InlineData("ftp://example.com", "scheme")]
    [InlineData("mailto:info@example.com", "scheme")]
    [InlineData("data:text/html,x", "scheme")]
    [InlineData("https://name:secret@example.com", "signIn")]
    public void Refuses_other_text_and_says_why(string text, string code)
    {
        Assert.False(WebAddresses.TryParse(text, out _, out var refusal));
        Assert.Equal("value.web." + code, refusal.Code.Code);
    }

    [Fact]
    public void Refuses_endless_addresses()
    {
        Assert.False(WebAddresses.TryParse("https://example.com/" + new string('a', 2048), out _, out var refusal));
        Assert.Equal(ValueMessages.WebTooLong, refusal.Code);
        Assert.Contains("2048", refusal.In(Language.English), StringComparison.Ordinal);
    }
}
