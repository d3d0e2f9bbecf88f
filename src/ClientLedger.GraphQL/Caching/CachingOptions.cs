namespace ClientLedger.GraphQL.Caching;

/// <summary>How much memory is used so that nothing is done twice. What was used longest ago is forgotten first.</summary>
public sealed record CachingOptions
{
    /// <summary>For parsed documents, in bytes.</summary>
    public long DocumentBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>For validated documents and what is planned of them, in bytes: one entry for each document and schema.</summary>
    public long ValidationBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>For the texts of automatic persisted queries, in bytes.</summary>
    public long PersistedBytes { get; init; } = 16 * 1024 * 1024;
}
