using System.Security.Cryptography;

namespace ClientLedger.Shared;

/// <summary>Where keys, nonces and salts come from: the operating system, or in tests a sequence that repeats.</summary>
public interface IRandomSource
{
    /// <summary>Fills a buffer with bytes that nobody can foretell.</summary>
    void Fill(Span<byte> bytes);
}

/// <summary>The operating system's random bytes.</summary>
public sealed class SystemRandomSource : IRandomSource
{
    public void Fill(Span<byte> bytes) => RandomNumberGenerator.Fill(bytes);
}
