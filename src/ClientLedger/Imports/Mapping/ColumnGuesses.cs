using ClientLedger.Fields;
using ClientLedger.Imports.Files;

namespace ClientLedger.Imports.Mapping;

/// <summary>What a column probably fills.</summary>
/// <param name="Column">Its heading.</param>
/// <param name="Confidence">From 0 to 1: above 0.8 the heading says it and the values suit; below 0.5 it should be looked at.</param>
public sealed record ColumnGuess(string Column, string Entity, string Field, double Confidence);

/// <summary>
/// Guesses what the lines of a file are about and what each column fills, from its heading and from the values seen. Each field is used once,
/// but a field of several values may take several columns.
/// </summary>
public sealed class ColumnGuesses
{
    /// <summary>A guess below this isn't put into a plan.</summary>
    internal const double Sure = 0.5;

    private const double Own = 0.95;
    private const double Bare = 0.9;
    private const double BareElsewhere = Sure;
    private const double ByValues = 0.6;
    private const double Least = 0.3;

    /// <summary>Columns of what the file isn't mainly about count a little less, so that a list of customers isn't taken for one of contacts.</summary>
    private const double Elsewhere = 0.9;

    private readonly LedgerSchema schema;
    private readonly IReadOnlyList<ColumnProfile> columns;
    private readonly FieldWords words;

    private ColumnGuesses(LedgerSchema schema, IReadOnlyList<ColumnProfile> columns, string? about)
    {
        this.schema = schema;
        this.columns = columns;
        words = new FieldWords(schema);
        if (about is not null)
        {
            (Entity, All) = (about, schema.Find(about) is { } said ? For(said) : []);
            return;
        }

        var best = schema.Entities
            .Select(entity => (entity.Name, Guesses: For(entity)))
            .Where(guess => IsAbout(guess.Name, guess.Guesses))
            .Select(guess => (guess.Name, guess.Guesses, Score: guess.Guesses.Sum(each => each.Entity == guess.Name ? each.Confidence : each.Confidence * Elsewhere)))
            .OrderByDescending(guess => guess.Score)
            .FirstOrDefault();
        (Entity, All) = (best.Name ?? "", best.Guesses ?? []);
    }

    /// <summary>The entity that a line stands for; empty when nothing was recognised.</summary>
    public string Entity { get; }

    /// <summary>In the order of the columns; columns that fill nothing are left out.</summary>
    public IReadOnlyList<ColumnGuess> All { get; }

    /// <summary>Guesses by the columns of a file.</summary>
    /// <param name="about">The entity that a line stands for, where somebody has said it; null to guess that too.</param>
    public static ColumnGuesses Of(LedgerSchema schema, IReadOnlyList<ColumnProfile> columns, string? about = null)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(columns);
        return new(schema, columns, about);
    }

    /// <summary>The guess for a field, or null.</summary>
    public ColumnGuess? For(string entity, string field) => All.FirstOrDefault(guess => guess.Entity == entity && guess.Field == field);

    /// <summary>Lines are about an entity when they name or number it; lines of an order when they say how much of what.</summary>
    private bool IsAbout(string entity, IReadOnlyList<ColumnGuess> guesses) => guesses.Any(guess => guess.Entity == entity && guess.Confidence >= BareElsewhere
        && (guess.Field == schema[entity].Title || schema[entity].Find(guess.Field) is { Unique: true } || (entity == "orderLine" && guess.Field is "quantity" or "unitPrice")));

    private List<ColumnGuess> For(EntityDescriptor main)
    {
        var around = Around(main);
        var candidates = new List<(int Column, ColumnGuess Guess)>();
        for (var i = 0; i < columns.Count; i++)
        {
            foreach (var word in words.Find(columns[i].Heading))
            {
                if (word.Entity == main.Name || around.Contains(word.Entity))
                {
                    Add(candidates, i, word.Entity, word.Field, word.IsOwn ? Own : word.Entity == main.Name ? Bare : BareElsewhere);
                }
            }

            var isFax = HeadingKey.Of(columns[i].Heading) is "fax" or "faxnumber" or "传真" or "传真号码";
            if (!isFax && ColumnFit.TypeOf(columns[i]) is { } type && main.Fields.FirstOrDefault(field => field.Type == type) is { } byValues)
            {
                Add(candidates, i, main.Name, byValues.Name, ByValues);
            }
        }

        return Assign(main, candidates);
    }

    private void Add(List<(int, ColumnGuess)> candidates, int column, string entity, string field, double confidence)
    {
        if (schema.Find(entity)?.Find(field) is { Derived: false } descriptor)
        {
            var fitted = confidence * ColumnFit.Of(descriptor, columns[column]);
            if (fitted >= Least)
            {
                candidates.Add((column, new(columns[column].Heading, entity, field, Math.Round(fitted, 3))));
            }
        }
    }

    /// <summary>What a line may fill besides its own record: what that refers to, at two removes, and the contact beside a customer.</summary>
    private HashSet<string> Around(EntityDescriptor main)
    {
        var targets = TargetsOf(main).ToHashSet();
        targets.UnionWith(targets.ToList().SelectMany(target => TargetsOf(schema[target])));
        if (main.Name == "customer")
        {
            targets.Add("contact");
        }

        targets.Remove(main.Name);
        return targets;
    }

    private static IEnumerable<string> TargetsOf(EntityDescriptor entity) =>
        entity.Fields.Where(field => field is { Type: FieldType.Reference, Target: not null }).Select(field => field.Target!);

    /// <summary>The surest first; each column and each field once.</summary>
    private List<ColumnGuess> Assign(EntityDescriptor main, List<(int Column, ColumnGuess Guess)> candidates)
    {
        var taken = new HashSet<int>();
        var filled = new HashSet<(string, string)>();
        var chosen = new List<(int Column, ColumnGuess Guess)>();
        foreach (var (column, guess) in candidates.OrderByDescending(candidate => candidate.Guess.Confidence).ThenBy(candidate => candidate.Column))
        {
            var several = schema[guess.Entity].Find(guess.Field)!.Several;
            if (!taken.Contains(column) && (!filled.Contains((guess.Entity, guess.Field)) || (several && guess.Confidence >= ByValues)))
            {
                taken.Add(column);
                filled.Add((guess.Entity, guess.Field));
                chosen.Add((column, guess));
            }
        }

        var all = chosen.ConvertAll(choice => choice.Guess);
        return [.. chosen.OrderBy(choice => choice.Column).Select(choice => choice.Guess).Where(guess => guess.Entity == main.Name || IsUsable(main, guess, all))];
    }

    /// <summary>
    /// A record beside the one that a line stands for is filled when the line has its key; else the line can only name it. A contact belongs to
    /// the customer of its line and needs no key. A country beside orders says nothing where no customer is named.
    /// </summary>
    private bool IsUsable(EntityDescriptor main, ColumnGuess guess, List<ColumnGuess> all)
    {
        var entity = schema[guess.Entity];
        var ofEntity = all.FindAll(other => other.Entity == guess.Entity);
        return ofEntity.Exists(other => other.Confidence > BareElsewhere && entity.Find(other.Field) is { Unique: true })
            || (guess.Field == entity.Title && guess.Confidence > BareElsewhere)
            || (main.Name == "customer" && guess.Entity == "contact" && ofEntity.Exists(other => other.Field == entity.Title && other.Confidence > BareElsewhere));
    }
}
