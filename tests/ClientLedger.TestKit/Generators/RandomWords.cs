namespace ClientLedger.TestKit.Generators;

/// <summary>Texts of chance from small stocks, so that equal ones, equal keys and shared parts are frequent.</summary>
public static class RandomWords
{
    private static readonly string[] Places = ["北京", "上海", "广州", "深圳", "成都", "杭州", "重庆", "厦门", "長沙", "Zürich", "Málaga", "Łódź"];
    private static readonly string[] Middles = ["微", "大洋", "华", "星辰", "龙", "东方", "和平", "乐山", "行远", "Ångström ", "café ", "O'Hara ", "100% ", "a_b "];
    private static readonly string[] Ends = ["科技有限公司", "贸易公司", "集团", "超市", "電器", "GmbH", "S.A.", "Ltd", "& Söhne"];
    private static readonly string[] People = ["王伟", "李娜", "张敏", "劉洋", "单雄信", "曾国藩", "欧阳修", "José Núñez", "Zoë Müller", "Anna Smith", "𠮷田"];
    private static readonly string[] Short = ["A", "a", "á", "b", "B 1", "红", "紅", "蓝", "绿 色", "X-1", "x-10", "%", "_", "Ａ１", "ß", "ss"];

    /// <summary>A company's or a person's name.</summary>
    public static string Name(Chance chance)
    {
        return chance.In(30) ? chance.Pick(People) : chance.Pick(Places) + chance.Pick(Middles) + chance.Pick(Ends);
    }

    /// <summary>A word or two, often the same as another, sometimes but for case, width or accent.</summary>
    public static string Word(Chance chance)
    {
        return chance.Between(0, 3) switch
        {
            0 => Name(chance),
            1 => chance.Pick(Middles).Trim(),
            _ => chance.Pick(Short),
        };
    }

    /// <summary>Several lines.</summary>
    public static string Lines(Chance chance) => string.Join('\n', Enumerable.Range(0, chance?.Between(1, 4) ?? 1).Select(_ => Word(chance!)));
}
