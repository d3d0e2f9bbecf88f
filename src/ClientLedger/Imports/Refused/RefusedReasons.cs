using System.Text.Json;
using ClientLedger.Fields;
using ClientLedger.Imports.Mapping;
using ClientLedger.Messages;

namespace ClientLedger.Imports.Refused;

/// <summary>
/// Tells somebody in his language where in a line the trouble is: the field as it is called, and the columns of his own file that fill it, whose
/// headings are rarely the names of fields.
/// </summary>
internal sealed class RefusedReasons
{
    private readonly ImportPlan plan;
    private readonly string[] headings;
    private readonly LedgerSchema schema;
    private readonly Language language;

    /// <summary>For the refused lines of one import.</summary>
    /// <param name="run">It has a plan.</param>
    /// <param name="schema">The tenant's.</param>
    public RefusedReasons(ImportRun run, LedgerSchema schema, Language language)
    {
        plan = ImportPlan.FromJson(run.Plan!);
        headings = JsonSerializer.Deserialize<string[]>(run.Headings!)!;
        this.schema = schema;
        this.language = language;
    }

    /// <summary>Why a line was refused, each reason with its place before it.</summary>
    public string Of(RefusedLine line) => string.Join(' ', line.Reasons.Select(reason => Of(line, reason)));

    /// <summary>The field that a reason stands at, and the columns that it came from: "Credit limit (column credit)". Null where it is about the line.</summary>
    /// <param name="withEntity">The record's name stands before the field's: "Customer / Credit limit".</param>
    public string? PlaceOf(RefusedLine line, Refusal reason, bool withEntity)
    {
        if (Find(reason) is not var (entity, field))
        {
            return null;
        }

        var name = withEntity ? $"{entity.Label.In(language)} / {field.Label.In(language)}" : field.Label.In(language);
        var columns = ColumnsOf(line, reason, entity.Name, field.Name);
        return columns is [] || (columns is [var only] && only == field.Label.In(language))
            ? name
            : Fill(columns is [_] ? ImportTexts.FieldOfColumn : ImportTexts.FieldOfColumns, ("field", name), ("columns", string.Join(language == Language.Chinese ? "、" : ", ", columns)));
    }

    private string Of(RefusedLine line, Refusal reason)
    {
        var text = reason.In(language);
        if (PlaceOf(line, reason, withEntity: plan.Entities.Count > 1) is not { } place)
        {
            return text;
        }

        // Some texts begin with the field by themselves.
        var colon = language == Language.Chinese ? "：" : ": ";
        var own = Find(reason)!.Value.Field.Label.In(language) + colon;
        return place + colon + (text.StartsWith(own, StringComparison.Ordinal) ? text[own.Length..] : text);
    }

    private (EntityDescriptor Entity, FieldDescriptor Field)? Find(Refusal reason) =>
        reason.Field?.Split('.') is [var entity, var field] && schema.Find(entity) is { } known && known.Find(field) is { } found ? (known, found) : null;

    /// <summary>The columns whose cells made the value; those for a new record alone where the others of the line are empty.</summary>
    private IReadOnlyList<string> ColumnsOf(RefusedLine line, Refusal reason, string entity, string field)
    {
        if (plan.Find(entity)?.Fields.FirstOrDefault(each => each.Field == field) is not { } planned)
        {
            return [];
        }

        if (reason.Code == PlanMessages.CountryUnknown && planned.Convert.CountryColumn is { } country)
        {
            return [country];
        }

        var (always, ifNew) = (PlanCheck.ColumnsOf(planned.From), PlanCheck.ColumnsOf(planned.IfNew));
        return always.Count == 0 || (!IsFilled(line, always) && IsFilled(line, ifNew)) ? ifNew : always;
    }

    private bool IsFilled(RefusedLine line, IReadOnlyList<string> columns) =>
        columns.Any(column => Array.IndexOf(headings, column) is >= 0 and var place && !string.IsNullOrWhiteSpace(line.Cells.ElementAtOrDefault(place)));

    private string Fill(Label text, params (string Name, object? Value)[] arguments) =>
        Placeholders.Fill(text.In(language), Array.ConvertAll(arguments, pair => KeyValuePair.Create(pair.Name, pair.Value)), language);
}
