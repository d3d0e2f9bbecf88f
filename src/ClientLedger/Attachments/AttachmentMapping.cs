using ClientLedger.Storage;

namespace ClientLedger.Attachments;

internal sealed class AttachmentMapping() : RecordMapping<Attachment>(AttachmentFields.Entity);
