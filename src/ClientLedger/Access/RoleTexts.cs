using ClientLedger.Messages;

namespace ClientLedger.Access;

/// <summary>What the roles of a new tenant are called, in the tenant's language.</summary>
internal static class RoleTexts
{
    public static readonly Label Manager = new("经理", "Manager");
    public static readonly Label Sales = new("销售", "Salesperson");
    public static readonly Label Finance = new("财务", "Finance");
    public static readonly Label Service = new("客服", "Service");
    public static readonly Label ReadOnly = new("只读", "Read-only");
    public static readonly Label Partner = new("合作伙伴", "Partner");
}
