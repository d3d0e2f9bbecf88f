using System.Runtime.InteropServices;

namespace ClientLedger.History.Feeds;

/// <summary>A place in a tenant's log, behind an entry. A log that was replaced by an older copy and went on differently doesn't have the place any more.</summary>
/// <param name="Number">Of the set; 0 for the beginning of a log that has none.</param>
/// <param name="Ordinal">Of the entry in it.</param>
/// <param name="SetId">What the set is called.</param>
/// <param name="Began">Number of the newest set when the caller began to follow, or was asked to look for itself what it still sees: what it saw before isn't told to be gone.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FeedPlace(long Number, int Ordinal, long SetId, long Began);
