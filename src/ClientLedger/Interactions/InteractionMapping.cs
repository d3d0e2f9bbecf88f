using ClientLedger.Storage;

namespace ClientLedger.Interactions;

internal sealed class InteractionMapping() : RecordMapping<Interaction>(InteractionFields.Entity);
