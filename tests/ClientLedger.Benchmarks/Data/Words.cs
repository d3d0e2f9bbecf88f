namespace ClientLedger.Benchmarks.Data;

/// <summary>Common surnames, given names and words of the trade, out of which customers are named.</summary>
internal static class Words
{
    /// <summary>Chinese surnames, the most frequent first.</summary>
    public static readonly string Surnames =
        "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤";

    /// <summary>Characters of Chinese given names.</summary>
    public static readonly string GivenNames =
        "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红建国文志海燕鹏飞宇浩然子轩欣怡梓涵佳琪雨婷思晨博雅俊辉嘉宁晓东春梅雪松永康德贵永胜美玲云峰立新振宁光荣爱民少波世杰家豪宏达启明若曦雪梅凯瑞泽楷诗琴婧颖";

    /// <summary>Characters of Chinese brands, two at a time.</summary>
    public static readonly string Brands =
        "华润鑫盛泰恒达兴隆宏远东方天诚信和顺康佳美嘉瑞丰源通利安宝金龙凤翔飞腾创新科智联合众博雅德仁义福禄寿喜永昌荣耀辉煌卓越领先海峰云帆星辰启航中正大同百川万象";

    /// <summary>Chinese trades.</summary>
    public static readonly string[] Trades =
    [
        "科技", "贸易", "商贸", "实业", "电子", "机械", "建材", "食品", "服饰", "化工", "物流", "信息技术", "网络科技", "医疗器械", "生物科技", "环保设备", "自动化设备", "家具", "包装材料", "塑料制品",
        "五金制品", "汽车配件", "文化传媒", "广告", "教育咨询", "企业管理", "装饰工程", "建筑工程", "园林绿化", "餐饮管理", "酒店用品", "农业发展", "水产品", "茶叶", "纺织品", "印刷", "仪器仪表", "照明电器", "新能源", "供应链管理",
    ];

    /// <summary>Legal forms, the most frequent first.</summary>
    public static readonly string[] Forms = ["有限公司", "有限公司", "有限公司", "有限责任公司", "股份有限公司", "集团有限公司", "商行", "厂", "经营部", "工作室"];

    public static readonly string[] FirstNames =
    [
        "James", "Mary", "John", "Patricia", "Robert", "Jennifer", "Michael", "Linda", "David", "Elizabeth", "William", "Barbara", "Richard", "Susan", "Joseph", "Jessica", "Thomas", "Sarah", "Charles", "Karen",
        "Daniel", "Lisa", "Matthew", "Nancy", "Anthony", "Betty", "Mark", "Sandra", "Paul", "Ashley", "Steven", "Emily", "Andrew", "Donna", "Joshua", "Michelle", "Kenneth", "Carol", "Kevin", "Amanda", "Zoë", "José", "Renée", "Søren",
    ];

    public static readonly string[] LastNames =
    [
        "Smith", "Johnson", "Williams", "Brown", "Jones", "Garcia", "Miller", "Davis", "Rodriguez", "Martinez", "Hernandez", "Lopez", "Gonzalez", "Wilson", "Anderson", "Thomas", "Taylor", "Moore", "Jackson", "Martin",
        "Lee", "Perez", "Thompson", "White", "Harris", "Sanchez", "Clark", "Ramirez", "Lewis", "Robinson", "Walker", "Young", "Allen", "King", "Wright", "Scott", "Torres", "Nguyen", "Hill", "Flores", "Müller", "O'Brien", "Nilsson", "Kowalski",
    ];

    /// <summary>Syllables of English brands, two or three at a time.</summary>
    public static readonly string[] Syllables =
    [
        "nor", "vel", "tek", "lum", "ara", "bri", "cor", "den", "fal", "gra", "hel", "ion", "jet", "kin", "lor", "mar", "nex", "ora", "pri", "qua", "ros", "sol", "tri", "ura", "ven", "win", "xen", "yor", "zan", "dyn", "plex", "star",
    ];

    public static readonly string[] EnglishTrades =
        ["Trading", "Logistics", "Foods", "Textiles", "Systems", "Electronics", "Machinery", "Packaging", "Medical", "Furniture", "Software", "Consulting", "Chemicals", "Lighting", "Automotive", "Energy", "Paper", "Instruments"];

    public static readonly string[] EnglishForms = ["Ltd", "Ltd", "Inc", "LLC", "Co., Ltd", "GmbH", "Group", "PLC"];

    /// <summary>Domains that nobody can own (RFC 2606).</summary>
    public static readonly string[] MailDomains = ["post.example.com", "mail.example.net", "post.example.com", "qmail.example.org", "corp.example.com"];
}
