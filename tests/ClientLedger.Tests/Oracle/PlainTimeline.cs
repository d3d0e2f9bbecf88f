using ClientLedger.Customers;
using ClientLedger.Reading.Binding;
using ClientLedger.Shared;
using ClientLedger.TestKit.Plain;

namespace ClientLedger.Tests.Oracle;

/// <summary>What happened with a customer, as the plain ledger says.</summary>
internal static class PlainTimeline
{
    /// <summary>What a timeline tells, and when it happened.</summary>
    private static readonly (string Relation, string At)[] Told =
    [
        ("interactions", "at"), ("orders", "orderedAt"), ("tickets", "createdAt"), ("tasks", "createdAt"), ("notes", "createdAt"),
        ("events", "at"), ("needs", "createdAt"), ("projects", "startsOn"), ("contracts", "signedOn"), ("payments", "paidOn"),
    ];

    /// <summary>All entries that the caller may see, in their order.</summary>
    public static List<(string Id, DateTime? At)> Of(PlainSight sight, PlainRecord customer)
    {
        var kinds = CustomerTimeline.Kinds(sight.Scope.Rights);
        return [.. Told.Index()
            .SelectMany(told => kinds.Where(kind => kind.Name == told.Item.Relation).SelectMany(kind => sight.Children(customer, kind))
                .Select(child => (At: MomentOf(sight, sight.Clear(child, told.Item.At)), Kind: told.Index, Record: child)))
            .OrderByDescending(entry => entry.At is not null).ThenByDescending(entry => entry.At).ThenBy(entry => entry.Kind).ThenBy(entry => entry.Record.Id)
            .Select(entry => (RecordIds.Format(sight.Entity(entry.Record.Entity).IdPrefix, entry.Record.Id), entry.At))];
    }

    private static DateTime? MomentOf(PlainSight sight, object? value) => value switch
    {
        DateTime moment => moment,
        DateOnly day => Periods.StartOf(day, sight.Scope.Settings.Zone),
        _ => null,
    };
}
