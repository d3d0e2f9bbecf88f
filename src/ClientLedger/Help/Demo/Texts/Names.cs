namespace ClientLedger.Help.Demo.Texts;

/// <summary>Of what the names of people, companies and streets are put together. None is a real one's: chance joins common parts.</summary>
internal static class Names
{
    /// <summary>Chinese surnames, the most frequent first.</summary>
    public const string Surnames =
        "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤";

    public const string MenGiven = "伟强磊军勇杰涛明超刚国文志海鹏飞宇浩然轩晨博俊辉嘉松永康德贵胜云峰立新振光荣民少波豪宏达启泽楷瑞诚毅岩川恒朗";

    public const string WomenGiven = "芳娜敏静丽艳娟秀霞平桂英华玉兰红燕欣怡梓涵佳琪雨婷思雅宁晓春梅雪若曦凯诗琴婧颖岚玲云蕾薇悦彤莹璐瑶欢苗清";

    /// <summary>Characters of Chinese brands, two at a time.</summary>
    public const string Brands = "澄曜屿砚泊栖野禾朗煦岭汐庭棠隅序鹿朴醒麦叙澜焙栎椿芷隐渡巷墨霁沐昀予拾半闲初白苔茗弥橡杉松谷泽溪邻晴晚";

    public static readonly string[] Roads =
    [
        "云杉", "梧桐", "银杏", "海棠", "枫林", "青松", "紫藤", "碧溪", "听雨", "望江", "临湖", "春晓", "秋实", "星河", "锦绣", "晨曦", "文澜", "安澜", "石榴", "丁香", "玉兰", "桂花", "芙蓉", "竹溪", "柳荫", "杏花", "白桦", "鹤鸣", "青石", "月湖",
    ];

    /// <summary>Ends of road names.</summary>
    public static readonly string[] RoadEnds = ["路", "路", "路", "街", "大道", "东路", "西路", "巷"];

    /// <summary>Syllables of brands abroad, two or three at a time.</summary>
    public static readonly string[] Syllables =
    [
        "bra", "ven", "lo", "mi", "ko", "tal", "ri", "sen", "do", "fa", "lun", "or", "pe", "qui", "sta", "tor", "ul", "va", "wen", "zel", "nim", "har", "jo", "ga", "bel", "cas", "dre", "eld", "fen", "gri",
    ];

    /// <summary>Given names and surnames by country.</summary>
    public static (string[] Men, string[] Women, string[] Last) Of(string country) => country switch
    {
        "DE" => German,
        "FR" => French,
        _ => English,
    };

    private static readonly (string[] Men, string[] Women, string[] Last) English = (
        ["James", "Oliver", "Daniel", "Ethan", "Noah", "Henry", "Samuel", "Lucas", "Jack", "Thomas", "Ryan", "Adam", "Nathan", "Owen", "Dylan", "Marcus"],
        ["Emma", "Olivia", "Grace", "Sophie", "Hannah", "Chloe", "Alice", "Megan", "Lucy", "Rachel", "Zoe", "Claire", "Naomi", "Ella", "Ruby", "Abigail"],
        ["Smith", "Taylor", "Brown", "Wilson", "Evans", "Walker", "Hughes", "Carter", "Bennett", "Foster", "Murphy", "Reed", "Parker", "Hayes", "Cooper", "Morgan", "Ellis", "Webb", "O'Connor", "Nguyen"]);

    private static readonly (string[] Men, string[] Women, string[] Last) German = (
        ["Lukas", "Jonas", "Felix", "Jürgen", "Matthias", "Stefan", "Tobias", "Moritz", "Sebastian", "Niklas"],
        ["Anna", "Katharina", "Lena", "Sabine", "Julia", "Greta", "Frieda", "Jana", "Ulrike", "Marlene"],
        ["Müller", "Schmidt", "Schneider", "Fischer", "Weber", "Becker", "Hoffmann", "Schäfer", "Koch", "Krüger", "Lehmann", "Vogel", "Böhm", "Winter"]);

    private static readonly (string[] Men, string[] Women, string[] Last) French = (
        ["Louis", "Gabriel", "Hugo", "Étienne", "Julien", "Mathieu", "Rémi", "Antoine", "Benoît", "Théo"],
        ["Camille", "Élise", "Manon", "Juliette", "Margaux", "Hélène", "Aurélie", "Inès", "Chloé", "Solène"],
        ["Martin", "Bernard", "Dubois", "Moreau", "Laurent", "Lefèvre", "Girard", "Mercier", "Fournier", "Rousseau", "Garnier", "Chevalier", "Perrin", "Lemoine"]);
}
