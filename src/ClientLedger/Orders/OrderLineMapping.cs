using ClientLedger.Storage;

namespace ClientLedger.Orders;

internal sealed class OrderLineMapping() : RecordMapping<OrderLine>(OrderLineFields.Entity);
