using ClientLedger.Messages;

namespace ClientLedger.Tenancy;

internal static class TenancyMessages
{
    public static readonly MessageCode Unknown = new("tenancy.unknown",
        "There is no ledger at '{tenant}'. Check the address.",
        "“{tenant}”没有对应的客户台账。请检查地址。");

    public static readonly MessageCode Suspended = new("tenancy.suspended",
        "The ledger '{tenant}' is suspended: {reason}",
        "客户台账“{tenant}”已停用：{reason}");

    public static readonly MessageCode SuspendedWithoutReason = new("tenancy.suspendedWithoutReason",
        "The ledger '{tenant}' is suspended. Ask the company's administrator.",
        "客户台账“{tenant}”已停用。请联系该公司的管理员。");

    public static readonly MessageCode NotMember = new("tenancy.notMember",
        "{actor} is no active member of the ledger '{tenant}'. Ask one of its owners to be let in.",
        "{actor} 不是客户台账“{tenant}”的有效成员。请联系该台账的所有者开通。");

    public static readonly MessageCode ShardUnknown = new("tenancy.shardUnknown",
        "The shard '{shard}' isn't configured on this node. Add its provider and connection strings to the configuration.",
        "本节点未配置分片“{shard}”。请在配置中补充其数据库类型和连接字符串。");

    public static readonly MessageCode ShardProvider = new("tenancy.shardProvider",
        "The shard '{shard}' was made on {stored}, but the configuration says {configured}. Correct the configuration: moving to another database engine isn't a matter of settings.",
        "分片“{shard}”创建于 {stored}，但配置为 {configured}。请更正配置：更换数据库类型不能只改设置。");

    public static readonly MessageCode Name = new("tenancy.name",
        "'{name}' can't be the address of a ledger. Use 2 to {max} letters of a to z, digits and inner hyphens, beginning with a letter.",
        "“{name}”不能用作台账地址。请使用 2 到 {max} 个小写英文字母、数字和中间的连字符，并以字母开头。");

    public static readonly MessageCode NameTaken = new("tenancy.nameTaken",
        "The address '{name}' is taken. Choose another one.",
        "地址“{name}”已被使用。请换一个。");

    public static readonly MessageCode OwnerUnknown = new("tenancy.ownerUnknown",
        "The account {account}, who is to own the new ledger, doesn't exist. Make the account first.",
        "新台账的所有者账号 {account} 不存在。请先创建账号。");
}
