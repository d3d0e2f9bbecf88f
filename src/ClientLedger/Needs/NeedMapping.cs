using ClientLedger.Storage;

namespace ClientLedger.Needs;

internal sealed class NeedMapping() : RecordMapping<Need>(NeedFields.Entity);
