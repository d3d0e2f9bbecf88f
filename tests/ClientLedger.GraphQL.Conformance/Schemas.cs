using System.Collections.Concurrent;
using ClientLedger.GraphQL.Types;

namespace ClientLedger.GraphQL.Conformance;

/// <summary>Schemas by their SDL: many requests in a row ask the same.</summary>
internal static class Schemas
{
    private const int MostKept = 100;

    private static readonly ConcurrentDictionary<string, Schema> Kept = new(StringComparer.Ordinal);

    /// <summary>The schema; a <see cref="Errors.GraphQLException"/> when it isn't one.</summary>
    public static Schema Of(string sdl)
    {
        if (Kept.Count >= MostKept)
        {
            Kept.Clear();
        }

        return Kept.GetOrAdd(sdl, static sdl => new SchemaBuilder().Sdl(sdl).Build());
    }
}
