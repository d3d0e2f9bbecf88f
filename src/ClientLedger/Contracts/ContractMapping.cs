using ClientLedger.Storage;

namespace ClientLedger.Contracts;

internal sealed class ContractMapping() : RecordMapping<Contract>(ContractFields.Entity);
