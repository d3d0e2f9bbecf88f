using ClientLedger.Fields.Values;
using ClientLedger.Imports.Files;
using ClientLedger.Messages;
using ClientLedger.Shared;
using ClientLedger.Storage;
using ClientLedger.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Imports.Uploads;

/// <summary>Takes in files, keeps them encrypted while they are needed, and lets go of them.</summary>
public sealed class UploadedFiles(IdSource ids, TimeProvider clock, FileLimits limits)
{
    /// <summary>Uploads that nobody started, and files of imports that failed or were stopped, go after this time.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    /// <summary>Keeps a file for import and tells the id of its import.</summary>
    /// <param name="name">What the person calls it; a path before it is left out.</param>
    /// <returns>0 and what is wrong when it was refused.</returns>
    public async Task<(long Id, IReadOnlyList<Refusal> Refusals)> ReceiveAsync(LedgerScope scope, string name, Stream content, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(content);
        await DropOldAsync(scope, cancellationToken);
        var run = new ImportRun { Id = ids.Next(), PersonId = scope.Actor.Id, FileName = NameOf(name), UploadedAt = clock.Now() };
        await using (var context = scope.Database.CreateContext(scope.TenantId))
        {
            context.Add(run);
            await context.SaveChangesAsync(cancellationToken);
        }

        long bytes;
        try
        {
            bytes = await KeepAsync(scope, run.Id, content, cancellationToken);
        }
        catch
        {
            // The sender broke off, most likely: of a part nothing can be imported.
            await DropAsync(scope, run.Id, CancellationToken.None);
            throw;
        }

        if (bytes <= 0 || bytes > limits.Bytes)
        {
            await DropAsync(scope, run.Id, cancellationToken);
            const long megabyte = 1024 * 1024;
            return (0, [bytes <= 0
                ? Refusal.Of(FileMessages.Empty, ("name", run.FileName))
                : Refusal.Of(FileMessages.TooLarge, ("name", run.FileName), ("size", bytes / megabyte), ("most", limits.Bytes / megabyte))]);
        }

        await using (var context = scope.Database.CreateContext(scope.TenantId))
        {
            context.Attach(run).Entity.Bytes = bytes;
            await context.SaveChangesAsync(cancellationToken);
        }

        return (run.Id, []);
    }

    /// <summary>Opens a file to look at it or to read its rows. The stream must be disposed of after it.</summary>
    /// <exception cref="RefusedException">It isn't kept any more, or can't be read as the choices say.</exception>
    internal (ImportFile File, Stream Stream) Open(LedgerScope scope, ImportRun run, FileChoices? choices)
    {
        if (run.Bytes == 0 || run.FileIsGone)
        {
            throw new RefusedException(Refusal.Of(run.FileIsGone ? ImportMessages.FileGone : ImportMessages.UploadBroken, ("name", run.FileName)));
        }

        var stream = new UploadStream(scope, run);
        try
        {
            return (ImportFile.Open(stream, run.FileName, choices, limits), stream);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>Takes away the file of an import, and the import too when it was never started. Chunk by chunk, so that nobody waits long.</summary>
    internal static async Task DropAsync(LedgerScope scope, long importId, CancellationToken cancellationToken)
    {
        await using var context = scope.Database.CreateContext(scope.TenantId);
        var numbers = await context.Set<UploadChunk>().Where(chunk => chunk.ImportId == importId).Select(chunk => chunk.Number).ToListAsync(cancellationToken);
        foreach (var number in numbers)
        {
            context.Remove(new UploadChunk { TenantId = scope.TenantId, ImportId = importId, Number = number, Content = [] });
            await context.SaveChangesAsync(cancellationToken);
            context.ChangeTracker.Clear();
        }

        if (await context.Set<ImportRun>().SingleOrDefaultAsync(run => run.Id == importId, cancellationToken) is not { } run)
        {
            return;
        }

        if (run.StartedAt is null)
        {
            context.Remove(run);
        }

        run.FileIsGone = true;
        await context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Keeps what comes, chunk by chunk, and tells how many bytes came; what is beyond the limit isn't read.</summary>
    private async Task<long> KeepAsync(LedgerScope scope, long importId, Stream content, CancellationToken cancellationToken)
    {
        var buffer = new byte[UploadStream.ChunkBytes];
        await using var context = scope.Database.CreateContext(scope.TenantId);
        for (var (number, bytes) = (0, 0L); ; number++)
        {
            var count = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
            bytes += count;
            if (count == 0 || bytes > limits.Bytes)
            {
                return bytes;
            }

            var packed = PackedPart.Pack(scope.Secrets, UploadStream.PlaceOf(importId, number), buffer.AsSpan(0, count));
            context.Add(new UploadChunk { ImportId = importId, Number = number, Content = packed });
            await context.SaveChangesAsync(cancellationToken);
            context.ChangeTracker.Clear();
        }
    }

    private async Task DropOldAsync(LedgerScope scope, CancellationToken cancellationToken)
    {
        var since = clock.Now() - Kept;
        await using var context = scope.Database.CreateContext(scope.TenantId);
        var old = await context.Set<ImportRun>().Where(run => !run.FileIsGone && run.UploadedAt < since && (run.StartedAt == null || run.StartedAt < since))
            .Select(run => run.Id).ToListAsync(cancellationToken);
        foreach (var id in old)
        {
            await DropAsync(scope, id, cancellationToken);
        }
    }

    private static string NameOf(string name)
    {
        var line = TextCleaning.Line(name[(name.LastIndexOfAny(['/', '\\']) + 1)..]);
        return line.Length == 0 ? "?" : line.Length > ImportRun.MaxName ? line[^ImportRun.MaxName..] : line;
    }
}
