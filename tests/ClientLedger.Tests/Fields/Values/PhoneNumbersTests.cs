using ClientLedger.Fields.Values;
using ClientLedger.Messages;
using ClientLedger.TestKit;

namespace ClientLedger.Tests.Fields.Values;

public sealed class PhoneNumbersTests
{
    [Theory]
    [InlineData("13800138000", "CN", "+8613800138000")]
    [InlineData("138 0013 8000", "CN", "+8613800138000")]
    [InlineData("138-0013-8000", "CN", "+8613800138000")]
    [InlineData("１３８－００１３－８０００", "CN", "+8613800138000")]
    [InlineData("\u202A13800138000\u202C", "CN", "+8613800138000")]
    [InlineData("+86 138 0013 8000", "US", "+8613800138000")]
    [InlineData("(+86) 13800138000", null, "+8613800138000")]
    [InlineData("＋8613800138000", null, "+8613800138000")]
    [InlineData("008613800138000", "CN", "+8613800138000")]
    [InlineData("0086-138-0013-8000", "US", "+8613800138000")]
    [InlineData("8613800138000", "CN", "+8613800138000")]
    [InlineData("013800138000", "CN", "+8613800138000")]
    [InlineData("tel:+86-138-0013-8000", null, "+8613800138000")]
    [InlineData("010-62345678", "CN", "+861062345678")]
    [InlineData("(010) 62345678", "CN", "+861062345678")]
    [InlineData("（0755）2601 2345", "CN", "+8675526012345")]
    [InlineData("+86 010 6234 5678", null, "+861062345678")]
    [InlineData("400-123-4567", "CN", "+864001234567")]
    [InlineData("(415) 555-0100", "US", "+14155550100")]
    [InlineData("1-415-555-0100", "US", "+14155550100")]
    [InlineData("011 86 138 0013 8000", "US", "+8613800138000")]
    [InlineData("+44 (0)20 7946 0000", null, "+442079460000")]
    [InlineData("020 7946 0000", "GB", "+442079460000")]
    [InlineData("06 6982", "IT", "+39066982")]
    [InlineData("+39 06 6982", null, "+39066982")]
    [InlineData("089/123456", "DE", "+4989123456")]
    [InlineData("0 11 15-2345-6789", "AR", "+5491123456789")]
    [InlineData("8 (912) 345-67-89", "RU", "+79123456789")]
    [InlineData("852 2345 6789", "HK", "+85223456789")]
    [InlineData("+1 246 250 1234", "US", "+12462501234")]
    public void Reads_a_number_in_any_usual_spelling(string text, string? country, string e164)
    {
        Assert.True(PhoneNumbers.TryParse(text, country, out var parsed, out var refusal), refusal?.In(Language.English));
        Assert.Equal(e164, parsed);
    }

    [Theory]
    [InlineData("", "CN", "value.phone.unreadable")]
    [InlineData("+", "CN", "value.phone.unreadable")]
    [InlineData("无", "CN", "value.phone.unreadable")]
    [InlineData("CALL-ME-NOW", "US", "value.phone.unreadable")]
    [InlineData("138oo138000", "CN", "value.phone.unreadable")]
    [InlineData("1380013800", "CN", "value.phone.notAssigned")]
    [InlineData("138001", "CN", "value.phone.tooShort")]
    [InlineData("138001380000000", "CN", "value.phone.tooLong")]
    [InlineData("62345678", "CN", "value.phone.notAssigned")]
    [InlineData("123 456 7890", "US", "value.phone.tooShort")]
    [InlineData("1 211 555 0100", "US", "value.phone.notAssigned")]
    [InlineData("13800138000", null, "value.phone.needsCountry")]
    [InlineData("13800138000", "ZZ", "value.phone.needsCountry")]
    [InlineData("+999 123456789", "CN", "value.phone.unknownCountryCode")]
    [InlineData("010-62345678转8001", "CN", "value.phone.extension")]
    [InlineData("010-62345678 分机 12", "CN", "value.phone.extension")]
    [InlineData("415-555-0100 ext. 12", "US", "value.phone.extension")]
    [InlineData("010-62345678,801", "CN", "value.phone.extension")]
    [InlineData("415-555-0100 x12", "US", "value.phone.extension")]
    [InlineData("13800138000/13900139000", "CN", "value.phone.several")]
    [InlineData("13800138000、13900139000", "CN", "value.phone.several")]
    [InlineData("13800138000；13900139000", "CN", "value.phone.several")]
    [InlineData("13800138000 13900139000 13700137000", "CN", "value.phone.several")]
    public void Refuses_what_is_no_single_number_and_says_why(string text, string? country, string code)
    {
        Assert.False(PhoneNumbers.TryParse(text, country, out _, out var refusal));
        Assert.Equal(code, refusal.Code.Code);
        Assert.DoesNotContain("{", refusal.In(Language.Chinese), StringComparison.Ordinal);
        Assert.DoesNotContain("{", refusal.In(Language.English), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("+8613800138000", "138 0013 8000")]
    [InlineData("+861062345678", "+86 10 6234 5678")]
    [InlineData("+8675526012345", "+86 755 2601 2345")]
    [InlineData("+14155550100", "+1 415 555 0100")]
    [InlineData("+442079460000", "+44 20 7946 0000")]
    [InlineData("+85223456789", "+852 2345 6789")]
    [InlineData("nonsense", "nonsense")]
    [InlineData("", "")]
    public void Formats_for_reading(string e164, string shown) => Assert.Equal(shown, PhoneNumbers.Format(e164));

    /// <summary>The list of examples is a little older than the plans: these kinds were withdrawn between the two.</summary>
    private static readonly string[] Withdrawn = ["BJ,voip", "BJ,uan", "ZW,fixedLine"];

    [FactNeedsShared]
    public void Reads_the_published_example_of_every_region()
    {
        var wrong = new List<string>();
        var read = 0;
        foreach (var line in File.ReadLines(Path.Combine(SharedFolder.Data!, "phone", "calling_codes_and_lengths.csv")).Skip(1))
        {
            var (region, code, example) = (line[..line.IndexOf(',', StringComparison.Ordinal)], line.Split(',')[1], line[(line.LastIndexOf(',') + 1)..]);
            if (example.Length == 0 || Withdrawn.Contains($"{region},{line.Split(',')[5]}"))
            {
                continue;
            }

            read++;
            var expected = $"+{code}{example}";
            if (!PhoneNumbers.TryParse(expected, null, out var e164, out _) || e164 != expected)
            {
                wrong.Add(line);
            }
            else if (region != "001" && (!PhoneNumbers.TryParse(example, region, out e164, out _) || e164 != expected))
            {
                wrong.Add("national " + line + " " + e164);
            }
            else if (!PhoneNumbers.TryParse(PhoneNumbers.Format(expected), "CN", out e164, out _) || e164 != expected)
            {
                wrong.Add("format " + line + " " + PhoneNumbers.Format(expected));
            }
        }

        Assert.Empty(wrong);
        Assert.True(read > 1000);
    }

    [Fact]
    public void Never_fails_on_random_text()
    {
        var random = new Random(7);
        const string signs = "0123456789+-() /.,;xX#转ａ９\0";
        for (var round = 0; round < 20_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(30)).Select(_ => signs[random.Next(signs.Length)]));
            var accepted = PhoneNumbers.TryParse(text, random.Next(2) == 0 ? "CN" : "US", out var e164, out var refusal);
            Assert.NotEqual(accepted, refusal is not null);
            Assert.True(!accepted || (PhoneNumbers.TryParse(e164, null, out var again, out _) && again == e164));
        }
    }
}
