using ClientLedger.Storage;

namespace ClientLedger.Events;

internal sealed class EventMapping() : RecordMapping<Event>(EventFields.Entity);
