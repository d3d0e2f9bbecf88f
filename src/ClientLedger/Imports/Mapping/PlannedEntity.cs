using System.Globalization;
using ClientLedger.Fields;
using ClientLedger.Fields.Values;
using ClientLedger.Imports.Files;
using ClientLedger.Messages;
using ClientLedger.Settings;
using ClientLedger.Writing;

namespace ClientLedger.Imports.Mapping;

/// <summary>The change of one record that a batch is putting together.</summary>
internal sealed class RecordSlot(RecordReference.ByLabel? reference, Verb verb, int fields)
{
    public RecordReference.ByLabel? Reference { get; } = reference;

    public Verb Verb { get; } = verb;

    public object?[] Values { get; } = new object?[fields];

    /// <summary>Fields that have a value or are emptied; bit n is the field at place n.</summary>
    public UInt128 Given { get; set; }

    /// <summary>Fields whose value is for a new record alone.</summary>
    public UInt128 OnlyIfNew { get; set; }

    /// <summary>Place among the changes of the batch, known at its end.</summary>
    public int Index { get; set; } = -1;
}

/// <summary>One entity of a plan, made ready for a file. Reads a line into a row of values first, and keeps them only when the whole line is good.</summary>
internal sealed class PlannedEntity
{
    /// <summary>As many as a set of places holds.</summary>
    public const int MostPlaces = 128;

    private readonly EntityPlan plan;
    private readonly List<PlannedField> fields = [];
    private readonly List<int> moved = [];
    private readonly (ImportPlan Plan, IReadOnlyList<string> Headings, LedgerSchema Schema, TenantSettings Settings) context;
    private readonly Dictionary<UInt128, string[]> names = [];
    private readonly bool isLinked;
    private readonly bool counts;
    private readonly int key;
    private readonly object?[]? under;
    private readonly List<RecordSlot> slots = [];
    private readonly Dictionary<string, RecordSlot> byKey = [];
    private object?[] values = [];
    private UInt128 given;
    private UInt128 onlyIfNew;
    private bool isFilled;
    private bool isUnder;

    public PlannedEntity(
        EntityPlan plan, EntityDescriptor entity, ImportPlan import, IReadOnlyList<string> headings, LedgerSchema schema, TenantSettings settings, bool isLinked, bool counts)
    {
        this.plan = plan;
        this.isLinked = isLinked;
        this.counts = counts;
        Entity = entity;
        context = (import, headings, schema, settings);
        foreach (var field in plan.Fields)
        {
            PlaceOf(field.Field, field);
        }

        moved.AddRange(fields.ToArray().Select(field => field.UnreadableTo is { } other ? PlaceOf(other) : -1));
        key = plan.Key is null ? -1 : PlaceOf(plan.Key);
        if (plan.WhenKeyMissing is FileUnder filed)
        {
            var places = filed.Values.Select(pair => (Place: PlaceOf(pair.Key), pair.Value)).ToList();
            under = new object?[MostPlaces];
            places.ForEach(pair => under[pair.Place] = ConstantFor(pair.Place, pair.Value));
        }
    }

    public EntityDescriptor Entity { get; }

    /// <summary>The place of a field among those that the plan fills; it is added when rules alone fill it.</summary>
    public int PlaceOf(string field) => PlaceOf(field, new FieldPlan(field));

    /// <summary>The canonical value of a constant.</summary>
    /// <exception cref="RefusedException">It can't be read as the field.</exception>
    public object? ConstantFor(int place, string text) =>
        new PlannedField(new(fields[place].Name) { From = new Constant(text) }, fields[place].Descriptor, context.Plan, context.Headings, context.Schema, context.Settings)
            .ValueOf(default, out _, out _, out _);

    /// <summary>Forgets the batch before.</summary>
    public void Begin()
    {
        slots.Clear();
        byKey.Clear();
        values = new object?[fields.Count];
        while (moved.Count < fields.Count)
        {
            moved.Add(-1);
        }
    }

    /// <summary>Reads a line's values for this entity.</summary>
    public void Read(MarkedRow row, PlannedRule[] rules, ref List<Refusal>? refusals)
    {
        Array.Clear(values);
        (given, onlyIfNew, isFilled, isUnder) = (0, 0, true, false);
        var hasOwn = false;
        for (var place = 0; place < fields.Count; place++)
        {
            var field = fields[place];
            var value = field.ValueOf(row, out var isOnlyIfNew, out var unreadable, out var refusal);
            if (refusal is not null)
            {
                (refusals ??= []).Add(PlannedBatch.At(Entity.Name, refusal));
            }

            hasOwn |= field.IsFromFile && value is not null && !isOnlyIfNew;
            if (value is not null || (field.Erases && !isOnlyIfNew))
            {
                Give(place, value, isOnlyIfNew);
            }

            if (unreadable is not null)
            {
                Append(moved[place], unreadable);
            }
        }

        foreach (var rule in rules)
        {
            Apply(rule);
        }

        if (key >= 0 && values[key] is null)
        {
            WithoutKey(ref refusals);
        }
        else if (key < 0 && !counts && !hasOwn)
        {
            isFilled = false;
        }
    }

    /// <summary>Keeps the values that were read last; null when the line fills no record of this entity.</summary>
    public RecordSlot? Keep(PlannedEntity[] all, RecordSlot?[] ofLine)
    {
        if (!isFilled)
        {
            return null;
        }

        var slot = SlotOf();
        for (var place = 0; place < fields.Count; place++)
        {
            var bit = UInt128.One << place;
            if (fields[place].LinesEntity is { } linked && !isUnder
                && ofLine[Array.FindIndex(all, entity => entity.Entity.Name == linked)]?.Reference is { } reference)
            {
                slot.Values[place] = reference;
                slot.Given |= bit;
            }
            else if ((given & bit) != 0 && ((onlyIfNew & bit) == 0 || (slot.Given & bit) == 0))
            {
                slot.Values[place] = values[place];
                slot.Given |= bit;
                slot.OnlyIfNew = (slot.OnlyIfNew & ~bit) | (onlyIfNew & bit);
            }
        }

        return slot;
    }

    /// <summary>Adds the batch's changes of this entity behind those that stand there.</summary>
    public void AddTo(List<RecordChange> changes)
    {
        foreach (var slot in slots)
        {
            slot.Index = changes.Count;
            var filled = NamesOf(slot.Given);
            var compact = new object?[filled.Length];
            for (int place = 0, next = 0; next < compact.Length; place++)
            {
                if ((slot.Given & (UInt128.One << place)) != 0)
                {
                    compact[next++] = slot.Values[place];
                }
            }

            changes.Add(new(slot.Verb, Entity.Name)
            {
                Key = slot.Verb == Verb.Upsert ? plan.Key : null,
                Label = slot.Reference?.Label,
                Values = new(filled, compact),
                OnlyIfNew = slot.OnlyIfNew == 0 ? [] : NamesOf(slot.OnlyIfNew),
            });
        }
    }

    private int PlaceOf(string field, FieldPlan ofPlan)
    {
        var place = fields.FindIndex(each => each.Name == field);
        if (place < 0)
        {
            place = fields.Count;
            fields.Add(new PlannedField(ofPlan, Entity.Find(field)!, context.Plan, context.Headings, context.Schema, context.Settings));
        }

        return place;
    }

    private void Give(int place, object? value, bool isOnlyIfNew)
    {
        var bit = UInt128.One << place;
        values[place] = value;
        given |= bit;
        onlyIfNew = isOnlyIfNew ? onlyIfNew | bit : onlyIfNew & ~bit;
    }

    private void Append(int place, string text)
    {
        var before = values[place] as string;
        var joined = before is null ? text : before + (fields[place].Descriptor.Type == FieldType.LongText ? "\n" : "; ") + text;
        Give(place, joined.Length > fields[place].Descriptor.MaxLength && fields[place].Descriptor.Type == FieldType.Text ? joined[..fields[place].Descriptor.MaxLength] : joined, false);
    }

    private void Apply(PlannedRule rule)
    {
        foreach (var (entity, place, constant) in rule.Effects)
        {
            if (entity == this && constant is not null)
            {
                Give(place, constant, isOnlyIfNew: false);
            }
            else if (entity == this)
            {
                values[place] = CellConversion.Negate(values[place]);
            }
        }
    }

    private void WithoutKey(ref List<Refusal>? refusals)
    {
        switch (plan.WhenKeyMissing)
        {
            case LeaveOut:
                isFilled = false;
                break;
            case FileUnder:
                (isUnder, given, onlyIfNew) = (true, 0, 0);
                for (var place = 0; place < fields.Count; place++)
                {
                    if (under![place] is { } value)
                    {
                        Give(place, value, isOnlyIfNew: place != key);
                    }
                }

                break;
            case RefuseLine:
                var missing = Refusal.Of(PlanMessages.KeyMissing, ("field", fields[key].Descriptor.Label), ("entity", Entity.Label)) with { Field = fields[key].Name };
                (refusals ??= []).Add(PlannedBatch.At(Entity.Name, missing));
                break;
            default:
                break;
        }
    }

    private RecordSlot SlotOf()
    {
        var found = key >= 0 ? values[key] : null;
        var name = found is null || counts ? null : FoldedText.Key((string)CellKinds.TextOf(found)!);
        if (name is not null && byKey.TryGetValue(name, out var existing))
        {
            return existing;
        }

        var label = isLinked ? new RecordReference.ByLabel(string.Create(CultureInfo.InvariantCulture, $"{Entity.Name}:{slots.Count}")) : null;
        var slot = new RecordSlot(label, found is null ? Verb.Create : Verb.Upsert, fields.Count);
        slots.Add(slot);
        if (name is not null)
        {
            byKey.Add(name, slot);
        }

        return slot;
    }

    /// <summary>The names of the fields of a set of places; rows that fill the same fields share them.</summary>
    private string[] NamesOf(UInt128 set)
    {
        if (!names.TryGetValue(set, out var found))
        {
            found = [.. fields.Where((_, place) => (set & (UInt128.One << place)) != 0).Select(field => field.Name)];
            names.Add(set, found);
        }

        return found;
    }
}
