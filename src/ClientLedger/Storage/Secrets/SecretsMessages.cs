using ClientLedger.Messages;

namespace ClientLedger.Storage.Secrets;

internal static class SecretsMessages
{
    public static readonly MessageCode MasterKeyInvalid = new("secrets.masterKeyInvalid",
        "The master key in {source} isn't 32 bytes in base 64. Put back the key that this installation was started with; without it, sensitive fields can't be read.",
        "{source} 中的主密钥不是 32 字节的 Base64 文本。请放回本系统首次启动时使用的密钥，否则无法读取敏感字段。");

    public static readonly MessageCode KeyFileUnusable = new("secrets.keyFileUnusable",
        "The key file {file} can't be used. Let the account that runs ClientLedger read it, and write to its folder where there is none yet, or give the key in CLIENTLEDGER_MASTER_KEY. It said: {reason}",
        "无法使用密钥文件 {file}。请允许运行 ClientLedger 的账户读取该文件（首次启动时还需可写入其文件夹），或在 CLIENTLEDGER_MASTER_KEY 中提供密钥。原因：{reason}");

    public static readonly MessageCode MasterKeyOfAnother = new("secrets.masterKeyOfAnother",
        "The master key in {source} isn't the one that this installation was started with first. All its nodes have one key: put the first node's key (its file keys/master.key) into the setting CLIENTLEDGER_MASTER_KEY, or back into the file.",
        "{source} 中的主密钥不是本系统首次启动时使用的主密钥。所有节点必须共用一个密钥：请把首个节点的密钥（其文件 keys/master.key）填入设置 CLIENTLEDGER_MASTER_KEY，或放回该文件。");

    public static readonly MessageCode MasterKeyWrong = new("secrets.masterKeyWrong",
        "The master key of this installation doesn't open the key of tenant {tenant}. Put back the master key that the tenant was created under.",
        "本系统的主密钥无法打开租户 {tenant} 的密钥。请放回创建该租户时使用的主密钥。");

    public static readonly MessageCode KeyDeleted = new("secrets.keyDeleted",
        "The encryption key of tenant {tenant} was deleted: its sensitive fields can be neither read nor written. Leave them out of the request.",
        "租户 {tenant} 的加密密钥已被删除，其敏感字段既不能读取也不能写入。请在请求中去掉这些字段。");
}
