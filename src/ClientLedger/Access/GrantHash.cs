using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ClientLedger.Fields;

namespace ClientLedger.Access;

/// <summary>
/// A hash of what a caller's grants come to: rights, rules, and the persons and teams that the rules resolve to. Whoever follows the log holds it against the
/// one before: when it differs, records may have come into sight or left it without any change of theirs.
/// </summary>
internal static class GrantHash
{
    /// <summary>Bytes of a hash.</summary>
    public const int Length = SHA256.HashSizeInBytes;

    /// <summary>By the rights themselves, which a scope shares with all others of the same person and stamp.</summary>
    private static readonly ConditionalWeakTable<Rights, byte[]> Known = [];

    /// <summary>The hash of a caller's rights.</summary>
    /// <param name="schema">The entities that they are on.</param>
    public static byte[] Of(Rights rights, LedgerSchema schema) => Known.TryGetValue(rights, out var known) ? known : Known.GetValue(rights, _ => Find(rights, schema));

    private static byte[] Find(Rights rights, LedgerSchema schema)
    {
        var text = new StringBuilder().Append(rights.IsOwner).Append(' ').Append(rights.Person).Append('\n');
        var rules = new List<RecordRule>();
        foreach (var entity in schema.Entities)
        {
            text.Append(entity.Name).Append('\n');
            foreach (var grant in rights.On(entity.Name).Grants)
            {
                rules.Add(grant.Rule);
                text.Append(JsonSerializer.Serialize(grant.Rule)).Append(grant.Create).Append(grant.Delete).Append(grant.Reassign);
                for (var ordinal = 0; ordinal < entity.Fields.Count; ordinal++)
                {
                    text.Append(' ').Append(entity.Fields[ordinal].Name).Append((int)grant.Read[ordinal]).Append((int)grant.Write[ordinal]);
                }

                text.Append('\n');
            }
        }

        // Who else is in a team is told by its effect alone: a rule that doesn't speak of teams isn't changed by them.
        Add(text, rights.TeamPersons, rules.Exists(rule => rule.Mentions(each => each is TeamRecords { AndBelow: false })));
        Add(text, rights.TeamAndBelowPersons, rules.Exists(rule => rule.Mentions(each => each is TeamRecords { AndBelow: true })));
        Add(text, rights.Teams, rules.Exists(rule => rule.Mentions(each => each is SharedRecords)));
        return SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static void Add(StringBuilder text, IReadOnlyList<long> ids, bool isMeant) => text.AppendJoin(' ', isMeant ? ids : []).Append('\n');
}
