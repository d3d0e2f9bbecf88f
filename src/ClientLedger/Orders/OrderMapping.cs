using ClientLedger.Storage;

namespace ClientLedger.Orders;

internal sealed class OrderMapping() : RecordMapping<Order>(OrderFields.Entity);
