using ClientLedger.Messages;

namespace ClientLedger.Web;

internal static class HostMessages
{
    public static readonly MessageCode ProviderUnknown = new("host.providerUnknown",
        "The setting {section}:Provider is '{value}'. It must be Sqlite, Postgres or SqlServer.",
        "设置 {section}:Provider 的值为“{value}”，只能是 Sqlite、Postgres 或 SqlServer。");

    public static readonly MessageCode ConnectionMissing = new("host.connectionMissing",
        "The setting {setting} is missing. Give a connection string: Owner migrates, App works and owns nothing.",
        "缺少设置 {setting}。请填写连接字符串：Owner 用于迁移，App 用于日常工作且不拥有任何对象。");

    public static readonly MessageCode DemoUnclear = new("host.demoUnclear",
        "The setting {setting} is '{value}'. It must be true or false.",
        "设置 {setting} 的值为“{value}”，只能是 true 或 false。");

    public static readonly MessageCode TenantMissing = new("host.tenantMissing",
        "Which ledger? Add --tenant and its name, like --tenant acme.",
        "请指定客户台账：加上 --tenant 和名称，例如 --tenant acme。");

    public static readonly MessageCode LogHolds = new("host.logHolds",
        "The change log of '{tenant}' holds: {sets} sets with {entries} entries, compared with {anchors} anchors kept elsewhere.",
        "“{tenant}”的变更日志完整无误：共 {sets} 组、{entries} 条，并已与另存的 {anchors} 个锚点核对。");
}
