using ClientLedger.Fields;
using ClientLedger.Reading;
using ClientLedger.Tenancy;
using ClientLedger.Writing;

namespace ClientLedger.History.Feeds;

/// <summary>
/// Follows a tenant's log for a caller: which records have changed, of those that it sees now or saw before. What others did to records that it doesn't see
/// leaves no trace in an answer: neither in its changes nor in their number, order or times, nor in whether there are more.
/// </summary>
internal sealed class LogFeed(ReadGate readGate, TimeProvider clock)
{
    /// <summary>Most changes of a page.</summary>
    public const int MostChanges = 500;

    /// <summary>Entries of others' that an answer looks through; beyond them it says that there may be more.</summary>
    public const int MostEntries = 20_000;

    private const int LargestStep = 2_000;

    /// <summary>The page of changes behind a place.</summary>
    /// <param name="see">Asked first for no more records than a page has, then, with others' entries in between, for more.</param>
    /// <returns>Null where the log doesn't have the place: it is another one, an older copy perhaps.</returns>
    public async Task<FeedPage?> ReadAsync(LedgerScope scope, FeedQuestion question, FeedPlace place, FeedSight see, CancellationToken cancellationToken)
    {
        var asked = question.Entities.ToDictionary(entity => entity.Id);
        int[] valued = [.. asked.Values.Where(entity => question.Where is not null || !scope.Rights.On(entity.Name).SeesEveryRecord).Select(entity => entity.Id)];
        var departed = new DepartedRecords(readGate, scope, question.Where, place.Began, clock.GetUtcNow().UtcDateTime);
        var told = new Told(question.Most, place, asked);
        for (var (looked, step) = (0, question.Most + 1); looked < MostEntries; step = Math.Min(4 * step, LargestStep))
        {
            var rows = await LogReader.AfterAsync(scope, told.Next, step, valued, cancellationToken);
            if (rows is null)
            {
                return null;
            }

            var relevant = rows.Where(row => asked.ContainsKey(row.EntityId) && row.Verb != (int)Verb.Confirm).ToList();
            var telling = await TellingAsync(scope, question, asked, relevant, place.Began, departed, see, cancellationToken);
            if (!told.Take(rows, telling))
            {
                return told.ToPage(hasMore: true);
            }

            if (rows.Count < step)
            {
                return told.ToPage(hasMore: false);
            }

            looked += rows.Count;
        }

        return told.ToPage(hasMore: true);
    }

    /// <summary>Those of some entries that the caller is told of, each with whether it sees the record now.</summary>
    private async Task<Dictionary<LogRow, bool>> TellingAsync(
        LedgerScope scope,
        FeedQuestion question,
        Dictionary<int, EntityDescriptor> asked,
        IReadOnlyList<LogRow> rows,
        long began,
        DepartedRecords departed,
        FeedSight see,
        CancellationToken cancellationToken)
    {
        var telling = new Dictionary<LogRow, bool>();
        var unseen = new List<LogRow>();

        // Records that others are seen through come before these. Otherwise one that comes into sight between the two statements would be told as one that never
        // left, while what lies below it is told to be gone.
        foreach (var ofEntity in rows.GroupBy(row => row.EntityId).OrderBy(each => SightOrder.DepthOf(scope, asked[each.Key])))
        {
            var entity = asked[ofEntity.Key];
            var isSeen = await see(entity, [.. ofEntity.Select(row => row.RecordId).Distinct()], cancellationToken);
            foreach (var row in ofEntity.Where(row => isSeen(row.RecordId)))
            {
                telling.Add(row, true);
            }

            var others = ofEntity.Where(row => !isSeen(row.RecordId)).ToList();
            if (question.Where is not null && others.Count > 0)
            {
                var isVisible = await VisibleAsync(scope, entity, [.. others.Select(row => row.RecordId).Distinct()], cancellationToken);
                foreach (var row in await departed.StrayedAsync([.. others.Where(row => isVisible(row.RecordId))], cancellationToken))
                {
                    telling.Add(row, false);
                }

                others.RemoveAll(row => isVisible(row.RecordId));
            }

            unseen.AddRange(others);
        }

        foreach (var row in await departed.FindAsync([.. unseen.Where(row => row.Number > began)], cancellationToken))
        {
            telling.Add(row, false);
        }

        return telling;
    }

    /// <summary>Whether the caller sees records, whatever it asks for besides.</summary>
    public async Task<Func<long, bool>> VisibleAsync(LedgerScope scope, EntityDescriptor entity, IReadOnlyList<long> ids, CancellationToken cancellationToken) =>
        (await readGate.ReadRecordsAsync(scope, entity, ids, [new FieldSelection(SystemFields.Id)], cancellationToken)).Has;

    /// <summary>What a page tells so far: each record once, at its newest entry.</summary>
    private sealed class Told(int most, FeedPlace start, Dictionary<int, EntityDescriptor> asked)
    {
        private readonly Dictionary<(int Entity, long Id), (LogRow Row, bool IsSeen)> newest = [];
        private LogRow? last;

        /// <summary>Behind the last entry that was looked at.</summary>
        public FeedPlace Next => last?.Place(start.Began) ?? start;

        /// <summary>Takes entries in their order; false at the first one that has no room on the page.</summary>
        public bool Take(IReadOnlyList<LogRow> rows, Dictionary<LogRow, bool> telling)
        {
            foreach (var row in rows)
            {
                if (telling.TryGetValue(row, out var isSeen))
                {
                    var key = (row.EntityId, row.RecordId);
                    if (!newest.ContainsKey(key) && newest.Count == most)
                    {
                        return false;
                    }

                    newest[key] = (row, isSeen);
                }

                last = row;
            }

            return true;
        }

        public FeedPage ToPage(bool hasMore) => new(
            [
                .. newest.Values.Where(each => !each.IsSeen).OrderBy(each => each.Row.EntityId).ThenBy(each => each.Row.RecordId)
                    .Select(each => new FeedChange(asked[each.Row.EntityId], each.Row.RecordId, null, null)),
                .. newest.Values.Where(each => each.IsSeen).OrderBy(each => each.Row.Number).ThenBy(each => each.Row.Ordinal)
                    .Select(each => new FeedChange(asked[each.Row.EntityId], each.Row.RecordId, VerbOf(each.Row), each.Row.At)),
            ],
            Next,
            hasMore);

        /// <summary>An erasure is a change to whoever still sees the record.</summary>
        private static Verb VerbOf(LogRow row) => Enum.IsDefined((Verb)row.Verb) ? (Verb)row.Verb : Verb.Update;
    }
}
