using ClientLedger.Fields;

namespace ClientLedger.Attachments;

/// <summary>The entity <c>attachment</c> (a file that belongs to another record) and its built-in fields.</summary>
public static class AttachmentFields
{
    private const int Number = 14;
    private static readonly FieldSection Basic = new(Number, "basic");

    public static readonly EntityDescriptor Entity = new(
        Number, "attachment", "attachments", "att", new("附件", "Attachment"), typeof(Attachment), title: "fileName",
        [
            Basic.Text(1, "fileName", "文件名", "File name") with { Required = true, Search = SearchKind.Name },
            Basic.Reference(2, "customer", "客户", "Customer", "customer"),
            Basic.Reference(3, "contract", "合同", "Contract", "contract"),
            Basic.Reference(4, "interaction", "沟通记录", "Interaction", "interaction"),
            Basic.Reference(5, "order", "订单", "Order", "order"),
            Basic.Text(6, "contentType", "文件类型", "Content type") with { MaxLength = 100 },
            Basic.Integer(7, "size", "文件大小", "Size") with { Unit = new("字节", "bytes"), Minimum = 0, Derived = true },
            Basic.Text(8, "storageKey", "存储位置", "Storage key") with { Derived = true },
            Basic.Text(9, "sha256", "校验值", "SHA-256") with { MaxLength = 64, Derived = true },
            Basic.Person(10, "owner", "负责人", "Owner"),
        ])
    {
        IsOfFiles = true,
    };
}
