using ClientLedger.TestKit.Plain;
using ClientLedger.Writing;

namespace ClientLedger.Tests.Oracle;

/// <summary>Holds the write gate's result against the plain ledger's.</summary>
internal static class ResultComparison
{
    public static void Equal(PlainResult expected, ChangeResult actual, ChangeSet set)
    {
        var plain = string.Join('\n', expected.Rows.Select((row, at) => Text(set.Changes[at], row)).Prepend($"applied: {expected.Applied}"));
        var gate = string.Join('\n', actual.Rows.Select((row, at) => Text(set.Changes[at], row)).Prepend($"applied: {actual.Applied}"));
        Assert.True(plain == gate, $"{set.Duplicates}, all or nothing: {set.AllOrNothing}\nthe plain ledger says {plain}\nthe write gate says {gate}");
    }

    private static string Text(RecordChange change, PlainRow row) => Text(
        change,
        row.Outcome,
        row.Record?.Id,
        row.Record?.Version,
        row.Refusals.Select(refusal => $"{refusal.Field}: {refusal.Code}"),
        row.Conflicts,
        row.Duplicates);

    private static string Text(RecordChange change, RowResult row) => Text(
        change,
        row.Outcome,
        row.Id,
        row.Version,
        row.Refusals.Select(refusal => $"{refusal.Field}: {refusal.Code.Code}"),
        row.Conflicts,
        row.Duplicates);

    /// <summary>Where a row was refused there may be no record, and of conflicts and duplicates the order doesn't matter; nor whether a row that is wrong by itself is also told of another.</summary>
    private static string Text(
        RecordChange change, Outcome outcome, long? id, long? version, IEnumerable<string> refusals, IEnumerable<FieldConflict> conflicts, IEnumerable<DuplicateHit> duplicates)
    {
        var record = outcome is Outcome.Refused or Outcome.Withheld or Outcome.Skipped or Outcome.Conflict ? "" : $" {id} version {version}";
        var own = refusals.Distinct().ToList();
        own.RemoveAll(refusal => own.Count > 1 && refusal.EndsWith(": write.referenceRefused", StringComparison.Ordinal));
        var parts = own.Order(StringComparer.Ordinal)
            .Concat(conflicts.OrderBy(conflict => conflict.Field, StringComparer.Ordinal).Select(conflict => $"{conflict.Field}: mine {Text(conflict.Mine)}, theirs {Text(conflict.Theirs)}"))
            .Concat(outcome is Outcome.Refused or Outcome.Skipped ? duplicates.OrderBy(hit => hit.Field, StringComparer.Ordinal).ThenBy(hit => hit.Id).Select(hit => hit.ToString()) : []);
        return $"{change.Verb} {change.Entity} {change.Id} {change.BaseVersion} [{string.Join(", ", change.Values.Names)}] → {outcome}{record} {string.Join("; ", parts)}";
    }

    private static string Text(object? value) => System.Text.Json.JsonSerializer.Serialize(value is decimal number ? number / 1.000000000000000000000000000000000m : value);
}
