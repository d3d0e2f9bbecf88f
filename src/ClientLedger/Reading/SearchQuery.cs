using System.Text.Json;
using ClientLedger.Fields;
using ClientLedger.Shared;

namespace ClientLedger.Reading;

/// <summary>Quick find: any part of a name, pinyin, initials, a phone's last digits, a code or an e-mail address.</summary>
/// <param name="Text">What was typed; words apart by spaces must all be found in the same record.</param>
/// <param name="Entities">Entities to look in; empty means all.</param>
public sealed record SearchQuery(string Text, IReadOnlyList<string> Entities)
{
    /// <summary>Most hits that an answer holds.</summary>
    public const int MostHits = 20;
}

/// <summary>How well a record fits: the best of its fields counts, and the worst of the words typed.</summary>
public enum Match
{
    /// <summary>The whole value.</summary>
    Exact,

    /// <summary>The start of the value.</summary>
    Start,

    /// <summary>Some part of it.</summary>
    Inside,
}

/// <summary>A record that was found.</summary>
/// <param name="Title">Its title as the caller may see it, or null.</param>
public sealed record SearchHit(string Entity, long Id, Match Match, string? Title);

/// <summary>Hits, best first, and whether there were more than could be shown.</summary>
public sealed record SearchAnswer(IReadOnlyList<SearchHit> Hits, bool More)
{
    /// <summary>Index rows that were read, and records that were looked through instead: for the figures.</summary>
    internal int RowsRead { get; init; }

    /// <summary>What reads the hits of an entity.</summary>
    internal FieldFilter FilterOf(EntityDescriptor entity) => new(SystemFields.Id, Operator.In, IdsOf(entity));

    /// <summary>Rows of hits of an entity, which were selected with their ids, in the order of the hits.</summary>
    internal IReadOnlyList<JsonElement> BestFirst(EntityDescriptor entity, IReadOnlyList<JsonElement> rows)
    {
        var ids = IdsOf(entity);
        return [.. rows.OrderBy(row => ids.IndexOf(row.GetProperty(SystemFields.Id).GetString()!))];
    }

    private List<string> IdsOf(EntityDescriptor entity) => [.. Hits.Where(hit => hit.Entity == entity.Name).Select(hit => RecordIds.Format(entity.IdPrefix, hit.Id))];
}
