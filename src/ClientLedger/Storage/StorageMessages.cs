using ClientLedger.Messages;

namespace ClientLedger.Storage;

internal static class StorageMessages
{
    public static readonly MessageCode FileInUse = new("storage.fileInUse",
        "The database {file} is in use by another ClientLedger process. Stop that one first, or give this one a data folder of its own.",
        "数据库 {file} 正被另一个 ClientLedger 进程使用。请先停止该进程，或为本进程指定另一个数据目录。");

    public static readonly MessageCode RoleTooStrong = new("storage.roleTooStrong",
        "The app role '{role}' is a superuser, or bypasses row-level security, or owns the tables, so the database can't keep tenants apart. Name a role in the app connection string that owns nothing.",
        "应用角色“{role}”是超级用户、可绕过行级安全或拥有数据表，数据库无法隔离各租户。请在应用连接字符串中使用不拥有任何对象的角色。");

    public static readonly MessageCode ResetNeeded = new("storage.resetNeeded",
        "The connection string has 'No Reset On Close=true': a pooled connection would then keep the tenant before. Remove that setting.",
        "连接字符串含有“No Reset On Close=true”，连接池中的连接会保留上一个租户。请删除该设置。");

    public static readonly MessageCode CollationNotUtf8 = new("storage.collationNotUtf8",
        "The database {database} has the collation {collation}. Create it with COLLATE {wanted}, so that it stores every character and compares by code point.",
        "数据库 {database} 的排序规则为 {collation}。请使用 COLLATE {wanted} 创建数据库，以便保存所有字符并按码位比较。");
}
