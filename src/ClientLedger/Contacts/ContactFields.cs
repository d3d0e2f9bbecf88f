using ClientLedger.Fields;

namespace ClientLedger.Contacts;

/// <summary>The entity <c>contact</c> and its built-in fields.</summary>
public static class ContactFields
{
    private const int Number = 2;
    private static readonly FieldSection Basic = new(Number, "basic");
    private static readonly FieldSection Business = new(Number, "business");
    private static readonly FieldSection History = new(Number, "history");

    public static readonly EntityDescriptor Entity = new(
        Number, "contact", "contacts", "con", new("联系人", "Contact"), typeof(Contact), title: "name",
        [
            Basic.Text(1, "name", "姓名", "Name") with
            {
                MaxLength = 100,
                Required = true,
                Indexed = true,
                Search = SearchKind.Name,
                Mask = new(1, 0),
                QualityWeight = 8,
                DuplicateWeight = 8,
            },
            Basic.Reference(2, "customer", "所属客户", "Customer", "customer") with { QualityWeight = 6 },
            Basic.Choice(3, "gender", "性别", "Gender", "genders"),
            Basic.Text(4, "jobTitle", "职位", "Job title") with { MaxLength = 100, QualityWeight = 2 },
            Basic.Text(5, "department", "部门", "Department") with { MaxLength = 100 },
            Basic.Choice(6, "role", "联系人角色", "Role", "contactRoles"),
            Basic.Phones(7, "phones", "电话", "Phones") with { WarnOnDuplicates = true, QualityWeight = 8, DuplicateWeight = 8 },
            Basic.Emails(8, "emails", "电子邮箱", "E-mail addresses") with { WarnOnDuplicates = true, QualityWeight = 4, DuplicateWeight = 8 },
            Basic.Field(9, "handles", "微信/社交账号", "Social handles", FieldType.Handle) with { Several = true, Search = SearchKind.Code, Mask = new(2, 0), Example = "wechat:liwei88" },
            Basic.Date(10, "birthday", "生日", "Birthday"),
            Basic.Date(11, "anniversary", "纪念日", "Anniversary"),
            Basic.Field(12, "nationalId", "身份证号", "National id number", FieldType.NationalId) with { MaxLength = 30, Sensitivity = Sensitivity.Sensitive, Mask = new(0, 4) },

            Business.Person(30, "owner", "负责人", "Owner"),
            Business.Choice(31, "contactChannel", "首选沟通方式", "Preferred channel", "channels"),
            Business.Text(32, "deliveryTime", "方便联系/交货时间", "Preferred time"),
            Business.Text(33, "hobbies", "兴趣爱好", "Hobbies") with { Several = true, MaxLength = 100 },

            History.Date(60, "leftOn", "离职日期", "Left on") with { Help = new("填写后视为前联系人", "A contact with this date is a former one") },
            History.LongText(61, "remarks", "备注", "Remarks"),
        ])
    {
        Columns = ["name", "customer", "jobTitle", "role", "phones", "emails"],
        Children =
        [
            new("orders", "order", "contact"),
            new("interactions", "interaction", "contact"),
            new("tickets", "ticket", "contact"),
            new("tasks", "task", "contact"),
            new("events", "event", "contact"),
        ],
    };
}
