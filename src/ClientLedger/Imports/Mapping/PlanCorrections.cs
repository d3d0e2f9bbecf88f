using ClientLedger.Fields;

namespace ClientLedger.Imports.Mapping;

/// <summary>Changes a plan as somebody corrects what its columns fill.</summary>
public static class PlanCorrections
{
    /// <summary>What a column fills directly, as <c>entity.field</c>; null where it fills nothing by itself.</summary>
    public static string? TargetOf(ImportPlan plan, string column)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan.Entities
            .SelectMany(entity => entity.Fields.Where(field => Uses(field, column)).Select(field => $"{entity.Entity}.{field.Field}"))
            .FirstOrDefault();
    }

    /// <summary>The plan with some columns filling something else.</summary>
    /// <param name="targets">By heading: <c>entity.field</c> of an entity of the plan, or null for nothing. Columns that it doesn't name stay as they are.</param>
    public static ImportPlan With(ImportPlan plan, LedgerSchema schema, IReadOnlyDictionary<string, string?> targets)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(targets);
        foreach (var (column, target) in targets)
        {
            if (TargetOf(plan, column) == target)
            {
                continue;
            }

            plan = plan with { Entities = [.. plan.Entities.Select(entity => Without(entity, column))] };
            if (target?.Split('.') is [var name, var field] && schema.Find(name)?.Find(field) is { } described)
            {
                plan = plan with { Entities = [.. plan.Entities.Select(entity => entity.Entity == name ? With(entity, described, column) : entity)] };
            }
        }

        return plan;
    }

    private static bool Uses(FieldPlan field, string column) => field.From switch
    {
        FromColumn from => from.Column == column,
        FromColumns several => several.Columns.Contains(column),
        _ => false,
    };

    private static EntityPlan Without(EntityPlan entity, string column)
    {
        var fields = entity.Fields.Select(field => Without(field, column)).OfType<FieldPlan>().ToList();
        return entity with { Fields = fields, Key = fields.Exists(field => field.Field == entity.Key) ? entity.Key : null };
    }

    private static FieldPlan? Without(FieldPlan field, string column) => field.From switch
    {
        FromColumn from when from.Column == column => field.IfNew is null ? null : field with { From = null },
        FromColumns several when several.Columns.Contains(column) => several.Columns.Count == 1 ? null : field with { From = new FromColumns([.. several.Columns.Where(other => other != column)]) },
        _ => field,
    };

    private static EntityPlan With(EntityPlan entity, FieldDescriptor field, string column)
    {
        var filled = entity.Fields.FirstOrDefault(plan => plan.Field == field.Name) ?? new FieldPlan(field.Name);
        ValueSource from = (field.Several, filled.From) switch
        {
            (true, FromColumn other) => new FromColumns([other.Column, column]),
            (true, FromColumns others) => new FromColumns([.. others.Columns, column]),
            _ => new FromColumn(column),
        };
        return entity with
        {
            Fields = [.. entity.Fields.Where(plan => plan.Field != field.Name), filled with { From = from }],
            Key = entity.Key ?? (field.Unique ? field.Name : null),
        };
    }
}
