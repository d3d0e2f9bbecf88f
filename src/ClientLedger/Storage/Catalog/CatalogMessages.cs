using ClientLedger.Messages;

namespace ClientLedger.Storage.Catalog;

internal static class CatalogMessages
{
    public static readonly MessageCode NodesTaken = new("nodes.taken",
        "All {count} node numbers are leased. Stop processes that aren't needed, or wait two minutes for the leases of dead ones to end.",
        "全部 {count} 个节点编号都已被占用。请停止不需要的进程，或等待两分钟让已退出进程的租约到期。");
}
