using ClientLedger.Fields;
using ClientLedger.Fields.Values;
using ClientLedger.Messages;
using ClientLedger.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Settings;

/// <summary>How new records of an entity are numbered: <c>C-000123</c>.</summary>
/// <param name="Entity">API name of an entity that has numbers.</param>
/// <param name="Prefix">What stands before the digits; may be empty.</param>
/// <param name="Width">The fewest digits; shorter numbers get zeros in front.</param>
/// <param name="Next">The number that is given next. Those that records have already are passed over.</param>
public sealed record Numbering(string Entity, string Prefix, int Width, long Next);

/// <summary>Changes how new records are numbered. Numbers that records have stay as they are.</summary>
public static class SaveNumbering
{
    /// <summary>Longest run of digits, as a width and as a number.</summary>
    public const int MostDigits = 12;

    private const int MostPrefix = 20;
    private const long MostNext = 999_999_999_999;

    /// <summary>Saves all of them, or none when one is wrong. Entities that aren't named stay as they are; one without numbering gets it.</summary>
    /// <returns>What is wrong, each with the entity's name as its field; empty when they were saved.</returns>
    public static async Task<IReadOnlyList<Refusal>> RunAsync(LedgerScope scope, IReadOnlyList<Numbering> numberings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(numberings);
        List<Refusal> refusals = [.. numberings.SelectMany(numbering => Check(scope.Schema, numbering))];
        if (refusals.Count > 0)
        {
            return refusals;
        }

        var names = numberings.Select(numbering => numbering.Entity).ToList();
        return await ScopeChange.SaveAsync(
            scope,
            async (context, _) =>
            {
                var sequences = await context.Set<NumberSequence>().Where(sequence => names.Contains(sequence.Name)).ToDictionaryAsync(sequence => sequence.Name, cancellationToken);
                foreach (var numbering in numberings)
                {
                    if (!sequences.TryGetValue(numbering.Entity, out var sequence))
                    {
                        sequences.Add(numbering.Entity, sequence = context.Add(new NumberSequence { Name = numbering.Entity, Prefix = "" }).Entity);
                    }

                    (sequence.Prefix, sequence.Width, sequence.Next) = (TextCleaning.Line(numbering.Prefix), numbering.Width, numbering.Next);
                }

                await context.SaveChangesAsync(cancellationToken);
                return [];
            },
            cancellationToken,
            first: context => context.Set<NumberSequence>().Where(sequence => names.Contains(sequence.Name))
                .ExecuteUpdateAsync(set => set.SetProperty(sequence => sequence.Next, sequence => sequence.Next), cancellationToken));
    }

    private static IEnumerable<Refusal> Check(LedgerSchema schema, Numbering numbering)
    {
        if (schema.Find(numbering.Entity)?.Find(NumberSequence.Field) is not { Type: FieldType.Text, Unique: true })
        {
            yield return Refusal.Of(SettingsMessages.NumberingEntity, ("entity", numbering.Entity)) with { Field = numbering.Entity };
        }
        else if (TextCleaning.Line(numbering.Prefix).Length > MostPrefix)
        {
            yield return Refusal.Of(SettingsMessages.NumberingPrefix, ("value", numbering.Prefix), ("max", MostPrefix)) with { Field = numbering.Entity };
        }

        if (numbering.Width is < 1 or > MostDigits)
        {
            yield return Refusal.Of(SettingsMessages.NumberingWidth, ("value", numbering.Width), ("max", MostDigits)) with { Field = numbering.Entity };
        }

        if (numbering.Next is < 1 or > MostNext)
        {
            yield return Refusal.Of(SettingsMessages.NumberingNext, ("value", numbering.Next), ("max", MostNext)) with { Field = numbering.Entity };
        }
    }
}
