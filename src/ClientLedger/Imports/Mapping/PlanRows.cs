using System.IO.Enumeration;
using ClientLedger.Fields;
using ClientLedger.Fields.Values;
using ClientLedger.Imports.Files;
using ClientLedger.Messages;
using ClientLedger.Settings;
using ClientLedger.Writing;

namespace ClientLedger.Imports.Mapping;

/// <summary>
/// Turns lines into changes by a plan, and nothing else: the same lines give the same changes whatever came before. Lines of one batch that are
/// about the same customer, product or order make one change of it, in which the last line in the order of the file wins field by field; the
/// record by which a line counts has a change for each line. One thread at a time.
/// </summary>
public sealed class PlanRows
{
    private readonly ImportPlan plan;
    private readonly PlannedEntity[] entities;
    private readonly PlannedRule[] rules;
    private readonly int counting;

    /// <summary>Makes a plan ready for a file.</summary>
    /// <param name="headings">Of the file.</param>
    /// <param name="settings">Of the tenant: its zone and country, in which the file's times and phones are read.</param>
    /// <exception cref="RefusedException">The plan doesn't fit; the first of what <see cref="PlanCheck"/> finds.</exception>
    public PlanRows(ImportPlan plan, IReadOnlyList<string> headings, LedgerSchema schema, TenantSettings settings)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (PlanCheck.Check(plan, headings, schema) is [var first, ..])
        {
            throw new RefusedException(first);
        }

        this.plan = plan;
        var linked = plan.Entities.SelectMany(entity => entity.Fields).SelectMany(field => new[] { field.From, field.IfNew })
            .OfType<RecordOfLine>().Select(link => link.Entity).ToHashSet();
        entities = [.. plan.Entities.Select(entity => new PlannedEntity(
            entity, schema[entity.Entity], plan, headings, schema, settings, isLinked: linked.Contains(entity.Entity), counts: entity.Entity == plan.Counts))];
        counting = Array.FindIndex(entities, entity => entity.Entity.Name == plan.Counts);
        rules = [.. plan.Rules.Select(rule => new PlannedRule(rule, headings, entities))];
    }

    /// <summary>The changes that a run of lines makes, and what each line has part in. Lines come in the order of the file.</summary>
    public PlannedBatch ToChanges(IReadOnlyList<MarkedRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        foreach (var entity in entities)
        {
            entity.Begin();
        }

        var lines = new (long Number, LineFate Fate, RecordSlot?[]? Slots, IReadOnlyList<Refusal> Refusals)[rows.Count];
        for (var i = 0; i < rows.Count; i++)
        {
            var (fate, slots, refusals) = Plan(rows[i]);
            lines[i] = (rows[i].Row.Number, fate, slots, refusals);
        }

        var changes = new List<RecordChange>();
        foreach (var entity in entities)
        {
            entity.AddTo(changes);
        }

        return new(changes, Array.ConvertAll(lines, line => new PlannedLine(
            line.Number, line.Fate, line.Slots?[counting]?.Index ?? -1, IndexesOf(line.Slots), line.Refusals)));
    }

    private static int[] IndexesOf(RecordSlot?[]? slots)
    {
        if (slots is null)
        {
            return [];
        }

        var (indexes, count) = (new int[slots.Length], 0);
        foreach (var slot in slots)
        {
            if (slot is not null)
            {
                indexes[count++] = slot.Index;
            }
        }

        return count == indexes.Length ? indexes : indexes[..count];
    }

    private (LineFate Fate, RecordSlot?[]? Slots, IReadOnlyList<Refusal> Refusals) Plan(MarkedRow row)
    {
        if (row.Row.Problem is { } problem)
        {
            return (LineFate.Refused, null, [problem]);
        }

        var fitting = Array.FindAll(rules, rule => rule.Fits(row.Row));
        if ((plan.SkipIdentical && row.IsRepeat) || Array.Exists(fitting, rule => rule.Skips))
        {
            return (LineFate.Skipped, null, []);
        }

        List<Refusal>? refusals = null;
        foreach (var entity in entities)
        {
            entity.Read(row, fitting, ref refusals);
        }

        if (refusals is not null)
        {
            return (LineFate.Refused, null, refusals);
        }

        // Only now that the whole line is good do its values reach the records.
        var slots = new RecordSlot?[entities.Length];
        for (var i = 0; i < entities.Length; i++)
        {
            slots[i] = entities[i].Keep(entities, slots);
        }

        return slots[counting] is null ? (LineFate.Skipped, null, []) : (LineFate.Sent, slots, []);
    }
}

/// <summary>A rule, made ready for a file.</summary>
internal sealed class PlannedRule(RowRule rule, IReadOnlyList<string> headings, PlannedEntity[] entities)
{
    private readonly int column = headings.ToList().IndexOf(rule.Column);

    public bool Skips { get; } = rule.Effects.OfType<SkipLine>().Any();

    /// <summary>What the rule does to fields: the entity, the field's place in it, and the constant, or null to negate.</summary>
    public IReadOnlyList<(PlannedEntity Entity, int Field, object? Constant)> Effects { get; } =
    [
        .. rule.Effects.Select(effect => effect switch
        {
            SetField set => Find(entities, set.Entity, set.Field, set.Value),
            NegateField negate => Find(entities, negate.Entity, negate.Field, null),
            _ => default,
        }).Where(effect => effect.Entity is not null),
    ];

    public bool Fits(FileRow row) =>
        CellKinds.TextOf(row[column]) is { } text && FileSystemName.MatchesSimpleExpression(rule.Pattern, TextCleaning.LineOf(text), ignoreCase: true);

    private static (PlannedEntity Entity, int Field, object? Constant) Find(PlannedEntity[] entities, string entity, string field, string? constant)
    {
        var planned = Array.Find(entities, each => each.Entity.Name == entity)!;
        var place = planned.PlaceOf(field);
        return (planned, place, constant is null ? null : planned.ConstantFor(place, constant));
    }
}
