using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ClientLedger.Fields;
using ClientLedger.GraphQL.Types;
using ClientLedger.Messages;
using ClientLedger.Storage;
using ClientLedger.Writing;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Api.Mutations;

/// <summary>Keeps what became of the changes of one field, under the key that the client's request carries, and finds it again for a day.</summary>
internal sealed class KeptAnswers(ResolveContext context, ApiCall call, EntityDescriptor entity, string requestKey)
{
    /// <summary>Longest key.</summary>
    public const int MaxKey = 200;

    private static readonly TimeSpan KeptFor = TimeSpan.FromHours(24);

    private readonly byte[] key = SHA256.HashData(Encoding.UTF8.GetBytes(requestKey));
    private readonly string responseKey = (string)context.Path[0];

    /// <summary>What became of the changes when they were sent before; null when they weren't.</summary>
    /// <exception cref="RefusedException">The key can't be used, or was used for something else.</exception>
    public async Task<ChangeResult?> FindAsync()
    {
        if (requestKey.Length > MaxKey || responseKey.Length > KeptAnswer.MaxField)
        {
            throw new RefusedException(Refusal.Of(ApiMessages.RequestKeyTooLong, ("most", MaxKey)));
        }

        await using var ledger = call.Scope.Database.CreateContext(call.Scope.TenantId);
        var since = call.Now - KeptFor;
        var kept = await Mine(ledger).AsNoTracking().SingleOrDefaultAsync(answer => answer.At > since, context.CancellationToken);
        if (kept is null)
        {
            return null;
        }

        if (!kept.RequestHash.AsSpan().SequenceEqual(RequestHash()) || call.Scope.Secrets.DecryptPart(Place, kept.Content) is not { } content)
        {
            throw new RefusedException(Refusal.Of(ApiMessages.RequestKeyReused, ("key", requestKey)));
        }

        var rows = Read(content);
        return new ChangeResult(rows.Any(row => row.Outcome is Outcome.Created or Outcome.Updated or Outcome.Deleted or Outcome.Restored or Outcome.Confirmed), SetNumber: null, rows);
    }

    /// <summary>Keeps what becomes of the changes, in their transaction.</summary>
    /// <exception cref="RefusedException">The same request is being answered at this moment.</exception>
    public async Task KeepAsync(LedgerTransaction transaction, IReadOnlyList<RowResult> rows, CancellationToken cancellationToken)
    {
        await using var ledger = call.Scope.Database.CreateContext(transaction);
        var (client, until) = (call.Scope.Actor.Id, call.Now - KeptFor);
        await ledger.Set<KeptAnswer>().Where(answer => answer.ClientId == client && answer.At <= until).ExecuteDeleteAsync(cancellationToken);
        if (await Mine(ledger).AnyAsync(cancellationToken))
        {
            throw new RefusedException(Refusal.Of(ApiMessages.RequestUnderWay, ("key", requestKey)));
        }

        ledger.Add(new KeptAnswer
        {
            ClientId = client, KeyHash = key, Field = responseKey, RequestHash = RequestHash(), Content = call.Scope.Secrets.EncryptPart(Place, Write(rows)), At = call.Now,
        });
        await ledger.SaveChangesAsync(cancellationToken);
    }

    /// <summary>What an encrypted answer belongs to.</summary>
    private string Place => string.Create(CultureInfo.InvariantCulture, $"answer {call.Scope.Actor.Id} {Convert.ToHexString(key)} {responseKey}");

    private IQueryable<KeptAnswer> Mine(LedgerContext ledger)
    {
        var client = call.Scope.Actor.Id;
        return ledger.Set<KeptAnswer>().Where(answer => answer.ClientId == client && answer.KeyHash == key && answer.Field == responseKey);
    }

    private byte[] RequestHash() => SHA256.HashData([.. Encoding.UTF8.GetBytes(context.Field.Name), 0, .. JsonSerializer.SerializeToUtf8Bytes(context.Arguments)]);

    private byte[] Write(IReadOnlyList<RowResult> rows)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartArray();
            foreach (var row in rows)
            {
                writer.WriteStartObject();
                writer.WriteNumber("outcome", (int)row.Outcome);
                WriteNumber(writer, "id", row.Id);
                WriteNumber(writer, "version", row.Version);
                writer.WritePropertyName("refusals");
                KeptRefusals.Write(writer, row.Refusals);
                writer.WriteStartObject(MutationTypes.Conflicts);
                foreach (var conflict in row.Conflicts)
                {
                    writer.WritePropertyName(conflict.Field);
                    StoredJson.Write(writer, call.Scope.Secrets, entity.Find(conflict.Field)!, conflict.Mine);
                }

                writer.WriteEndObject();
                writer.WriteStartArray("duplicates");
                foreach (var hit in row.Duplicates)
                {
                    writer.WriteStartObject();
                    writer.WriteString("field", hit.Field);
                    writer.WriteNumber("id", hit.Id);
                    writer.WriteString("title", hit.Title);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        return buffer.ToArray();
    }

    private static void WriteNumber(Utf8JsonWriter writer, string name, long? number)
    {
        if (number is { } known)
        {
            writer.WriteNumber(name, known);
        }
    }

    private IReadOnlyList<RowResult> Read(byte[] content)
    {
        using var document = JsonDocument.Parse(content);
        return [.. document.RootElement.EnumerateArray().Select(row => new RowResult((Outcome)row.GetProperty("outcome").GetInt32(), Number(row, "id"), Number(row, "version"))
        {
            Refusals = KeptRefusals.Read(row.GetProperty("refusals")),
            Conflicts = [.. row.GetProperty(MutationTypes.Conflicts).EnumerateObject().Select(conflict => (Field: entity.Find(conflict.Name), conflict.Value)).Where(conflict => conflict.Field is not null)
                .Select(conflict => new FieldConflict(conflict.Field!.Name, StoredJson.Read(conflict.Value, call.Scope.Secrets, conflict.Field), Theirs: null))],
            Duplicates = [.. row.GetProperty("duplicates").EnumerateArray().Select(hit => new DuplicateHit(hit.GetProperty("field").GetString()!, hit.GetProperty("id").GetInt64(), hit.GetProperty("title").GetString()))],
        })];
    }

    private static long? Number(JsonElement row, string name) => row.TryGetProperty(name, out var number) ? number.GetInt64() : null;
}
