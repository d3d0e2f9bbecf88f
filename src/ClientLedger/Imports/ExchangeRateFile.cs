using System.Globalization;
using ClientLedger.Imports.Files;
using ClientLedger.Imports.Mapping;
using ClientLedger.Messages;
using ClientLedger.Settings;

namespace ClientLedger.Imports;

/// <summary>
/// Exchange rates out of a file, a text or a sheet: a row for each, with the columns date, from, to and rate in any order, under headings in English or
/// Chinese. Without the column "to", rates are to the base currency.
/// </summary>
public static class ExchangeRateFile
{
    /// <summary>With more wrong rows than this, the rest isn't looked at.</summary>
    private const int MostRefusals = 100;

    private static readonly string[] Dates = ["date", "day", "validfrom", "effectivedate", "日期", "生效日期", "汇率日期"];
    private static readonly string[] Froms = ["from", "currency", "fromcurrency", "source", "币种", "货币", "原币", "外币", "源币种"];
    private static readonly string[] Tos = ["to", "base", "tocurrency", "basecurrency", "target", "本位币", "本币", "目标币种", "折算币种"];
    private static readonly string[] Rates = ["rate", "exchangerate", "汇率", "折算率"];

    /// <summary>Reads a file; what is wrong with rows is in the list.</summary>
    /// <param name="baseCurrency">The tenant's.</param>
    /// <param name="stream">Readable and seekable; it isn't closed.</param>
    /// <param name="name">What the user calls the file.</param>
    /// <exception cref="RefusedException">The file can't be read, or a column is missing.</exception>
    public static ExchangeRateList Read(string baseCurrency, Stream stream, string name)
    {
        var file = ImportFile.Open(stream, name);
        var columns = file.Headings.Select(HeadingKey.Of).ToList();
        int Column(string[] words) => columns.FindIndex(words.Contains);
        var (date, from, to, rate) = (Column(Dates), Column(Froms), Column(Tos), Column(Rates));
        if (date < 0 || from < 0 || rate < 0)
        {
            throw new RefusedException(Refusal.Of(RateFileMessages.ColumnMissing, ("name", name), ("found", string.Join(", ", file.Headings))));
        }

        var list = new ExchangeRateList(baseCurrency);
        foreach (var row in file.Rows())
        {
            if (row.Problem is { } problem)
            {
                list.Refuse(problem);
            }
            else
            {
                list.Add(row.Number, TextOf(row[from]), to < 0 ? baseCurrency : TextOf(row[to]), TextOf(row[date]), TextOf(row[rate]));
            }

            if (list.Refusals.Count >= MostRefusals)
            {
                break;
            }
        }

        return list;
    }

    private static string TextOf(object? cell) => cell switch
    {
        double number when Math.Abs(number) < 1e15 => ((decimal)number).ToString(CultureInfo.InvariantCulture),
        DateTime day when day.TimeOfDay == TimeSpan.Zero => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => cell?.ToString() ?? "",
    };
}

internal static class RateFileMessages
{
    public static readonly MessageCode ColumnMissing = new("rates.columnMissing",
        "The file '{name}' has the columns {found}. Rates need the columns date, from, to and rate; 'to' may be missing and is the base currency then. Name them in the first row.",
        "文件“{name}”的列为：{found}。汇率需要“日期”“原币”“本位币”“汇率”四列（“本位币”可省略，默认为本台账的本位币）。请在首行写明列名。");
}
