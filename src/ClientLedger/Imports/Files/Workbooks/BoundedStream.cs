using ClientLedger.Messages;

namespace ClientLedger.Imports.Files.Workbooks;

/// <summary>A part of a packed file as it is unpacked, up to a limit that a packed bomb would pass.</summary>
internal sealed class BoundedStream(Stream inner, long most, string fileName) : Stream
{
    /// <summary>Bytes unpacked so far.</summary>
    public long Done { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => Done;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        Done += read;
        return Done <= most ? read : throw new RefusedException(TooLarge(most, fileName));
    }

    public static Refusal TooLarge(long most, string fileName) =>
        Refusal.Of(FileMessages.UnpacksTooLarge, ("name", fileName), ("most", most / (1024 * 1024)));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
