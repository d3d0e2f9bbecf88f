using ClientLedger.Storage;

namespace ClientLedger.Customers;

internal sealed class CustomerMapping() : RecordMapping<Customer>(CustomerFields.Entity, elsewhere: CustomerFields.Totals);
