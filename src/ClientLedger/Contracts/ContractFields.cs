using ClientLedger.Fields;

namespace ClientLedger.Contracts;

/// <summary>The entity <c>contract</c> and its built-in fields.</summary>
public static class ContractFields
{
    private const int Number = 6;
    private static readonly FieldSection Basic = new(Number, "basic");
    private static readonly FieldSection Business = new(Number, "business");
    private static readonly FieldSection History = new(Number, "history");

    public static readonly EntityDescriptor Entity = new(
        Number, "contract", "contracts", "ctr", new("合同", "Contract"), typeof(Contract), title: "name",
        [
            Basic.Text(1, "number", "合同编号", "Contract number") with { MaxLength = 60, Unique = true, Search = SearchKind.Code },
            Basic.Text(2, "name", "合同名称", "Contract name") with { Search = SearchKind.Name },
            Basic.Reference(3, "customer", "客户", "Customer", "customer") with { Required = true },
            Basic.Choice(4, "state", "合同状态", "State", "contractStates") with { Required = true, Default = "draft" },
            Basic.Person(5, "owner", "负责人", "Owner"),

            Business.Money(30, "amount", "合同金额", "Amount"),
            Business.Choice(31, "currency", "币种", "Currency", "currencies"),
            Business.Date(32, "signedOn", "签订日期", "Signed on"),
            Business.Date(33, "startsOn", "生效日期", "Starts on"),
            Business.Date(34, "endsOn", "到期日期", "Ends on") with { Indexed = true },
            Business.Reference(35, "project", "项目", "Project", "project"),

            History.LongText(60, "remarks", "备注", "Remarks"),
        ])
    {
        Columns = ["name", "number", "customer", "state", "amount", "endsOn", "owner"],
        Children =
        [
            new("payments", "payment", "contract"),
            new("orders", "order", "contract"),
            new("attachments", "attachment", "contract"),
        ],
    };
}
