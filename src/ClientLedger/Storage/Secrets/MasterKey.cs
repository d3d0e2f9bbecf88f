using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using ClientLedger.Messages;
using ClientLedger.Shared;

namespace ClientLedger.Storage.Secrets;

/// <summary>
/// The one key that lies outside all databases. It wraps the tenants' data keys, and the keys of logs and cursors are derived from it
/// (HKDF, RFC 5869, SHA-256).
/// </summary>
public sealed class MasterKey
{
    /// <summary>Bytes of every key here.</summary>
    public const int Length = 32;

    private const byte WrappingVersion = 1;

    /// <summary>How long one process waits for another to make the key.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly byte[] key;

    /// <param name="key">Exactly 32 bytes.</param>
    public MasterKey(ReadOnlySpan<byte> key)
    {
        if (key.Length != Length)
        {
            throw new ArgumentException($"{key.Length} bytes are no master key.", nameof(key));
        }

        this.key = key.ToArray();
    }

    /// <summary>Reads the key that configuration holds.</summary>
    /// <param name="text">32 bytes in base 64.</param>
    /// <param name="source">Where the text stands, for the refusal.</param>
    /// <exception cref="RefusedException">The text is anything else.</exception>
    public static MasterKey Parse(string text, string source)
    {
        ArgumentNullException.ThrowIfNull(text);
        Span<byte> bytes = stackalloc byte[Length];
        return Convert.TryFromBase64String(text.Trim(), bytes, out var written) && written == Length
            ? new MasterKey(bytes)
            : throw new RefusedException(Refusal.Of(SecretsMessages.MasterKeyInvalid, ("source", source)));
    }

    /// <summary>Reads a key file; makes it, readable by its owner alone, where there is none yet.</summary>
    /// <exception cref="RefusedException">The file holds no key, or can't be read or made.</exception>
    public static MasterKey ReadOrCreate(string file, IRandomSource random)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(random);
        try
        {
            if (!File.Exists(file))
            {
                Create(file, random);
            }

            return Parse(File.ReadAllText(file), file);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException(Refusal.Of(SecretsMessages.KeyFileUnusable, ("file", file), ("reason", failure.Message)));
        }
    }

    /// <summary>The key that chains a tenant's log; 32 bytes. It stays the same when the tenant's data key is deleted.</summary>
    public byte[] LogKey(int tenantId) => Derive("log chain", tenantId);

    /// <summary>The key that seals a tenant's cursors; 32 bytes.</summary>
    public byte[] CursorKey(int tenantId) => Derive("cursors", tenantId);

    /// <summary>Tells this key from others and doesn't lead back to it; 32 bytes.</summary>
    internal byte[] Fingerprint() => Derive("fingerprint");

    /// <summary>A new data key for a tenant, wrapped as its row in the catalog keeps it.</summary>
    public byte[] NewDataKey(int tenantId, IRandomSource random)
    {
        ArgumentNullException.ThrowIfNull(random);
        Span<byte> dataKey = stackalloc byte[Length];
        random.Fill(dataKey);
        return SealedBytes.Seal(Derive("wrapping", tenantId), WrappingVersion, dataKey, AdditionalData(tenantId), random);
    }

    /// <summary>Unwraps a tenant's data key.</summary>
    /// <exception cref="RefusedException">It was wrapped under another master key or for another tenant.</exception>
    internal byte[] DataKey(int tenantId, ReadOnlySpan<byte> wrapped) =>
        SealedBytes.Open(Derive("wrapping", tenantId), WrappingVersion, wrapped, AdditionalData(tenantId))
            ?? throw new RefusedException(Refusal.Of(SecretsMessages.MasterKeyWrong, ("tenant", tenantId)));

    /// <summary>A key for a purpose of the whole installation; 32 bytes.</summary>
    internal byte[] Derive(string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key, Length, info: Encoding.UTF8.GetBytes("ClientLedger " + purpose));

    private byte[] Derive(string purpose, int tenantId) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key, Length, salt: AdditionalData(tenantId), info: Encoding.UTF8.GetBytes("ClientLedger " + purpose));

    private static byte[] AdditionalData(int tenantId)
    {
        var bytes = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, tenantId);
        return bytes;
    }

    private static void Create(string file, IRandomSource random)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        // Who holds the lock makes the key, and the others wait until it is there. To move a draft of one's own into a place where nothing is wouldn't do: the
        // file system is asked first and told afterwards, and another may be in between.
        FileStream? turn = null;
        if (!SpinWait.SpinUntil(() => File.Exists(file) || (turn = Open(file + ".lock")) is not null, Patience))
        {
            throw new IOException($"{file}.lock is in use.");
        }

        using (turn)
        {
            if (!File.Exists(file))
            {
                Write(file, random);
            }
        }
    }

    private static void Write(string file, IRandomSource random)
    {
        Span<byte> bytes = stackalloc byte[Length];
        random.Fill(bytes);
        var draft = file + ".new";
        using (var writer = new FileStream(draft, Options(FileMode.Create)))
        {
            writer.Write(Encoding.ASCII.GetBytes(Convert.ToBase64String(bytes)));
            writer.Flush(flushToDisk: true);
        }

        File.Move(draft, file);
    }

    /// <summary>Opens a file for this process alone, which is gone when it is closed; null while another has it.</summary>
    private static FileStream? Open(string name)
    {
        var options = Options(FileMode.OpenOrCreate);
        options.Options = FileOptions.DeleteOnClose;
        try
        {
            return new FileStream(name, options);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>To write a file that only its owner reads.</summary>
    private static FileStreamOptions Options(FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
