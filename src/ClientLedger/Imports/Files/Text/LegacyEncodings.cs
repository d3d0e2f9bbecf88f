namespace ClientLedger.Imports.Files.Text;

/// <summary>
/// Tells the encodings apart that came before Unicode, by which pairs of bytes are frequent: in GB 2312 (of which GBK and GB18030 are the
/// supersets) and in Big5 the usual characters stand in the lower half of the table, Japanese is known by its kana and Korean by the end of its
/// syllables. Western single bytes are the last resort, and only where they stand alone among plain letters.
/// </summary>
internal static class LegacyEncodings
{
    /// <summary>Share of pairs that must be usual ones.</summary>
    private const double Usual = 0.7;

    /// <summary>One pair in so many may be broken: words of single bytes break far more.</summary>
    private const int PairsPerBroken = 50;

    /// <summary>Fewer pairs than this say nothing about Korean.</summary>
    private const int EnoughPairs = 20;

    /// <summary>Name of the encoding, or null when it can't be told. The sample begins with a whole character.</summary>
    public static string? Find(ReadOnlySpan<byte> sample)
    {
        if (sample.Contains((byte)0x1B))
        {
            return sample.IndexOf("\u001b$)C"u8) >= 0 ? "iso-2022-kr" : sample.IndexOf("\u001b$B"u8) >= 0 ? "iso-2022-jp" : null;
        }

        var pairs = Count(sample);
        if (pairs.All > 0 && pairs.Broken * PairsPerBroken <= pairs.All)
        {
            var gb = (double)(pairs.GbUsual + pairs.Kana) / pairs.All;
            var big5 = (double)pairs.Big5Usual / pairs.All;
            if (gb >= Usual && pairs.Kana > pairs.All * 0.2)
            {
                return "euc-jp";
            }

            if (gb >= Usual && pairs.All >= EnoughPairs && pairs.HighHan < pairs.Han * 0.04)
            {
                return "euc-kr";
            }

            if (Math.Max(gb, big5) >= Usual)
            {
                return gb >= big5 ? "gb18030" : "big5";
            }
        }

        return IsWestern(sample) ? "windows-1252" : null;
    }

    private static Pairs Count(ReadOnlySpan<byte> sample)
    {
        var pairs = default(Pairs);
        for (var i = 0; i < sample.Length; i++)
        {
            var lead = sample[i];
            if (lead < 0x80)
            {
                continue;
            }

            if (i + 1 == sample.Length)
            {
                break;
            }

            pairs.All++;
            var trail = sample[i + 1];
            if (trail is >= 0x30 and <= 0x39 && i + 3 < sample.Length && sample[i + 2] >= 0x81 && sample[i + 3] is >= 0x30 and <= 0x39)
            {
                // Four bytes of GB18030.
                pairs.GbUsual++;
                i += 3;
                continue;
            }

            if (trail < 0x40 || lead > 0xFE)
            {
                pairs.Broken++;
                continue;
            }

            i++;
            var isGb = trail is >= 0xA1 and < 0xFF;
            pairs.GbUsual += isGb && lead is (>= 0xA1 and <= 0xA3) or (>= 0xB0 and <= 0xD7) ? 1 : 0;
            pairs.Kana += isGb && lead is 0xA4 or 0xA5 ? 1 : 0;
            pairs.Han += isGb && lead >= 0xB0 ? 1 : 0;
            pairs.HighHan += isGb && lead > 0xC8 ? 1 : 0;
            pairs.Big5Usual += lead is >= 0xA1 and <= 0xC6 && (isGb || trail < 0x7F) ? 1 : 0;
        }

        return pairs;
    }

    /// <summary>Letters with accents are few among plain ones and rarely stand together.</summary>
    private static bool IsWestern(ReadOnlySpan<byte> sample)
    {
        var (plain, accented, together) = (0, 0, 0);
        for (var i = 0; i < sample.Length; i++)
        {
            var b = sample[i];
            plain += (b | 0x20) is >= 'a' and <= 'z' ? 1 : 0;
            if (b is 0x81 or 0x8D or 0x8F or 0x90 or 0x9D)
            {
                return false;
            }

            if (b >= 0xC0)
            {
                accented++;
                together += i > 0 && sample[i - 1] >= 0xC0 ? 1 : 0;
            }
        }

        // A sample of a few letters only can't be judged by shares.
        return accented <= 3 || (accented < plain * 0.35 && together * 2 <= accented);
    }

    private struct Pairs
    {
        public int All;
        public int Broken;
        public int GbUsual;
        public int Kana;
        public int Han;
        public int HighHan;
        public int Big5Usual;
    }
}
