using ClientLedger.Messages;

namespace ClientLedger.Help.Demo;

internal static class DemoMessages
{
    public static readonly MessageCode Address = new("demo.address",
        "The demo tenant is at {address} — sign in with one of:",
        "演示租户的地址：{address} —— 可用以下账号登录：");

    public static readonly MessageCode Account = new("demo.account",
        "Account {email}: {name}, {work}",
        "账号 {email}：{name}，{work}");

    public static readonly MessageCode Password = new("demo.password",
        "First password of all of them: {password}",
        "以上账号的初始密码：{password}");

    public static readonly MessageCode PasswordOfSetting = new("demo.passwordOfSetting",
        "First password of all of them: what the setting {setting} said at the first start.",
        "以上账号的初始密码：首次启动时设置 {setting} 的值。");

    public static readonly MessageCode Filling = new("demo.filling",
        "Its records come in while you look: {customers} customers, {orders} orders, {interactions} interactions.",
        "数据正在后台写入，可以边看边等：{customers} 个客户、{orders} 个订单、{interactions} 条沟通记录。");

    public static readonly MessageCode Filled = new("demo.filled",
        "The demo is complete.",
        "演示数据已全部写入。");
}
