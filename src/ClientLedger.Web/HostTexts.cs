using ClientLedger.Messages;

namespace ClientLedger.Web;

/// <summary>What the command line says of itself.</summary>
internal static class HostTexts
{
    public static readonly Label Migrate = new("将所有数据库迁移到最新版本。", "Brings all databases to their newest migration.");

    public static readonly Label VerifyLog = new("校验一个租户的变更日志：verify-log --tenant acme。", "Verifies the change log of a tenant: verify-log --tenant acme.");
}
