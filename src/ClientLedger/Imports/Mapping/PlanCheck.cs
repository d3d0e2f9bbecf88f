using ClientLedger.Fields;
using ClientLedger.Messages;

namespace ClientLedger.Imports.Mapping;

/// <summary>Whether a plan fits a file and a tenant's fields: one made for another file, by hand, or before a field was renamed may not.</summary>
public static class PlanCheck
{
    /// <summary>Fields of one entity that a plan may fill, those of its rules and of what stands in for a missing key among them.</summary>
    private const int MostFields = PlannedEntity.MostPlaces;

    /// <summary>Characters of the pattern of a rule.</summary>
    private const int MostPattern = 100;

    /// <summary>Everything that is wrong with a plan; empty when lines can be planned by it.</summary>
    public static IReadOnlyList<Refusal> Check(ImportPlan plan, IReadOnlyList<string> headings, LedgerSchema schema)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(headings);
        ArgumentNullException.ThrowIfNull(schema);
        var refusals = new List<Refusal>();
        if (plan.Find(plan.Counts) is null)
        {
            refusals.Add(Refusal.Of(PlanMessages.CountsNothing));
        }

        var before = new HashSet<string>();
        foreach (var entityPlan in plan.Entities)
        {
            if (schema.Find(entityPlan.Entity) is { } entity)
            {
                CheckEntity(plan, entityPlan, entity, headings, before, refusals);
            }
            else
            {
                refusals.Add(Refusal.Of(PlanMessages.EntityUnknown, ("entity", entityPlan.Entity)));
            }

            if (!before.Add(entityPlan.Entity))
            {
                refusals.Add(Refusal.Of(PlanMessages.EntityTwice, ("entity", schema.Find(entityPlan.Entity)?.Label)));
            }
        }

        CheckRules(plan, headings, schema, refusals);
        var groups = RowMarks.Sources(plan).OfType<RunningNumber>().Select(source => source.Group).Distinct().ToList();
        if (groups.Count > 1)
        {
            refusals.Add(Refusal.Of(PlanMessages.NumberedTwice, ("first", groups[0]), ("second", groups[1])));
        }

        return refusals;
    }

    private static void CheckEntity(
        ImportPlan plan, EntityPlan entityPlan, EntityDescriptor entity, IReadOnlyList<string> headings, HashSet<string> before, List<Refusal> refusals)
    {
        var filled = entityPlan.Fields.Select(field => field.Field)
            .Concat(entityPlan.Fields.Select(field => field.Convert.UnreadableTo).OfType<string>())
            .Concat(entityPlan.WhenKeyMissing is FileUnder filed ? filed.Values.Keys : [])
            .Concat(plan.Rules.SelectMany(rule => rule.Effects).OfType<SetField>().Where(set => set.Entity == entity.Name).Select(set => set.Field))
            .Concat(plan.Rules.SelectMany(rule => rule.Effects).OfType<NegateField>().Where(negate => negate.Entity == entity.Name).Select(negate => negate.Field))
            .Distinct().Count();
        if (filled > MostFields)
        {
            refusals.Add(Refusal.Of(PlanMessages.TooManyFields, ("count", filled), ("entity", entity.Label), ("most", MostFields)));
        }

        foreach (var twice in entityPlan.Fields.GroupBy(field => field.Field).Where(group => group.Count() > 1))
        {
            refusals.Add(Refusal.Of(PlanMessages.FieldTwice, ("field", entity.Find(twice.Key)?.Label)));
        }

        foreach (var field in entityPlan.Fields)
        {
            if (entity.Find(field.Field) is not { Derived: false } descriptor)
            {
                refusals.Add(Refusal.Of(PlanMessages.FieldUnknown, ("entity", entity.Label), ("field", field.Field)));
                continue;
            }

            CheckSource(field.From, plan, descriptor, headings, before, refusals);
            CheckSource(field.IfNew, plan, descriptor, headings, before, refusals);
            CheckColumns(field.Convert.CountryColumn is { } country ? [country] : [], descriptor, headings, refusals);
            if (field.Convert.UnreadableTo is { } other && entity.Find(other) is not { Derived: false, Several: false, Type: FieldType.Text or FieldType.LongText })
            {
                refusals.Add(Refusal.Of(PlanMessages.FieldUnknown, ("entity", entity.Label), ("field", other)));
            }
        }

        CheckKey(entityPlan, entity, refusals);
    }

    private static void CheckKey(EntityPlan entityPlan, EntityDescriptor entity, List<Refusal> refusals)
    {
        if (entityPlan.Key is { } key && entity.Find(key) is not { Unique: true })
        {
            refusals.Add(Refusal.Of(PlanMessages.KeyNotUnique, ("entity", entity.Label), ("field", entity.Find(key)?.Label ?? (object)key)));
        }
        else if (entityPlan.Key is { } found && entityPlan.Fields.FirstOrDefault(field => field.Field == found)?.From is null)
        {
            refusals.Add(Refusal.Of(PlanMessages.KeyWithoutSource, ("field", entity.Find(found)?.Label), ("entity", entity.Label)));
        }

        if (entityPlan.WhenKeyMissing is FileUnder under)
        {
            foreach (var name in under.Values.Keys.Append(entityPlan.Key ?? "").Where(name => entity.Find(name) is not { Derived: false } || !under.Values.ContainsKey(name)))
            {
                refusals.Add(Refusal.Of(PlanMessages.FieldUnknown, ("entity", entity.Label), ("field", name)));
            }
        }
    }

    private static void CheckSource(
        ValueSource? source, ImportPlan plan, FieldDescriptor field, IReadOnlyList<string> headings, HashSet<string> before, List<Refusal> refusals)
    {
        var isReference = field.Type == FieldType.Reference;
        var isSuitable = source switch
        {
            RecordOfLine or RecordByField => isReference,
            FromColumns => field.Several,
            ProductOfColumns => field.Type.IsTenThousandths(),
            RunningNumber or JoinedColumns => field.Type is FieldType.Text or FieldType.LongText,
            _ => true,
        };
        if (!isSuitable)
        {
            refusals.Add(Refusal.Of(PlanMessages.SourceUnsuitable, ("field", field.Label)));
        }

        if (source is RecordOfLine line && (!before.Contains(line.Entity) || line.Entity != field.Target))
        {
            refusals.Add(Refusal.Of(PlanMessages.LinkBackwards, ("field", field.Label), ("entity", plan.Find(line.Entity)?.Entity ?? line.Entity)));
        }

        CheckColumns(ColumnsOf(source), field, headings, refusals);
    }

    private static void CheckRules(ImportPlan plan, IReadOnlyList<string> headings, LedgerSchema schema, List<Refusal> refusals)
    {
        foreach (var rule in plan.Rules)
        {
            foreach (var effect in rule.Effects)
            {
                var (entity, field) = effect switch
                {
                    SetField set => (set.Entity, set.Field),
                    NegateField negate => (negate.Entity, negate.Field),
                    _ => ("", ""),
                };
                var isKnown = effect is SkipLine || (plan.Find(entity) is not null && schema.Find(entity)?.Find(field) is { Derived: false } found
                    && (effect is SetField || found.Type.IsTenThousandths() || found.Type is FieldType.Integer));
                if (!isKnown)
                {
                    refusals.Add(Refusal.Of(PlanMessages.FieldUnknown, ("entity", schema.Find(entity)?.Label ?? (object)entity), ("field", field)));
                }
            }

            if (rule.Pattern.Length > MostPattern)
            {
                refusals.Add(Refusal.Of(PlanMessages.PatternTooLong, ("column", rule.Column), ("length", rule.Pattern.Length), ("most", MostPattern)));
            }

            if (!headings.Contains(rule.Column))
            {
                refusals.Add(Refusal.Of(PlanMessages.ColumnUnknown, ("column", rule.Column), ("field", rule.Pattern)));
            }
        }
    }

    private static void CheckColumns(IEnumerable<string> columns, FieldDescriptor field, IReadOnlyList<string> headings, List<Refusal> refusals)
    {
        foreach (var column in columns.Where(column => !headings.Contains(column)))
        {
            refusals.Add(Refusal.Of(PlanMessages.ColumnUnknown, ("column", column), ("field", field.Label)));
        }
    }

    /// <summary>The columns that a source reads.</summary>
    internal static IReadOnlyList<string> ColumnsOf(ValueSource? source) => source switch
    {
        FromColumn column => [column.Column],
        FromColumns columns => columns.Columns,
        JoinedColumns joined => joined.Columns,
        ProductOfColumns product => product.Columns,
        RunningNumber number => [number.Group],
        RecordByField record => [record.Column],
        _ => [],
    };
}
