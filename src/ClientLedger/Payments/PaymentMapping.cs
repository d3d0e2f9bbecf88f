using ClientLedger.Storage;

namespace ClientLedger.Payments;

internal sealed class PaymentMapping() : RecordMapping<Payment>(PaymentFields.Entity);
