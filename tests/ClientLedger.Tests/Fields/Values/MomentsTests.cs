using System.Globalization;
using ClientLedger.Fields.Values;
using ClientLedger.Messages;

namespace ClientLedger.Tests.Fields.Values;

public sealed class MomentsTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    private static readonly TimeZoneInfo SaoPaulo = TimeZoneInfo.FindSystemTimeZoneById("America/Sao_Paulo");

    [Theory]
    [InlineData("2024-03-05 14:30", "2024-03-05T06:30:00.000")]
    [InlineData("2024-03-05", "2024-03-04T16:00:00.000")]
    [InlineData("2024/3/5 9:05", "2024-03-05T01:05:00.000")]
    [InlineData("2024-03-05T14:30:05", "2024-03-05T06:30:05.000")]
    [InlineData("2024-03-05T14:30:05.1239", "2024-03-05T06:30:05.123")]
    [InlineData("2024-03-05T14:30:05Z", "2024-03-05T14:30:05.000")]
    [InlineData("2024-03-05T14:30+02:00", "2024-03-05T12:30:00.000")]
    [InlineData("2024-03-05 14:30 -0530", "2024-03-05T20:00:00.000")]
    [InlineData("2024-03-05 2:30 PM", "2024-03-05T06:30:00.000")]
    [InlineData("March 5, 2024 12:15 am", "2024-03-04T16:15:00.000")]
    [InlineData("2024年3月5日 下午2:30", "2024-03-05T06:30:00.000")]
    [InlineData("2024年3月5日下午2点半", "2024-03-05T06:30:00.000")]
    [InlineData("2024年3月5日 14时30分05秒", "2024-03-05T06:30:05.000")]
    [InlineData("2024年3月5日 上午9点", "2024-03-05T01:00:00.000")]
    [InlineData("2024年3月5日 中午12:00", "2024-03-05T04:00:00.000")]
    [InlineData("2024年3月5日 晚上8点", "2024-03-05T12:00:00.000")]
    [InlineData("2024-03-05 下午 15:00", "2024-03-05T07:00:00.000")]
    [InlineData("2024-03-05 24:00", "2024-03-05T16:00:00.000")]
    [InlineData("20240305143005", "2024-03-05T06:30:05.000")]
    [InlineData("2024-03-05 3PM", "2024-03-05T07:00:00.000")]
    [InlineData("２０２４－０３－０５　１４：３０", "2024-03-05T06:30:00.000")]
    public void Reads_times_of_the_zone(string text, string utc)
    {
        Assert.True(Moments.TryParse(text, Shanghai, out var moment, out var refusal), refusal?.In(Language.English));
        Assert.Equal(utc, moment.ToString("yyyy-MM-ddTHH:mm:ss.fff", CultureInfo.InvariantCulture));
        Assert.Equal((DateTimeKind.Utc, 0), (moment.Kind, moment.Ticks % TimeSpan.TicksPerMillisecond));
    }

    [Theory]
    [InlineData("2024-03-05 25:00", "value.moment.unreadable")]
    [InlineData("2024-03-05 24:01", "value.moment.unreadable")]
    [InlineData("2024-03-05 14:60", "value.moment.unreadable")]
    [InlineData("2024-03-05 14:30:60", "value.moment.unreadable")]
    [InlineData("2024-03-05 14", "value.moment.unreadable")]
    [InlineData("2024-03-05 13:00 AM", "value.moment.unreadable")]
    [InlineData("2024-03-05 晚上12点", "value.moment.unreadable")]
    [InlineData("2024-03-05 noon", "value.moment.unreadable")]
    [InlineData("2024-03-05 14:30+15:00", "value.moment.unreadable")]
    [InlineData("2024-03-05 14:30 Moscow", "value.moment.unreadable")]
    [InlineData("03/04/2024 14:30", "value.date.ambiguous")]
    [InlineData("2024-02-30 14:30", "value.date.impossible")]
    [InlineData("0001-01-01 00:00", "value.moment.outOfRange")]
    [InlineData("9999-12-31 24:00", "value.moment.outOfRange")]
    [InlineData("9999-12-31T23:00-05:00", "value.moment.outOfRange")]
    [InlineData("14:30", "value.date.unreadable")]
    public void Refuses_what_is_no_moment_and_says_why(string text, string code)
    {
        Assert.False(Moments.TryParse(text, Shanghai, out _, out var refusal));
        Assert.Equal(code, refusal.Code.Code);
    }

    [Fact]
    public void Refuses_times_that_clocks_skip_and_takes_the_first_of_those_shown_twice()
    {
        Assert.False(Moments.TryParse("2024-03-31 02:30", Berlin, out _, out var refusal));
        Assert.Equal(ValueMessages.MomentSkipped, refusal.Code);
        Assert.True(Moments.TryParse("2024-10-27 02:30", Berlin, out var first, out _));
        Assert.Equal(new DateTime(2024, 10, 27, 0, 30, 0), first);
        Assert.True(Moments.TryParse("2024-10-27 02:30+01:00", Berlin, out var second, out _));
        Assert.Equal(new DateTime(2024, 10, 27, 1, 30, 0), second);
    }

    [Fact]
    public void A_date_alone_is_where_its_day_begins_even_if_midnight_is_skipped()
    {
        Assert.True(Moments.TryParse("2018-11-04", SaoPaulo, out var moment, out _));
        Assert.Equal(new DateTime(2018, 11, 4, 3, 0, 0), moment);
        Assert.False(Moments.TryParse("2018-11-04 00:00", SaoPaulo, out _, out _));
    }

    [Fact]
    public void Reads_day_numbers_with_their_fraction()
    {
        Assert.True(Moments.TryParseSerial("45356.604166666664", false, Shanghai, out var moment, out _));
        Assert.Equal(new DateTime(2024, 3, 5, 6, 30, 0), moment);
        Assert.False(Moments.TryParseSerial("60.5", false, Shanghai, out _, out _));
    }

    [Fact]
    public void Never_fails_on_random_text()
    {
        var random = new Random(3);
        string[] pieces = ["2024", "3", "05", "-", "/", ":", ".", "T", "Z", "年", "月", "日", "下午", "PM", "Mar", " ", "+08:00", "十", "二", "999999999", "周", "(", "星期"];
        for (var round = 0; round < 20_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => pieces[random.Next(pieces.Length)]));
            Assert.NotEqual(Moments.TryParse(text, Berlin, out _, out var refusal), refusal is not null);
        }
    }
}
