using ClientLedger.Access;

namespace ClientLedger.Jobs;

/// <summary>Where a run stands.</summary>
public enum JobState
{
    /// <summary>Waits for its turn.</summary>
    Queued,
    Running,
    Succeeded,

    /// <summary>It can't go on by itself; why stands in its checkpoint.</summary>
    Failed,

    /// <summary>Somebody stopped it; what it had done by then stays done.</summary>
    Cancelled,

    /// <summary>Its process ended or a database broke off; it goes on from its checkpoint by itself.</summary>
    Interrupted,
}

/// <summary>
/// What happened to a job. It lies in the catalog, where every node and the operator see it, and therefore holds no customer data: what a run is
/// about lies in the tenant's ledger under the run's id.
/// </summary>
public sealed class JobRun
{
    public int TenantId { get; set; }

    /// <summary>From <see cref="Shared.IdSource"/>.</summary>
    public long Id { get; set; }

    /// <summary>Name of the <see cref="IJob"/>.</summary>
    public required string Kind { get; set; }

    /// <summary>What kind of somebody asked for it.</summary>
    public ActorKind AskerKind { get; set; }

    /// <summary>Account or client that asked for it; 0 for the product itself.</summary>
    public long AskerId { get; set; }

    public JobState State { get; set; }

    /// <summary>In units of its kind.</summary>
    public long Done { get; set; }

    /// <summary>0 while it isn't known.</summary>
    public long Total { get; set; }

    /// <summary>Units a second, over the last while.</summary>
    public double Rate { get; set; }

    public DateTime QueuedAt { get; set; }

    /// <summary>When it was taken up first.</summary>
    public DateTime? StartedAt { get; set; }

    public DateTime? EndedAt { get; set; }

    /// <summary>Somebody wants it stopped.</summary>
    public bool CancelAsked { get; set; }

    /// <summary>The process that has it: the holder of a <see cref="Storage.Catalog.NodeLease"/>.</summary>
    public string? Holder { get; set; }

    /// <summary>How often it was taken up. A process that took it up before a later one did writes nothing more.</summary>
    public int Attempt { get; set; }

    /// <summary>How often in a row it was taken up and broke off without getting on.</summary>
    public int Strikes { get; set; }

    /// <summary>When one that broke off may be taken up again; null where nothing keeps it from going on at once.</summary>
    public DateTime? NotBefore { get; set; }

    /// <summary>What it found, by code; counts alone.</summary>
    public Dictionary<string, long> Findings { get; set; } = [];

    /// <summary>Nothing more will happen to it by itself.</summary>
    public bool IsOver => State is JobState.Succeeded or JobState.Failed or JobState.Cancelled;

    /// <summary>How long it will still take at its rate; null where that isn't known.</summary>
    public TimeSpan? Remaining => State == JobState.Running && Rate > 0 && Total > 0 ? TimeSpan.FromSeconds(Math.Max(0, Total - Done) / Rate) : null;
}
