namespace ClientLedger.Jobs;

/// <summary>
/// A kind of job. A room registers one for each kind; its <see cref="Access.DoorAccessAttribute"/> says whether a run acts as the person who asked for
/// it or as the product. A run is begun again from its last checkpoint however it was broken off, so the class keeps nothing of a run.
/// </summary>
public interface IJob
{
    /// <summary>Stable name: <c>import</c>.</summary>
    string Kind { get; }

    /// <summary>Works from the run's checkpoint to its end.</summary>
    /// <exception cref="Messages.RefusedException">The run can't go on; it fails with the reason.</exception>
    Task RunAsync(RunningJob job, CancellationToken cancellationToken);
}
