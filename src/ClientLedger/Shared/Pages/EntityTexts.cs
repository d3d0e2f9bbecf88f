using ClientLedger.Fields;
using ClientLedger.Messages;

namespace ClientLedger.Shared.Pages;

/// <summary>What records of an entity are called together.</summary>
internal static class EntityTexts
{
    private static readonly Dictionary<string, Label> ByEntity = new(StringComparer.Ordinal)
    {
        ["customer"] = new("客户", "Customers"),
        ["contact"] = new("联系人", "Contacts"),
        ["product"] = new("产品", "Products"),
        ["order"] = new("订单", "Orders"),
        ["orderLine"] = new("订单明细", "Order lines"),
        ["contract"] = new("合同", "Contracts"),
        ["payment"] = new("付款", "Payments"),
        ["project"] = new("项目", "Projects"),
        ["interaction"] = new("沟通记录", "Interactions"),
        ["ticket"] = new("工单", "Tickets"),
        ["task"] = new("任务", "Tasks"),
        ["note"] = new("备注", "Notes"),
        ["event"] = new("行为", "Events"),
        ["attachment"] = new("附件", "Attachments"),
        ["need"] = new("需求", "Needs"),
    };

    /// <summary>The name of the list of a built-in entity, by its API name.</summary>
    public static Label Of(string entity) => ByEntity[entity];

    /// <summary>The name of a list.</summary>
    public static Label Of(EntityDescriptor entity) => ByEntity.GetValueOrDefault(entity.Name, entity.Label);
}
