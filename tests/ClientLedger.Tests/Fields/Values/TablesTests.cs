using System.IO.Compression;
using System.Text;
using ClientLedger.Fields.Lists;
using ClientLedger.Fields.Values;
using ClientLedger.Messages;
using ClientLedger.TestKit;

namespace ClientLedger.Tests.Fields.Values;

/// <summary>The embedded tables say what the originals say.</summary>
public sealed class TablesTests
{
    [FactNeedsShared]
    public void Readings_are_those_of_the_original()
    {
        var readings = Readings("pinyin/kMandarin.txt.gz").Concat(Readings("pinyin/kMandarin_8105.txt"))
            .GroupBy(pair => pair.Character)
            .ToDictionary(group => group.Key, group => group.Last().Reading);
        var wrong = readings
            .Where(pair => pair.Key.IsBmp && Pinyin.Of((char)pair.Key.Value) != Plain(pair.Value))
            .Select(pair => $"{pair.Key} {pair.Value} {Pinyin.Of(pair.Key)}")
            .ToList();
        Assert.Empty(wrong);
        Assert.True(readings.Count > 41000);
    }

    [FactNeedsShared]
    public void Traditional_characters_fold_to_the_first_candidate_of_the_original()
    {
        var read = 0;
        foreach (var line in Lines("opencc/TSCharacters.txt"))
        {
            var (traditional, simplified) = (line.Split('\t')[0], line.Split('\t')[1].Split(' ')[0]);
            Assert.Equal(FoldedText.Plain(simplified), FoldedText.Plain(traditional));
            read++;
        }

        Assert.True(read > 4000);
    }

    [FactNeedsShared]
    public void Industries_and_regions_are_those_of_the_original()
    {
        var industries = Lines("gbt4754/gbt4754_2017.csv").Skip(1).Select(line => line.Split(',')).ToList();
        Assert.Equal(1971, industries.Count);
        Assert.All(industries, row =>
        {
            var item = Industries.List.Find(row[0])!;
            Assert.Equal((row[1], row[2]), (item.Level.ToString(System.Globalization.CultureInfo.InvariantCulture), item.Parent ?? ""));
            Assert.StartsWith(item.Label.Chinese, row[4].Trim('"'), StringComparison.Ordinal);
        });
        Assert.All(Lines("china-divisions/areas.csv").Skip(1).Select(line => line.Split(',')), row =>
            Assert.Equal((row[1].Trim('"'), row[2]), (Regions.List.Find(row[0])!.Label.Chinese, Regions.List.Find(row[0])!.Parent)));
    }

    [Fact]
    public void Every_message_has_a_code_of_its_own_and_the_same_placeholders_in_both_languages()
    {
        var codes = MessageCode.AllIn(typeof(ValueMessages).Assembly).Where(code => code.Code.StartsWith("value.", StringComparison.Ordinal)).ToList();
        Assert.Equal(codes.Count, codes.Select(code => code.Code).Distinct().Count());
        Assert.True(codes.Count > 40);
        Assert.All(codes, code => Assert.Equal(Placeholders(code.English), Placeholders(code.Chinese)));
    }

    private static List<string> Placeholders(string text) =>
        [.. text.Split('{').Skip(1).Select(piece => piece[..piece.IndexOf('}', StringComparison.Ordinal)]).Order()];

    private static string Plain(string reading) => string.Concat(reading.Normalize(NormalizationForm.FormD)
        .Aggregate("", (sum, c) => c == '\u0308' ? sum[..^1] + "v" : char.IsAsciiLetter(c) ? sum + c : sum));

    private static IEnumerable<(Rune Character, string Reading)> Readings(string file) => Lines(file)
        .Select(line => line.Split('#')[0].Trim())
        .Where(line => line.Length > 0)
        .Select(line => (new Rune(Convert.ToInt32(line[2..line.IndexOf(':', StringComparison.Ordinal)], 16)), line.Split(':')[1].Split(',')[0].Trim().Split(' ')[0]));

    private static IEnumerable<string> Lines(string file)
    {
        using Stream raw = File.OpenRead(SharedFolder.PathOf(file));
        using var reader = new StreamReader(file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(raw, CompressionMode.Decompress) : raw);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }
}
