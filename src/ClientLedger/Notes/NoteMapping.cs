using ClientLedger.Storage;

namespace ClientLedger.Notes;

internal sealed class NoteMapping() : RecordMapping<Note>(NoteFields.Entity);
