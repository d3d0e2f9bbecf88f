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

    public static readonly MessageCode ConnectionMalformed = new("host.connectionMalformed",
        "The setting {setting} is no connection string for {provider}. Write it as KEY=VALUE;KEY=VALUE with the keys that {provider} knows. It said: {reason}",
        "设置 {setting} 不是有效的连接字符串（{provider}）。请写成“键=值;键=值”的形式，并使用 {provider} 支持的键。原因：{reason}");

    public static readonly MessageCode ReadsUnclear = new("host.readsUnclear",
        "The setting {setting} is '{value}'. It must be a whole number from 1 on: how many short reads the database works on at once.",
        "设置 {setting} 的值为“{value}”，必须是不小于 1 的整数：数据库同时处理的短查询数量。");

    public static readonly MessageCode DatabaseUnusable = new("host.databaseUnusable",
        "The database at {setting} can't be used. Check that it is there, that its server runs, and the address, user and password in the setting. It said: {reason}",
        "无法使用 {setting} 指定的数据库。请检查数据库是否存在、其服务器是否运行，以及该设置中的地址、用户和密码。原因：{reason}");

    public static readonly MessageCode FolderUnusable = new("host.folderUnusable",
        "The folder {folder}, named by {setting}, can't be used. Name a folder that may be made and written to by the account that runs ClientLedger. It said: {reason}",
        "无法使用 {setting} 指定的文件夹 {folder}。请指定一个运行 ClientLedger 的账户可以创建并写入的文件夹。原因：{reason}");

    public static readonly MessageCode AddressUnusable = new("host.addressUnusable",
        "The server can't listen on {address}. Stop what listens there, or give another address of this machine, like --urls http://localhost:5001. It said: {reason}",
        "服务器无法监听 {address}。请停止占用该地址的程序，或指定本机的另一个地址，例如 --urls http://localhost:5001。原因：{reason}");

    public static readonly MessageCode CommandUnknown = new("host.commandUnknown",
        "'{word}' is no command. Write one of these, or none, and the server starts:",
        "没有“{word}”这个命令。请使用下列命令之一；不写命令则启动服务器：");

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
