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

    public static readonly MessageCode Failed = new("host.failed",
        "Something went wrong on our side, and it has been noted. Try again; if it fails again, tell us the reference.",
        "系统出现问题，已记录。请重试；如果仍然失败，请把错误编号告诉我们。");

    public static readonly MessageCode BadRequest = new("host.badRequest",
        "The form couldn't be read, perhaps because it stood open for long. Go back, load the page anew and send it again.",
        "无法读取提交的表单，可能是页面打开太久。请返回，重新加载页面后再提交。");

    public static readonly MessageCode Forbidden = new("host.forbidden",
        "You have no right to this page. Ask one of the ledger's owners for it.",
        "您无权访问此页面。请联系台账的所有者授权。");

    public static readonly MessageCode NotFound = new("host.notFound",
        "There is no such page. Check the address, or begin at the start page.",
        "没有这个页面。请检查地址，或从首页开始。");

    public static readonly MessageCode MethodNotAllowed = new("host.methodNotAllowed",
        "This address can't be used in this way. Open it as a page, or send the form from its page.",
        "此地址不能这样使用。请作为页面打开，或从其页面提交表单。");

    public static readonly MessageCode TooLarge = new("host.tooLarge",
        "What was sent is too large. Send less at once, or split the file.",
        "提交的内容太大。请减少一次提交的内容，或拆分文件。");

    public static readonly MessageCode TooMany = new("host.tooMany",
        "There were too many attempts from your address. Wait a minute and try again.",
        "来自您所在地址的尝试次数过多。请等一分钟再试。");
}
