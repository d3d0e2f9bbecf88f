using System.Text.Json;
using ClientLedger.Messages;
using ClientLedger.Reading;

namespace ClientLedger.Views;

/// <summary>What a list shows of an address.</summary>
/// <param name="Rows">Rows as the read gate answers them.</param>
/// <param name="Page">Null where there was nothing to ask, or it was refused.</param>
internal sealed record ListAnswer(IReadOnlyList<JsonElement> Rows, PageInfo? Page)
{
    /// <summary>A search found more than can be shown.</summary>
    public bool MoreHits { get; init; }

    /// <summary>How many records fit, and the sums of fields over all of them; null where they weren't asked for.</summary>
    public ListTotals? Totals { get; init; }

    /// <summary>Why the list can't be shown.</summary>
    public IReadOnlyList<Refusal> Refusals { get; init; } = [];
}

/// <summary>What a list comes to.</summary>
internal sealed record ListTotals(long Count);
