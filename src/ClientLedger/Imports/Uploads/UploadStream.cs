using System.Globalization;
using ClientLedger.Messages;
using ClientLedger.Tenancy;

namespace ClientLedger.Imports.Uploads;

/// <summary>
/// An uploaded file, decrypted chunk by chunk as it is read; no more than one chunk of it is in memory. Tables are read synchronously, as their parsers do:
/// a chunk is one short query.
/// </summary>
internal sealed class UploadStream(LedgerScope scope, ImportRun run) : Stream
{
    /// <summary>Bytes of every chunk but the last.</summary>
    public const int ChunkBytes = 1 << 20;

    private readonly byte[] chunk = new byte[Math.Min(ChunkBytes, run.Bytes)];
    private int current = -1;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => run.Bytes;

    public override long Position { get; set; }

    /// <summary>The place for which a chunk is encrypted.</summary>
    public static string PlaceOf(long importId, int number) => string.Create(CultureInfo.InvariantCulture, $"upload {importId} {number}");

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <exception cref="RefusedException">The file isn't kept any more, or can't be decrypted.</exception>
    public override int Read(Span<byte> buffer)
    {
        if (Position >= Length || buffer.IsEmpty)
        {
            return 0;
        }

        var number = (int)(Position / ChunkBytes);
        if (number != current)
        {
            Load(number);
        }

        var start = (int)(Position % ChunkBytes);
        var count = (int)Math.Min(buffer.Length, Math.Min(ChunkBytes - start, Length - Position));
        chunk.AsSpan(start, count).CopyTo(buffer);
        Position += count;
        return count;
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => Length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        Array.Clear(chunk);
        base.Dispose(disposing);
    }

    private void Load(int number)
    {
        current = -1;
        using var context = scope.Database.CreateContext(scope.TenantId);
        var stored = context.Set<UploadChunk>().Where(each => each.ImportId == run.Id && each.Number == number).Select(each => each.Content).SingleOrDefault();
        var expected = Math.Min(ChunkBytes, Length - ((long)number * ChunkBytes));
        if (stored is null || PackedPart.Unpack(scope.Secrets, PlaceOf(run.Id, number), stored, chunk) != expected)
        {
            throw new RefusedException(Refusal.Of(ImportMessages.FileGone, ("name", run.FileName)));
        }

        current = number;
    }
}
