using ClientLedger.Fields;

namespace ClientLedger.Tasks;

/// <summary>The entity <c>task</c> and its built-in fields.</summary>
public static class TaskItemFields
{
    private const int Number = 11;
    private static readonly FieldSection Basic = new(Number, "basic");
    private static readonly FieldSection Business = new(Number, "business");

    public static readonly EntityDescriptor Entity = new(
        Number, "task", "tasks", "tsk", new("任务", "Task"), typeof(TaskItem), title: "subject",
        [
            Basic.Text(1, "subject", "任务名称", "Subject") with { Required = true, Search = SearchKind.Name },
            Basic.Reference(2, "customer", "客户", "Customer", "customer"),
            Basic.Reference(3, "contact", "联系人", "Contact", "contact"),
            Basic.LongText(4, "body", "任务内容", "Content"),

            Business.Person(30, "owner", "负责人", "Owner"),
            Business.Moment(31, "dueAt", "截止时间", "Due at") with { Indexed = true },
            Business.Choice(32, "state", "任务状态", "State", "taskStates") with { Required = true, Default = "open" },
            Business.Choice(33, "priority", "优先级", "Priority", "priorities") with { Default = "normal" },
            Business.Moment(34, "doneAt", "完成时间", "Done at"),
            Business.Reference(35, "project", "项目", "Project", "project"),
        ])
    {
        Columns = ["subject", "customer", "dueAt", "state", "priority", "owner"],
    };
}
