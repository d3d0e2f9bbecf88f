using System.Globalization;
using ClientLedger.Fields.Values;
using ClientLedger.Messages;

namespace ClientLedger.Tests.Fields.Values;

public sealed class DatesTests
{
    [Theory]
    [InlineData("2024-03-05")]
    [InlineData(" 2024-3-5 ")]
    [InlineData("2024/3/5")]
    [InlineData("2024/03/05")]
    [InlineData("2024.3.5")]
    [InlineData("2024. 3. 5.")]
    [InlineData("20240305")]
    [InlineData("２０２４－０３－０５")]
    [InlineData("2024年3月5日")]
    [InlineData("2024年03月05号")]
    [InlineData("2024 年 3 月 5 日")]
    [InlineData("2024年3月5日 星期二")]
    [InlineData("2024年3月5日（周二）")]
    [InlineData("二〇二四年三月五日")]
    [InlineData("二零二四年三月五日")]
    [InlineData("5 Mar 2024")]
    [InlineData("5-Mar-2024")]
    [InlineData("05 march 2024")]
    [InlineData("March 5, 2024")]
    [InlineData("Mar. 5th 2024")]
    [InlineData("Tue, 5 Mar 2024")]
    [InlineData("2024 March 5")]
    [InlineData("2024-03-05T00:00:00")]
    [InlineData("2024/3/5 0:00:00")]
    [InlineData("2024/3/5 12:00:00 AM")]
    public void Reads_the_fifth_of_March_in_any_spelling(string text)
    {
        Assert.True(Dates.TryParse(text, out var date, out var refusal), refusal?.In(Language.English));
        Assert.Equal(new DateOnly(2024, 3, 5), date);
    }

    [Theory]
    [InlineData("31/12/2024", null, "2024-12-31")]
    [InlineData("12/31/2024", null, "2024-12-31")]
    [InlineData("31.12.2024", null, "2024-12-31")]
    [InlineData("05/05/2024", null, "2024-05-05")]
    [InlineData("03/04/2024", DayMonthOrder.DayFirst, "2024-04-03")]
    [InlineData("03/04/2024", DayMonthOrder.MonthFirst, "2024-03-04")]
    [InlineData("12/31/2024", DayMonthOrder.DayFirst, "2024-12-31")]
    [InlineData("二〇二四年十二月三十一日", null, "2024-12-31")]
    [InlineData("二〇二四年十月廿三日", null, "2024-10-23")]
    [InlineData("29 Feb 2024", null, "2024-02-29")]
    [InlineData("0001-01-01", null, "0001-01-01")]
    [InlineData("9999-12-31", null, "9999-12-31")]
    [InlineData("Sept 1 2024", null, "2024-09-01")]
    public void Reads_year_last_and_edges(string text, DayMonthOrder? order, string iso)
    {
        Assert.True(Dates.TryParse(text, out var date, out var refusal, order), refusal?.In(Language.English));
        Assert.Equal(iso, date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("", "unreadable")]
    [InlineData("明天", "unreadable")]
    [InlineData("soon", "unreadable")]
    [InlineData("2024", "incomplete")]
    [InlineData("2024-03", "incomplete")]
    [InlineData("2024年3月", "incomplete")]
    [InlineData("3月5日", "incomplete")]
    [InlineData("Mar 2024", "incomplete")]
    [InlineData("2024-02-30", "impossible")]
    [InlineData("2023-02-29", "impossible")]
    [InlineData("2024-13-01", "impossible")]
    [InlineData("2024-00-10", "impossible")]
    [InlineData("20241301", "impossible")]
    [InlineData("0000-01-01", "impossible")]
    [InlineData("13/13/2024", "impossible")]
    [InlineData("5-Mar-24", "shortYear")]
    [InlineData("05/03/24", "shortYear")]
    [InlineData("24-3-5", "shortYear")]
    [InlineData("24年3月5日", "shortYear")]
    [InlineData("45356", "serial")]
    [InlineData("45356.5", "serial")]
    [InlineData("240305", "unreadable")]
    [InlineData("12345-01-01", "unreadable")]
    [InlineData("5/2024/3", "unreadable")]
    [InlineData("2024-03-05 14:30", "holdsTime")]
    [InlineData("2024-03-05T00:00:00Z", "holdsTime")]
    [InlineData("2024-03-05 to 2024-03-07", "unreadable")]
    [InlineData("2024-03-051", "unreadable")]
    public void Refuses_what_is_no_whole_date_and_says_why(string text, string code)
    {
        Assert.False(Dates.TryParse(text, out _, out var refusal));
        Assert.Equal("value.date." + code, refusal.Code.Code);
    }

    [Theory]
    [InlineData("03/04/2024")]
    [InlineData("3-4-2024")]
    [InlineData("03.04.2024")]
    public void Asks_when_day_and_month_may_be_swapped(string text)
    {
        Assert.False(Dates.TryParse(text, out _, out var refusal));
        Assert.Equal(ValueMessages.DateAmbiguous, refusal.Code);
        Assert.Contains("can mean 2024-04-03 or 2024-03-04", refusal.In(Language.English), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("45356", false, "2024-03-05")]
    [InlineData("1", false, "1900-01-01")]
    [InlineData("59", false, "1900-02-28")]
    [InlineData("61", false, "1900-03-01")]
    [InlineData("2958465", false, "9999-12-31")]
    [InlineData("0", true, "1904-01-01")]
    [InlineData("43894", true, "2024-03-05")]
    public void Reads_day_numbers_of_spreadsheets(string text, bool since1904, string iso)
    {
        Assert.True(Dates.TryParseSerial(text, since1904, out var date, out _));
        Assert.Equal(iso, date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("60", false, "serialOutOfRange")]
    [InlineData("0", false, "serialOutOfRange")]
    [InlineData("-1", false, "serialOutOfRange")]
    [InlineData("2958466", false, "serialOutOfRange")]
    [InlineData("NaN", false, "serialOutOfRange")]
    [InlineData("1e400", true, "serialOutOfRange")]
    [InlineData("45356.25", false, "holdsTime")]
    [InlineData("2024-03-05", false, "serialOutOfRange")]
    public void Refuses_other_day_numbers(string text, bool since1904, string code)
    {
        Assert.False(Dates.TryParseSerial(text, since1904, out _, out var refusal));
        Assert.Equal("value.date." + code, refusal.Code.Code);
    }

    [Fact]
    public void Reads_back_every_day_of_some_years_in_several_forms()
    {
        for (var date = new DateOnly(1999, 12, 1); date.Year < 2002; date = date.AddDays(1))
        {
            foreach (var form in (string[])["yyyy-MM-dd", "yyyy/M/d", "yyyyMMdd", "yyyy年M月d日", "d MMM yyyy", "MMMM d, yyyy", "dddd, d MMMM yyyy"])
            {
                Assert.True(Dates.TryParse(date.ToString(form, CultureInfo.InvariantCulture), out var parsed, out _), form);
                Assert.Equal(date, parsed);
            }

            Assert.True(Dates.TryParse(date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture), out var dayFirst, out _, DayMonthOrder.DayFirst));
            Assert.Equal(date, dayFirst);
        }
    }
}
