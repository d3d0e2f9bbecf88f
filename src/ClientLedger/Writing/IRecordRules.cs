namespace ClientLedger.Writing;

/// <summary>
/// What descriptors can't say about an entity: derivations and checks over a whole batch. A room registers one for its entity.
/// Rules see canonical values before and after; they set derived fields, may bring further records into the batch, and refuse rows. A room says what its
/// rules do; at all else they do nothing.
/// </summary>
internal interface IRecordRules
{
    /// <summary>API name of the entity whose changed records call the rules.</summary>
    string Entity { get; }

    /// <summary>Sets derived fields of the batch's records, and loads and changes the records that follow from them.</summary>
    Task DeriveAsync(WriteBatch batch, IReadOnlyList<RecordWork> records, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Refuses what can't be, after all values are known.</summary>
    Task CheckAsync(WriteBatch batch, IReadOnlyList<RecordWork> records, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Keeps what stands beside the records, after they were written and before the log is.</summary>
    Task AppliedAsync(WriteBatch batch, IReadOnlyList<RecordWork> records, CancellationToken cancellationToken) => Task.CompletedTask;
}
