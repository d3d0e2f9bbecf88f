namespace ClientLedger.Fields.Lists;

/// <summary>The short lists that describe a customer or a person.</summary>
public static class CustomerLists
{
    public static readonly ReferenceList CustomerTypes = ShortList.Of(
        "customerTypes", new("客户类型", "Customer types"),
        [("potential", "潜在客户", "Potential"), ("new", "新客户", "New"), ("existing", "老客户", "Existing")],
        ("potential", "潜在"), ("potential", "意向客户"), ("new", "新"), ("existing", "老"), ("existing", "存量客户"));

    public static readonly ReferenceList Grades = ShortList.Of(
        "grades", new("客户等级", "Grades"),
        [("core", "核心客户", "Core"), ("important", "重要客户", "Important"), ("ordinary", "普通客户", "Ordinary")],
        ("core", "核心"), ("important", "重要"), ("important", "重点客户"), ("ordinary", "普通"), ("ordinary", "一般客户"));

    public static readonly ReferenceList Stages = ShortList.Of(
        "stages", new("客户阶段", "Stages"),
        [
            ("acquire", "获客", "Acquire"), ("nurture", "培育", "Nurture"), ("develop", "开发", "Develop"), ("maintain", "维护", "Maintain"),
            ("winBack", "挽回", "Win back"),
        ],
        ("winBack", "流失挽回"));

    public static readonly ReferenceList Genders = ShortList.Of(
        "genders", new("性别", "Genders"),
        [("male", "男", "Male"), ("female", "女", "Female"), ("other", "其他", "Other")],
        ("male", "男性"), ("male", "先生"), ("male", "M"), ("male", "Mr"), ("female", "女性"), ("female", "女士"), ("female", "F"), ("female", "Ms"));

    public static readonly ReferenceList NeedStates = ShortList.Of(
        "needStates", new("需求状态", "States of needs"),
        [
            ("identified", "已发现", "Identified"), ("confirmed", "已确认", "Confirmed"), ("proposed", "已提方案", "Proposed"), ("won", "已成交", "Won"),
            ("lost", "已失去", "Lost"),
        ]);

    public static IReadOnlyList<ReferenceList> All => [CustomerTypes, Grades, Stages, Genders, NeedStates];
}
