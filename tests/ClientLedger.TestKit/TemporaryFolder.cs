namespace ClientLedger.TestKit;

/// <summary>An empty folder that goes when it is disposed of.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string FullName { get; } = Directory.CreateTempSubdirectory("clientledger-test-").FullName;

    /// <summary>The path of a file in it.</summary>
    public string PathOf(string name) => Path.Combine(FullName, name);

    public void Dispose() => Directory.Delete(FullName, recursive: true);
}
