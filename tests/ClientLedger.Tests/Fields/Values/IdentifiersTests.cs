using ClientLedger.Fields.Values;
using ClientLedger.Messages;

namespace ClientLedger.Tests.Fields.Values;

public sealed class TaxNumbersTests
{
    [Theory]
    [InlineData("9144030071526726XG", "CN", "9144030071526726XG")]
    [InlineData(" 91440300 71526726xg ", "CN", "9144030071526726XG")]
    [InlineData("９１３３０１００７９９６５５０５８Ｂ", "CN", "91330100799655058B")]
    [InlineData("11010519491231002X", "CN", "11010519491231002X")]
    [InlineData("440300715267261", "CN", "440300715267261")]
    [InlineData("44030071526726X", "CN", "44030071526726X")]
    [InlineData("11010519491231002X01", "CN", "11010519491231002X01")]
    [InlineData("de 123456789", "DE", "DE123456789")]
    [InlineData("de 123456789", "CN", "DE123456789")]
    [InlineData("EL 123456789", "CN", "EL123456789")]
    [InlineData("12-3456789", null, "123456789")]
    public void Reads_numbers(string text, string? country, string number)
    {
        Assert.True(TaxNumbers.TryParse(text, country, out var read, out var refusal), refusal?.In(Language.English));
        Assert.Equal(number, read);
    }

    [Theory]
    [InlineData("", "CN", "shape")]
    [InlineData("91440300", "CN", "shape")]
    [InlineData("9144O30071526726XG", "CN", "shape")]
    [InlineData("9144030071526726XI", "CN", "check")]
    [InlineData("9144030071526726XH", "CN", "check")]
    [InlineData("9144030017526726XG", "CN", "check")]
    [InlineData("税号123456", "CN", "shape")]
    [InlineData("CN123456789", "CN", "shape")]
    [InlineData("QQ123456789", "CN", "shape")]
    [InlineData("DE1", "CN", "abroad")]
    [InlineData("123", "US", "abroad")]
    [InlineData("123456789012345678901", "US", "abroad")]
    public void Refuses_other_text_and_says_why(string text, string country, string code)
    {
        Assert.False(TaxNumbers.TryParse(text, country, out _, out var refusal));
        Assert.Equal("value.tax." + code, refusal.Code.Code);
    }

    [Fact]
    public void Every_changed_character_and_nearly_every_swap_is_found()
    {
        const string right = "9144030071526726XG";
        const string alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        for (var i = 0; i < right.Length; i++)
        {
            foreach (var c in alphabet.Where(c => c != right[i]))
            {
                Assert.False(TaxNumbers.TryParse(right[..i] + c + right[(i + 1)..], "CN", out _, out _));
            }

            if (i > 0 && right[i] != right[i - 1])
            {
                Assert.False(TaxNumbers.TryParse(right[..(i - 1)] + right[i] + right[i - 1] + right[(i + 1)..], "CN", out _, out _));
            }
        }
    }
}

public sealed class NationalIdsTests
{
    [Theory]
    [InlineData("11010519491231002X", "CN", "11010519491231002X")]
    [InlineData("110105 19491231 002x", "CN", "11010519491231002X")]
    [InlineData("440524188001010014", "CN", "440524188001010014")]
    [InlineData("A123456(7)", "HK", "A1234567")]
    [InlineData("a-123 4567", "HK", "A1234567")]
    public void Reads_numbers(string text, string country, string number)
    {
        Assert.True(NationalIds.TryParse(text, country, out var read, out _));
        Assert.Equal(number, read);
    }

    [Theory]
    [InlineData("110105194912310021", "CN", "check")]
    [InlineData("11010519491231020X", "CN", "check")]
    [InlineData("110105194913310029", "CN", "birth")]
    [InlineData("110105202302290011", "CN", "birth")]
    [InlineData("000105194912310021", "CN", "region")]
    [InlineData("110105491231002", "CN", "shape")]
    [InlineData("X10105194912310021", "CN", "shape")]
    [InlineData("", "CN", "shape")]
    [InlineData("abc", "US", "abroad")]
    public void Refuses_other_text_and_says_why_without_showing_the_number(string text, string country, string code)
    {
        Assert.False(NationalIds.TryParse(text, country, out _, out var refusal));
        Assert.Equal("value.nationalId." + code, refusal.Code.Code);
        Assert.True(text.Length < 5 || !refusal.In(Language.English).Contains(text, StringComparison.Ordinal));
    }
}

public sealed class BankAccountsTests
{
    [Theory]
    [InlineData("6222 0212 3456 7890 123", "6222021234567890123")]
    [InlineData("11-001-2345", "110012345")]
    [InlineData("GB82 WEST 1234 5698 7654 32", "GB82WEST12345698765432")]
    [InlineData("de89 3704 0044 0532 0130 00", "DE89370400440532013000")]
    [InlineData("NO9386011117947", "NO9386011117947")]
    [InlineData("ZZ99123456789012", "ZZ99123456789012")]
    public void Reads_accounts(string text, string account)
    {
        Assert.True(BankAccounts.TryParse(text, out var read, out var refusal), refusal?.In(Language.English));
        Assert.Equal(account, read);
    }

    [Theory]
    [InlineData("1234567", "shape")]
    [InlineData("账号12345678", "shape")]
    [InlineData("12345678901234567890123456789012345", "shape")]
    [InlineData("GB82WEST12345698765433", "iban")]
    [InlineData("GB28WEST12345698765432", "iban")]
    [InlineData("DE8937040044053201300", "iban")]
    public void Refuses_other_text_and_says_why_without_showing_the_number(string text, string code)
    {
        Assert.False(BankAccounts.TryParse(text, out _, out var refusal));
        Assert.Equal("value.bank." + code, refusal.Code.Code);
        Assert.DoesNotContain(text, refusal.In(Language.Chinese), StringComparison.Ordinal);
    }
}

public sealed class SocialHandlesTests
{
    [Theory]
    [InlineData("wechat:Abc_123", null, "wechat:abc_123")]
    [InlineData("微信：abc123", null, "wechat:abc123")]
    [InlineData("微信号: abc123", null, "wechat:abc123")]
    [InlineData("QQ:10001", null, "qq:10001")]
    [InlineData("qq：１０００１", null, "qq:10001")]
    [InlineData("微博:微光科技", null, "weibo:微光科技")]
    [InlineData("@Acme_Inc", "x", "x:acme_inc")]
    [InlineData("https://x.com/Acme_Inc", null, "x:acme_inc")]
    [InlineData("twitter.com/Acme_Inc?s=20", null, "x:acme_inc")]
    [InlineData("https://cn.linkedin.com/in/Wei-Guang/", null, "linkedin:wei-guang")]
    [InlineData("https://weibo.com/u/1234567890", null, "weibo:1234567890")]
    [InlineData("other:tg/abc", null, "other:tg/abc")]
    [InlineData("10001", "qq", "qq:10001")]
    public void Reads_names(string text, string? network, string handle)
    {
        Assert.True(SocialHandles.TryParse(text, out var read, out var refusal, network), refusal?.In(Language.English));
        Assert.Equal(handle, read);
        Assert.True(SocialHandles.TryParse(read, out var again, out _) && again == read);
    }

    [Theory]
    [InlineData("abc123", "network")]
    [InlineData("myspace:abc", "network")]
    [InlineData("", "network")]
    [InlineData("qq:abc", "handle")]
    [InlineData("qq:", "handle")]
    [InlineData("wechat:a b c", "handle")]
    [InlineData("x:this_name_is_too_long", "handle")]
    public void Refuses_other_text_and_says_why(string text, string code)
    {
        Assert.False(SocialHandles.TryParse(text, out _, out var refusal));
        Assert.Equal("value.social." + code, refusal.Code.Code);
    }
}
