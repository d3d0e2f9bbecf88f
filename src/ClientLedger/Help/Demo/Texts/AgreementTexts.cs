namespace ClientLedger.Help.Demo.Texts;

/// <summary>Contracts and projects, in both languages.</summary>
internal static class AgreementTexts
{
    public static readonly (string, string) FrameContract = ("年度供货框架合同", "Annual supply agreement");

    public static readonly (string, string)[] Clauses =
    [
        ("价格锁定十二个月，生豆行情波动超过15%时协商", "prices fixed for twelve months, renegotiated when green coffee moves by more than 15%"),
        ("约定最低采购量，未达到部分不退返利", "minimum volume agreed, no rebate below it"), ("含每季度一次上门保养", "includes one maintenance visit a quarter"),
        ("首单免费培训两人", "two baristas trained free of charge with the first order"), ("验收后30天内付款，逾期按日万分之五", "payment within 30 days of acceptance, 0.05% a day afterwards"),
    ];

    public static readonly ((string, string) Name, (string, string) Description)[] Projects =
    [
        (("定制拼配", "Own blend"), ("根据客户菜单开发专属拼配，三轮杯测后定版，随后小批试产。", "Develop a blend for the customer's menu: three rounds of cupping, then a trial batch.")),
        (("新店设备方案", "Equipment for a new outlet"), ("出水电点位图，提供咖啡机、磨豆机与净水方案，含安装与开业培训。", "Water and power plan, machine, grinder and filtration, with installation and training for the opening.")),
        (("自有品牌挂耳", "Own-label drip bags"), ("提供代工挂耳，包装由客户设计，起订量五千盒。", "Contract packing of drip bags in the customer's design, from five thousand boxes.")),
        (("吧台升级", "Bar upgrade"), ("更换老旧机器，旧机折价，并优化吧台动线。", "Replace old machines against trade-in and rearrange the workflow behind the bar.")),
        (("联名季节饮品", "Seasonal drinks together"), ("共同推出季节限定，配方、物料和宣传由双方分担。", "Launch seasonal drinks together, sharing recipes, materials and promotion.")),
        (("办公室咖啡站", "Office coffee corners"), ("每层一台全自动咖啡机，按杯计费，每周补货。", "A bean-to-cup machine on each floor, charged by the cup and refilled weekly.")),
        (("咖啡师培训计划", "Barista programme"), ("为门店员工安排全年培训，分基础、进阶和考核三期。", "Train the stores' staff through the year: basics, advanced and an exam.")),
    ];
}
