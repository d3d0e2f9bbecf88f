using ClientLedger.Storage;

namespace ClientLedger.Tickets;

internal sealed class TicketMapping() : RecordMapping<Ticket>(TicketFields.Entity);
