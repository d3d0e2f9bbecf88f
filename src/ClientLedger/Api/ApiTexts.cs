using ClientLedger.Messages;

namespace ClientLedger.Api;

/// <summary>What the pages of the API say.</summary>
internal static class ApiTexts
{
    public static readonly Label Lead = new(
        "程序凭密钥访问此台账的 GraphQL 接口：{address}。密钥拥有所选角色的权限。",
        "Programs reach this ledger's GraphQL endpoint, {address}, by a key. It has the rights of the role that you choose.");
    public static readonly Label Add = new("新建密钥", "Make a key");
    public static readonly Label Name = new("名称", "Name");
    public static readonly Label NameHint = new("例如使用它的程序，会显示在修改历史中。", "The program that will use it; histories show it.");
    public static readonly Label Role = new("角色", "Role");
    public static readonly Label Networks = new("允许的网络", "Networks");
    public static readonly Label NetworksHint = new("例如 203.0.113.0/24，以空格分隔；留空则不限制。", "Such as 203.0.113.0/24, apart by spaces. Empty for any.");
    public static readonly Label Expires = new("失效日期", "Expires on");
    public static readonly Label ExpiresHint = new("从这一天起不能再使用；留空则不失效。", "From that day on it isn't good any more. Empty for never.");
    public static readonly Label Made = new("密钥已创建，仅显示这一次，请立即保存到安全的地方。", "The key is made. It is shown this once: keep it in a safe place now.");
    public static readonly Label None = new("还没有密钥", "No keys yet");
    public static readonly Label NoneText = new("新建密钥后，程序即可读写此台账。", "Make one, and a program can read and write this ledger.");
    public static readonly Label Created = new("创建时间", "Made");
    public static readonly Label LastUsed = new("最近使用", "Last used");
    public static readonly Label Never = new("从未", "Never");
    public static readonly Label Endless = new("永不失效", "Never");
    public static readonly Label AnyNetwork = new("不限", "Any");
    public static readonly Label Guide = new("使用方法见 API 指南", "The API guide says how");
    public static readonly Label Uses = new("操作", "What can be done");
    public static readonly Label OwnersOnly = new("只有台账所有者可以查看和创建密钥。", "Only the ledger's owners see and make keys.");
    public static readonly Label OwnersOnlyText = new("如需密钥，请联系所有者。您登录后可在浏览器中直接使用在线调试。", "Ask one of them for a key. In the browser the explorer works as you are signed in.");
    public static readonly Label Copy = new("复制密钥", "Copy the key");
    public static readonly Label Copied = new("已复制", "Copied");
    public static readonly Label Revoke = new("撤销", "Revoke");
    public static readonly Label RevokeOf = new("撤销 {name}", "Revoke {name}");
    public static readonly Label RevokeSure = new("使用“{name}”的程序将立即无法访问，且不可恢复。", "Programs that use {name} are shut out at once, and it can't be brought back.");
    public static readonly Label RevokeNow = new("立即撤销", "Revoke it");
}
