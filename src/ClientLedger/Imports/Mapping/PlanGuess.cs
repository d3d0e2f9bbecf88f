using System.Globalization;
using ClientLedger.Fields;
using ClientLedger.Imports.Files;

namespace ClientLedger.Imports.Mapping;

/// <summary>Makes a plan of what was guessed of the columns, for the user to correct.</summary>
public static class PlanGuess
{
    /// <summary>
    /// A plan for a file. A known kind of file (<see cref="PlanTemplates"/>) gets its own; another gets one by its columns. Null when no column
    /// was recognised.
    /// </summary>
    /// <param name="counts">The entity that a line stands for, where somebody has said it; null to guess that too.</param>
    public static ImportPlan? Of(LedgerSchema schema, FilePreview preview, string? counts = null)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(preview);
        var headings = preview.Columns.Select(column => column.Heading).ToList();
        if (PlanTemplates.Recognise(headings) is { } template && (counts ?? template.Plan.Counts) == template.Plan.Counts)
        {
            return template.Plan with { File = preview.Layout.AsChoices() };
        }

        var guesses = ColumnGuesses.Of(schema, preview.Columns, counts);
        return guesses.All.Count == 0 ? null : Of(schema, preview, guesses);
    }

    /// <summary>A plan by guesses, or by what the user made of them.</summary>
    public static ImportPlan Of(LedgerSchema schema, FilePreview preview, ColumnGuesses guesses)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(preview);
        ArgumentNullException.ThrowIfNull(guesses);
        var columns = preview.Columns.ToDictionary(column => column.Heading);
        var filled = Filled(schema, guesses);
        var order = InOrder(schema, filled.Append(guesses.Entity).ToHashSet());
        return new()
        {
            File = preview.Layout.AsChoices(),
            Counts = guesses.Entity,
            Entities = [.. order.Select(entity => Plan(schema, schema[entity], guesses, columns, filled))],
        };
    }

    /// <summary>The other entities of which a line says more than which record is meant: those it fills, the others it only refers to.</summary>
    private static HashSet<string> Filled(LedgerSchema schema, ColumnGuesses guesses) =>
    [
        .. guesses.All.Where(guess => guess.Entity != guesses.Entity).GroupBy(guess => guess.Entity)
            .Where(group => group.Count() > 1 || RequiredAreThere(schema[group.Key], group) || Described(group.Key, guesses) is not null)
            .Where(group => group.Any(guess => schema[group.Key].Find(guess.Field) is { Unique: true }) || group.Key == "contact")
            .Select(group => group.Key),
    ];

    /// <summary>Where lines describe what was sold and don't name the product otherwise, the description is its name.</summary>
    private static FromColumn? Described(string entity, ColumnGuesses guesses) =>
        entity == "product" && guesses.For("product", "name") is null && guesses.For("orderLine", "description") is { } description ? new(description.Column) : null;

    private static bool RequiredAreThere(EntityDescriptor entity, IEnumerable<ColumnGuess> guesses) =>
        entity.Name == "contact" && guesses.Any(guess => guess.Field == entity.Title);

    private static List<string> InOrder(LedgerSchema schema, HashSet<string> entities)
    {
        var ordered = new List<string>();
        while (ordered.Count < entities.Count)
        {
            // What refers to nothing that is still to come; a circle is broken at the lowest entity.
            var next = schema.Entities.Select(entity => entity.Name).Where(name => entities.Contains(name) && !ordered.Contains(name)).ToList();
            ordered.Add(next.Find(name => schema[name].Fields.All(field => field.Target is null || field.Target == name || !next.Contains(field.Target))) ?? next[0]);
        }

        return ordered;
    }

    private static EntityPlan Plan(
        LedgerSchema schema, EntityDescriptor entity, ColumnGuesses guesses, Dictionary<string, ColumnProfile> columns, HashSet<string> filled)
    {
        var fields = guesses.All.Where(guess => guess.Entity == entity.Name && guess.Confidence >= ColumnGuesses.Sure).GroupBy(guess => guess.Field)
            .Select(group => FieldOf(entity.Find(group.Key)!, [.. group.Select(guess => columns[guess.Column])], guesses)).ToList();
        foreach (var reference in entity.Fields.Where(field => field is { Type: FieldType.Reference, Derived: false, Target: not null } && field.Target != entity.Name))
        {
            var isFilled = (filled.Contains(reference.Target!) || reference.Target == guesses.Entity) && !(entity.Name == "order" && reference.Target == "contact");
            ValueSource? link = isFilled ? new RecordOfLine(reference.Target!) : LinkTo(schema[reference.Target!], guesses);
            if (link is not null && !fields.Exists(field => field.Field == reference.Name) && IsDirect(schema, entity, reference, guesses, filled))
            {
                fields.Add(new(reference.Name) { From = link });
            }
        }

        var key = fields.Find(field => entity.Find(field.Field) is { Unique: true } && field.From is not null)?.Field;
        var title = entity.Find(entity.Title)!;
        if (key is not null && key != entity.Title && title is { Required: true } && !fields.Exists(field => field.Field == entity.Title))
        {
            fields.Add(new(entity.Title) { From = Described(entity.Name, guesses), IfNew = fields.Find(field => field.Field == key)!.From });
        }

        if (entity.Name == "orderLine" && key is null && guesses.For("order", "number") is { } order)
        {
            fields.Insert(0, new("number") { From = new RunningNumber(order.Column, "-") });
            key = "number";
        }

        // Whether a line may lack the record of another entity depends on what refers to it; of the one it stands for the ledger makes a number.
        return new(entity.Name)
        {
            Key = key,
            Fields = fields,
            WhenKeyMissing = entity.Name == guesses.Entity ? new MakeNew() : entity.Name is "product" or "contact" ? new LeaveOut() : new RefuseLine(),
        };
    }

    /// <summary>A line of an order belongs to its customer through the order, and not by itself.</summary>
    private static bool IsDirect(LedgerSchema schema, EntityDescriptor entity, FieldDescriptor reference, ColumnGuesses guesses, HashSet<string> filled) =>
        !filled.Append(guesses.Entity).Any(other => other != entity.Name && other != reference.Target
            && entity.Fields.Any(field => field.Target == other) && schema[other].Fields.Any(field => field.Target == reference.Target)
            && !reference.Required);

    private static RecordByField? LinkTo(EntityDescriptor target, ColumnGuesses guesses)
    {
        var ofTarget = guesses.All.Where(guess => guess.Entity == target.Name).ToList();
        var by = ofTarget.Find(guess => target.Find(guess.Field) is { Unique: true }) ?? ofTarget.Find(guess => guess.Field == target.Title);
        return by is null ? null : new(by.Field, by.Column);
    }

    private static FieldPlan FieldOf(FieldDescriptor field, IReadOnlyList<ColumnProfile> columns, ColumnGuesses guesses)
    {
        var isTime = field.Type is FieldType.Date or FieldType.Moment;
        return new(field.Name)
        {
            From = RateOfDiscount(field, columns[0], guesses) is { } rate ? rate
                : columns.Count > 1 ? new FromColumns([.. columns.Select(column => column.Heading)]) : new FromColumn(columns[0].Heading),
            Convert = new()
            {
                Dates = isTime ? columns[0].Order : null,
                Decimals = field.Type.IsTenThousandths() ? DecimalsOf(columns[0]) : null,
                Separator = field.Several && columns[0].Examples.Any(text => text.Contains('、', StringComparison.Ordinal)) ? "、" : null,
            },
        };
    }

    /// <summary>A discount of less than one everywhere is a rate, and the ledger keeps the amount.</summary>
    private static ProductOfColumns? RateOfDiscount(FieldDescriptor field, ColumnProfile column, ColumnGuesses guesses) =>
        field.Name == "discount" && guesses.For("orderLine", "quantity") is { } quantity && guesses.For("orderLine", "unitPrice") is { } price
            && column.Examples.All(text => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var rate) && rate is >= 0 and < 1)
            && column.Examples.Any(text => text.AsSpan().ContainsAnyInRange('1', '9'))
            ? new([quantity.Column, price.Column, column.Heading])
            : null;

    /// <summary>A comma that isn't followed by three digits begins decimals.</summary>
    private static DecimalMark? DecimalsOf(ColumnProfile column) => column.Examples.Any(text =>
        text.LastIndexOf(',') is > 0 and var comma && text.Length - comma - 1 is 1 or 2 && !text.AsSpan(comma + 1).ContainsAnyExceptInRange('0', '9')) ? DecimalMark.Comma : null;
}
