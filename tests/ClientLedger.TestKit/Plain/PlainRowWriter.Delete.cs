using ClientLedger.Fields;
using ClientLedger.Writing;

namespace ClientLedger.TestKit.Plain;

/// <content>Deleting and restoring.</content>
public sealed partial class PlainRowWriter
{
    private PlainRow Delete(EntityDescriptor entity, PlainRecord record)
    {
        if (!sight.Grants(record).Exists(grant => grant.Delete))
        {
            return PlainRow.Refused("write.deleteNotAllowed");
        }

        if (entity.Children.Any(relation => ledger.Of(record.Tenant, relation.Entity).Any(child => child.IsLive && child.IdIn(relation.ByField) == record.Id)))
        {
            return PlainRow.Refused("write.stillReferred");
        }

        record.DeletedAt = sight.Now.UtcDateTime;
        return new(Outcome.Deleted, record);
    }

    private PlainRow Restore(EntityDescriptor entity, PlainRecord record)
    {
        if (record.IsLive)
        {
            return PlainRow.Refused("write.recordLive");
        }

        if (!sight.Grants(record).Exists(grant => grant.Delete))
        {
            return PlainRow.Refused("write.deleteNotAllowed");
        }

        var refusals = entity.Fields
            .Select(field => new PlainRefusal(field.Name, PlainLimits.IsTaken(ledger, record, field, record[field.Name]) ? "write.taken" : IsGone(field, record) ? "write.referenceUnknown" : ""))
            .Where(refusal => refusal.Code.Length > 0)
            .ToList();
        if (refusals.Count > 0)
        {
            return PlainRow.Refused(refusals);
        }

        record.DeletedAt = null;
        return new(Outcome.Restored, record);
    }

    private bool IsGone(FieldDescriptor field, PlainRecord record) =>
        field.Target is not null && record.IdIn(field.Name) is { } id && ledger.Find(record.Tenant, field.Target, id) is not { IsLive: true };
}
