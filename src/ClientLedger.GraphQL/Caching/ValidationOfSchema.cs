using System.Runtime.CompilerServices;
using ClientLedger.GraphQL.Types;

namespace ClientLedger.GraphQL.Caching;

/// <summary>
/// Keeps a validated document as long as its schema lives, and doesn't keep the schema: a document knows its schema, which may be a tenant's own and large, and whose bytes no cache weighs.
/// </summary>
internal sealed class ValidationOfSchema(Schema schema, ValidatedDocument document)
{
    private const int BytesOfEach = 800;

    private readonly ConditionalWeakTable<Schema, ValidatedDocument> kept = new() { { schema, document } };
    private readonly WeakReference<ValidatedDocument> weak = new(document);

    /// <summary>The document; null when its schema is gone.</summary>
    public ValidatedDocument? Document => weak.TryGetTarget(out var known) ? known : null;

    /// <summary>About how many bytes it holds by now.</summary>
    public long Size => BytesOfEach + (Document?.Size ?? 0);
}
