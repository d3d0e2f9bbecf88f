using ClientLedger.Messages;

namespace ClientLedger.Storage;

internal static class StorageMessages
{
    public static readonly MessageCode FileInUse = new("storage.fileInUse",
        "The database {file} is in use by another ClientLedger process. Stop that one first, or give this one a data folder of its own.",
        "数据库 {file} 正被另一个 ClientLedger 进程使用。请先停止该进程，或为本进程指定另一个数据目录。");

    public static readonly MessageCode FileUnusable = new("storage.fileUnusable",
        "The database {file} can't be opened. Let the account that runs ClientLedger write to it and to its folder, or name another place. It said: {reason}",
        "无法打开数据库 {file}。请允许运行 ClientLedger 的账户写入该文件及其文件夹，或指定其他位置。原因：{reason}");

    public static readonly MessageCode AppUserMissing = new("storage.appUserMissing",
        "The app connection string names no user. Add one, like Username=ledger_app: a role that owns nothing, so that the database keeps tenants apart.",
        "应用连接字符串没有指定用户。请添加用户，例如 Username=ledger_app：一个不拥有任何对象的角色，以便数据库隔离各租户。");

    public static readonly MessageCode RoleTooStrong = new("storage.roleTooStrong",
        "The app role '{role}' is a superuser, or bypasses row-level security, or owns tables, or is a member of a role that does, so the database can't keep tenants apart. Name a role in the app connection string that owns nothing.",
        "应用角色“{role}”是超级用户、可绕过行级安全、拥有数据表，或属于拥有数据表的角色，数据库无法隔离各租户。请在应用连接字符串中使用不拥有任何对象的角色。");

    public static readonly MessageCode ResetNeeded = new("storage.resetNeeded",
        "The connection string has 'No Reset On Close=true': a pooled connection would then keep the tenant before. Remove that setting.",
        "连接字符串含有“No Reset On Close=true”，连接池中的连接会保留上一个租户。请删除该设置。");

    public static readonly MessageCode CollationNotUtf8 = new("storage.collationNotUtf8",
        "The database {database} has the collation {collation}. Create it with COLLATE {wanted}, so that it stores every character and compares by code point.",
        "数据库 {database} 的排序规则为 {collation}。请使用 COLLATE {wanted} 创建数据库，以便保存所有字符并按码位比较。");
}
