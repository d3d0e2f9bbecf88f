using ClientLedger.Fields.Values;
using ClientLedger.TestKit.Plain;

namespace ClientLedger.Tests.Fields.Values;

public sealed class FieldParserTests
{
    [Theory]
    [InlineData("name", "  Ａcme  Ltd ", "Acme Ltd")]
    [InlineData("grade", "核心客户", "core")]
    [InlineData("grade", "core", "core")]
    [InlineData("creditLimit", "￥30,000.00", 30000)]
    [InlineData("creditLimit", "3万", 30000)]
    [InlineData("name", "   ", null)]
    [InlineData("name", null, null)]
    public void Text_becomes_the_canonical_value_of_its_field(string field, string? raw, object? expected)
    {
        Assert.True(Parse(field, raw, out var canonical, out _));
        Assert.Equal(expected is int number ? (decimal)number : expected, canonical);
    }

    [Theory]
    [InlineData("138 0013 8000; 010-62345678；138-0013-8000\n")]
    [InlineData("13800138000\n010 6234 5678")]
    public void Several_values_are_apart_by_semicolons_or_line_breaks_and_stand_once(string raw)
    {
        Assert.True(Parse("phones", raw, out var canonical, out _));
        Assert.Equal(["+8613800138000", "+861062345678"], Assert.IsType<string[]>(canonical));
    }

    [Fact]
    public void Canonical_values_pass_and_values_of_other_kinds_are_refused()
    {
        Assert.True(Parse("creditLimit", 12.5m, out var amount, out _));
        Assert.Equal(12.5m, amount);
        Assert.True(Parse("phones", new[] { "+8613800138000" }, out var phones, out _));
        Assert.Equal(["+8613800138000"], (string[])phones!);
        Assert.False(Parse("creditLimit", 0.00001m, out _, out var code));
        Assert.Equal("value.number.tooPrecise", code);
        Assert.False(Parse("creditLimit", true, out _, out code));
        Assert.Equal("field.kindWrong", code);
        Assert.False(Parse("name", new[] { "a", "b" }, out _, out code));
        Assert.Equal("field.onlyOne", code);
    }

    [Theory]
    [InlineData("owner", "acc_000000000000b", 11L)]
    [InlineData("owner", " key_000000000000b", 11L)]
    [InlineData("createdBy", "key_000000000000b", 11L)]
    [InlineData("parent", " cus_000000000000b ", 11L)]
    [InlineData("id", "cus_000000000000b", 11L)]
    public void Ids_are_read_by_the_prefix_of_what_they_name(string field, string raw, long expected)
    {
        Assert.True(Parse(field, raw, out var canonical, out _));
        Assert.Equal(expected, canonical);
        Assert.False(Parse(field, raw.Replace("cus", "ord", StringComparison.Ordinal).Replace("acc", "cus", StringComparison.Ordinal).Replace("key", "cus", StringComparison.Ordinal), out _, out _));
        Assert.False(Parse(field, "11", out _, out _));
    }

    private static bool Parse(string field, object? raw, out object? canonical, out string? code)
    {
        var parsed = FieldParser.TryParse(BuiltInEntities.Schema["customer"].Find(field)!, raw, BuiltInEntities.Schema, PlainScope.Settings, out canonical, out var refusal);
        code = refusal?.Code.Code;
        return parsed;
    }
}
