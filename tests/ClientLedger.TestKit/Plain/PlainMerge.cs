using ClientLedger.Fields;
using ClientLedger.Writing;

namespace ClientLedger.TestKit.Plain;

/// <summary>Brings a change that was based on an older version together with what happened since.</summary>
/// <remarks>
/// Assumed where the design is silent: a value that is sent as it was in the base version is no change and gives way to theirs;
/// both having changed a field to the same value is no conflict, theirs having gone back to what it was is one; elements of several values stand in their order first and mine after.
/// </remarks>
public static class PlainMerge
{
    /// <summary>The log knows the record from the base version on.</summary>
    public static bool IsKnown(PlainLedger ledger, PlainRecord record, long baseVersion) =>
        baseVersion >= 1 && baseVersion <= record.Version
        && (baseVersion == record.Version || Since(ledger, record, baseVersion).Any(entry => entry.Version == baseVersion + 1));

    /// <summary>The value that the field gets, or the conflict.</summary>
    /// <param name="isClear">The caller reads the field on every record; where it doesn't, any change is a conflict that shows nothing.</param>
    public static (object? Value, FieldConflict? Conflict) Field(PlainLedger ledger, PlainRecord record, FieldDescriptor field, object? mine, long? baseVersion, bool isClear)
    {
        var theirs = record[field.Name];
        var since = baseVersion is { } version
            ? Since(ledger, record, version).SelectMany(entry => entry.Changes).Where(change => change.Field == field.Name).ToList()
            : [];
        if (since.Count > 0 && !isClear)
        {
            return (null, new(field.Name, mine, null));
        }

        if (since.Count == 0 || PlainValues.Same(mine, theirs))
        {
            return (mine, null);
        }

        var origin = since[0].Before;
        if (PlainValues.Same(mine, origin))
        {
            return (theirs, null);
        }

        if (!field.Several)
        {
            return (null, new(field.Name, mine, theirs));
        }

        return PlainValues.Same(theirs, origin) ? (mine, null) : (Elements((string[]?)origin ?? [], (string[]?)mine ?? [], (string[]?)theirs ?? []), null);
    }

    /// <summary>The value that a field had in a version, if it was changed after it; null otherwise.</summary>
    public static object? Origin(PlainLedger ledger, PlainRecord record, FieldDescriptor field, long version) =>
        Since(ledger, record, version).SelectMany(entry => entry.Changes).FirstOrDefault(change => change.Field == field.Name)?.Before;

    private static IEnumerable<PlainLogEntry> Since(PlainLedger ledger, PlainRecord record, long version) => ledger.Log.Where(entry =>
        entry.Tenant == record.Tenant && entry.Entity == record.Entity && entry.Record == record.Id && entry.Version > version);

    /// <summary>What either side took away is gone, what either side added is there.</summary>
    private static string[]? Elements(string[] origin, string[] mine, string[] theirs)
    {
        var kept = theirs.Where(element => mine.Contains(element) || !origin.Contains(element));
        var added = mine.Where(element => !origin.Contains(element) && !theirs.Contains(element));
        string[] merged = [.. kept, .. added];
        return merged.Length == 0 ? null : merged;
    }
}
