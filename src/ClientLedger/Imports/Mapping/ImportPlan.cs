using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ClientLedger.Imports.Files;
using ClientLedger.Writing;

namespace ClientLedger.Imports.Mapping;

/// <summary>
/// All that is to be done with the lines of a file: how it is read, which records a line fills, from which columns, and what happens to lines
/// that don't fit. Data: the same plan and the same file give the same changes, whoever runs it and however often it is interrupted.
/// </summary>
public sealed record ImportPlan
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>How the file is read; what is null is found.</summary>
    public FileChoices File { get; init; } = FileChoices.None;

    /// <summary>The records that a line fills, each entity once; what is referred to stands before what refers to it.</summary>
    public required IReadOnlyList<EntityPlan> Entities { get; init; }

    /// <summary>The entity whose record a line stands for: a line is created, updated, skipped or refused as that record is.</summary>
    public required string Counts { get; init; }

    /// <summary>What else follows from the value of a column, in their order.</summary>
    public IReadOnlyList<RowRule> Rules { get; init; } = [];

    /// <summary>Skips a line that is equal in every cell to one before it in the file.</summary>
    public bool SkipIdentical { get; init; }

    /// <summary>What happens to a new record whose phone, e-mail, tax number or name another record has.</summary>
    public DuplicatePolicy Duplicates { get; init; } = DuplicatePolicy.Ask;

    /// <summary>Texts by which the file says that a cell is empty; case makes no difference.</summary>
    public IReadOnlyList<string> EmptyWords { get; init; } = ["NULL", "\\N", "N/A", "#N/A"];

    /// <summary>The plan of an entity, or null.</summary>
    public EntityPlan? Find(string entity) => Entities.FirstOrDefault(plan => plan.Entity == entity);

    /// <summary>The plan as JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>A plan from its JSON.</summary>
    /// <exception cref="JsonException">It isn't one.</exception>
    public static ImportPlan FromJson(string json)
    {
        try
        {
            var plan = JsonSerializer.Deserialize<ImportPlan>(json, Json);
            return plan is not null && IsWhole(plan) ? plan : throw new JsonException("Something of the plan is null.");
        }
        catch (NotSupportedException failure)
        {
            // A source, an effect or a missing key that doesn't say what it is.
            throw new JsonException(failure.Message, failure);
        }
    }

    /// <summary>What stands in a list is there: the serializer looks after properties alone.</summary>
    private static bool IsWhole(ImportPlan plan) =>
        !Lack(plan.EmptyWords) && !Lack(plan.Entities) && !Lack(plan.Rules)
        && plan.Rules.All(rule => !Lack(rule.Effects))
        && plan.Entities.All(entity => !Lack(entity.Fields) && (entity.WhenKeyMissing is not FileUnder under || !Lack(under.Values.Values)))
        && plan.Entities.SelectMany(entity => entity.Fields).All(field => !Lack(field.Convert.Values?.Values ?? []) && !Lack(PlanCheck.ColumnsOf(field.From)) && !Lack(PlanCheck.ColumnsOf(field.IfNew)));

    private static bool Lack<T>(IEnumerable<T?> list)
        where T : class => list.Any(element => element is null);
}

/// <summary>How a line fills a record of one entity.</summary>
public sealed record EntityPlan(string Entity)
{
    /// <summary>The unique field by which the record is found, or made when there is none; null makes a new one of every line.</summary>
    public string? Key { get; init; }

    /// <summary>Each field once.</summary>
    public IReadOnlyList<FieldPlan> Fields { get; init; } = [];

    /// <summary>What happens to a line that has no value for the key.</summary>
    public MissingKey WhenKeyMissing { get; init; } = new RefuseLine();
}

/// <summary>Where a field gets its value from. An empty value leaves the field as it is, unless <see cref="Erases"/>.</summary>
public sealed record FieldPlan(string Field)
{
    /// <summary>What every line gives; null when only a new record gets a value.</summary>
    public ValueSource? From { get; init; }

    /// <summary>What a new record gets where <see cref="From"/> gives nothing; a record that exists keeps what it has.</summary>
    public ValueSource? IfNew { get; init; }

    public Conversion Convert { get; init; } = Conversion.None;

    /// <summary>An empty value empties the field.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Erases { get; init; }
}

/// <summary>What happens to a line whose record has no key.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(RefuseLine), "refuse")]
[JsonDerivedType(typeof(LeaveOut), "leaveOut")]
[JsonDerivedType(typeof(MakeNew), "makeNew")]
[JsonDerivedType(typeof(FileUnder), "fileUnder")]
public abstract record MissingKey;

/// <summary>The line is refused.</summary>
public sealed record RefuseLine : MissingKey;

/// <summary>The line fills no record of this entity, and what would refer to it stays empty.</summary>
public sealed record LeaveOut : MissingKey;

/// <summary>A new record is made; the ledger gives it a number where it numbers by itself.</summary>
public sealed record MakeNew : MissingKey;

/// <summary>The line belongs to one record that stands for all such lines.</summary>
/// <param name="Values">Its values as text, the key among them.</param>
public sealed record FileUnder(IReadOnlyDictionary<string, string> Values) : MissingKey;

/// <summary>What follows for a line where a column has a value of a certain form: invoices that begin with C are returns.</summary>
/// <param name="Column">Heading of the column.</param>
/// <param name="Pattern">The whole value, where * stands for any characters and ? for one; case makes no difference.</param>
/// <param name="Effects">What follows, in their order.</param>
public sealed record RowRule(string Column, string Pattern, IReadOnlyList<RuleEffect> Effects);

/// <summary>What follows for a line that a rule fits.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(SetField), "set")]
[JsonDerivedType(typeof(NegateField), "negate")]
[JsonDerivedType(typeof(SkipLine), "skip")]
public abstract record RuleEffect;

/// <summary>A field gets a constant value, whatever its source says.</summary>
public sealed record SetField(string Entity, string Field, string Value) : RuleEffect;

/// <summary>The number that a field gets changes its sign.</summary>
public sealed record NegateField(string Entity, string Field) : RuleEffect;

/// <summary>The line is skipped: totals, remarks.</summary>
public sealed record SkipLine : RuleEffect;
