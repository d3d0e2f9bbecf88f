using ClientLedger.Writing;

namespace ClientLedger.TestKit.Plain;

/// <summary>What a transaction did to one record.</summary>
/// <param name="Version">The record's version after the change; a confirmation keeps the version it found.</param>
/// <param name="Changes">Fields that changed.</param>
public sealed record PlainLogEntry(int Tenant, string Entity, long Record, long Version, Verb Verb, IReadOnlyList<PlainChange> Changes);

/// <summary>A field before and after.</summary>
public sealed record PlainChange(string Field, object? Before, object? After);
