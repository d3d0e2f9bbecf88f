using ClientLedger.Attachments;
using ClientLedger.Contacts;
using ClientLedger.Contracts;
using ClientLedger.Customers;
using ClientLedger.Events;
using ClientLedger.Fields;
using ClientLedger.Interactions;
using ClientLedger.Needs;
using ClientLedger.Notes;
using ClientLedger.Orders;
using ClientLedger.Payments;
using ClientLedger.Products;
using ClientLedger.Projects;
using ClientLedger.Tasks;
using ClientLedger.Tickets;

namespace ClientLedger;

/// <summary>All kinds of records that the product has. It stands above the rooms, so that the ground floor gets the list handed to it.</summary>
public static class BuiltInEntities
{
    /// <summary>The schema of a tenant without fields of its own.</summary>
    public static readonly LedgerSchema Schema = new(
    [
        CustomerFields.Entity,
        ContactFields.Entity,
        ProductFields.Entity,
        OrderFields.Entity,
        OrderLineFields.Entity,
        ContractFields.Entity,
        PaymentFields.Entity,
        ProjectFields.Entity,
        InteractionFields.Entity,
        TicketFields.Entity,
        TaskItemFields.Entity,
        NoteFields.Entity,
        EventFields.Entity,
        AttachmentFields.Entity,
        NeedFields.Entity,
    ]);
}
