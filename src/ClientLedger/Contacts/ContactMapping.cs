using ClientLedger.Storage;

namespace ClientLedger.Contacts;

internal sealed class ContactMapping() : RecordMapping<Contact>(ContactFields.Entity);
