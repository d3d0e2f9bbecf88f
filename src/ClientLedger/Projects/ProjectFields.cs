using ClientLedger.Fields;

namespace ClientLedger.Projects;

/// <summary>The entity <c>project</c> (what is done together with a customer) and its built-in fields.</summary>
public static class ProjectFields
{
    private const int Number = 8;
    private static readonly FieldSection Basic = new(Number, "basic");
    private static readonly FieldSection Business = new(Number, "business");
    private static readonly FieldSection History = new(Number, "history");

    public static readonly EntityDescriptor Entity = new(
        Number, "project", "projects", "prj", new("合作项目", "Project"), typeof(Project), title: "name",
        [
            Basic.Text(1, "name", "项目名称", "Project name") with { Required = true, Indexed = true, Search = SearchKind.Name },
            Basic.Reference(2, "customer", "客户", "Customer", "customer") with { Required = true },
            Basic.Choice(3, "stage", "项目阶段", "Stage", "projectStages") with { Default = "lead" },
            Basic.Integer(4, "progress", "项目进度", "Progress") with { Unit = new("%", "%"), Minimum = 0, Maximum = 100 },
            Basic.LongText(5, "description", "项目说明", "Description"),

            Business.Date(30, "startsOn", "开始日期", "Starts on"),
            Business.Date(31, "endsOn", "结束日期", "Ends on") with { Indexed = true },
            Business.Person(32, "owner", "负责人", "Owner"),
            Business.Integer(33, "book", "台账", "Ledger book") with { Required = true, Default = "1", Minimum = 1 },

            History.LongText(60, "remarks", "备注", "Remarks"),
        ])
    {
        Columns = ["name", "customer", "stage", "progress", "endsOn", "owner"],
        Children =
        [
            new("orders", "order", "project"),
            new("contracts", "contract", "project"),
            new("interactions", "interaction", "project"),
            new("tasks", "task", "project"),
        ],
    };
}
