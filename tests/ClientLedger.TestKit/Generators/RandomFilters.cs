using System.Globalization;
using ClientLedger.Fields;
using ClientLedger.Reading;
using ClientLedger.TestKit.Plain;

namespace ClientLedger.TestKit.Generators;

/// <summary>Filters that a caller may use, mostly with values that occur in the ledger.</summary>
public sealed class RandomFilters(Chance chance, PlainSight sight, RandomValues values)
{
    private static readonly Operator[] Ordered = [Operator.Equals, Operator.Less, Operator.LessOrEqual, Operator.Greater, Operator.GreaterOrEqual];

    /// <summary>A filter on an entity of which the caller sees something.</summary>
    public Filter Next(EntityDescriptor entity, int depth = 3)
    {
        var references = References(entity).ToList();
        var relations = Relations(entity).ToList();
        return chance.Between(0, 13) switch
        {
            0 when depth > 0 => new AllOf(Several(entity, depth)),
            1 when depth > 0 => new AnyOf(Several(entity, depth)),
            2 when depth > 0 => new Not(Next(entity, depth - 1)),
            3 or 4 when depth > 0 && references.Count > 0 => Through(chance.Pick(references), depth),
            5 or 6 when depth > 0 && relations.Count > 0 => Children(chance.Pick(relations), depth),
            7 or 8 when depth > 0 && relations.Count > 0 => Aggregate(chance.Pick(relations), depth),
            9 => Period(entity),
            _ => Field(entity),
        };
    }

    /// <summary>Fields that the caller may filter by.</summary>
    public IEnumerable<FieldDescriptor> Usable(EntityDescriptor entity) =>
        entity.Fields.Where(field => PlainChecks.Clear(sight, entity, field.Name) is null);

    /// <summary>References to entities of which the caller sees something.</summary>
    public IEnumerable<FieldDescriptor> References(EntityDescriptor entity) =>
        Usable(entity).Where(field => field is { Type: FieldType.Reference, Target: not null } && IsKnown(field.Target));

    /// <summary>Relations to children of which the caller sees something, the reference to the parent included.</summary>
    public IEnumerable<ChildRelation> Relations(EntityDescriptor entity) =>
        entity.Children.Where(child => IsKnown(child.Entity) && Usable(sight.Entity(child.Entity)).Any(field => field.Name == child.ByField));

    /// <summary>A function and a field that fit each other; the field is null for a count of records.</summary>
    public (AggregateFunction Function, FieldDescriptor? Field) Function(ChildRelation relation)
    {
        var fields = Usable(sight.Entity(relation.Entity)).Where(field => !field.Several && field.Sensitivity == Sensitivity.Normal).ToList();
        var numbers = fields.Where(field => field.Type is FieldType.Integer or FieldType.Decimal or FieldType.Money).ToList();
        var times = fields.Where(field => field.Type is FieldType.Date or FieldType.Moment).ToList();
        return chance.Between(0, 5) switch
        {
            1 or 2 when numbers.Count > 0 => (chance.Pick([AggregateFunction.Sum, AggregateFunction.Average]), chance.Pick(numbers)),
            3 when numbers.Count > 0 => (chance.Pick([AggregateFunction.Minimum, AggregateFunction.Maximum]), chance.Pick(numbers)),
            4 when times.Count > 0 => (chance.Pick([AggregateFunction.Minimum, AggregateFunction.Maximum]), chance.Pick(times)),
            _ => (AggregateFunction.Count, null),
        };
    }

    private bool IsKnown(string entity) => sight.Scope.Rights.On(entity).Grants.Count > 0;

    private List<Filter> Several(EntityDescriptor entity, int depth) =>
        [.. Enumerable.Range(0, chance.Between(0, 3)).Select(_ => Next(entity, depth - 1))];

    private ReferenceFilter Through(FieldDescriptor reference, int depth) => new(reference.Name, Next(sight.Entity(reference.Target!), depth - 1));

    private ChildrenFilter Children(ChildRelation relation, int depth) => new(
        relation.Name,
        chance.Pick([Quantifier.Some, Quantifier.None, Quantifier.Every]),
        chance.In(30) ? null : Next(sight.Entity(relation.Entity), depth - 1));

    private AggregateFilter Aggregate(ChildRelation relation, int depth)
    {
        var (function, field) = Function(relation);
        var value = function == AggregateFunction.Count ? chance.Between(0, 3).ToString(CultureInfo.InvariantCulture)
            : RawText.Of(sight.Scope.Schema, sight.Entity(relation.Entity), field!, Value(sight.Entity(relation.Entity), field!));
        var where = chance.In(50) ? null : Next(sight.Entity(relation.Entity), depth - 1);
        return new(relation.Name, function, field?.Name, where, chance.Pick(Ordered), value);
    }

    private Filter Period(EntityDescriptor entity)
    {
        var times = Usable(entity).Where(field => field.Type is FieldType.Date or FieldType.Moment).ToList();
        var anchor = chance.Pick([PeriodAnchor.Last, PeriodAnchor.Last, PeriodAnchor.This, PeriodAnchor.Next]);
        var count = anchor == PeriodAnchor.This ? 1 : chance.Between(1, 12);
        var unit = chance.Pick([PeriodUnit.Day, PeriodUnit.Week, PeriodUnit.Month, PeriodUnit.Quarter, PeriodUnit.Year]);
        return times.Count == 0 ? Field(entity) : new PeriodFilter(chance.Pick(times).Name, anchor, count, unit);
    }

    /// <summary>One filter by each operator that a field has.</summary>
    public IEnumerable<FieldFilter> Comparisons(EntityDescriptor entity, FieldDescriptor field) =>
        Operators(field).Append(Operator.IsEmpty).Select(@operator => Comparison(entity, field, @operator));

    private FieldFilter Field(EntityDescriptor entity)
    {
        var field = chance.Pick(Usable(entity).ToList());
        return Comparison(entity, field, chance.In(8) ? Operator.IsEmpty : chance.Pick(Operators(field).ToList()));
    }

    private FieldFilter Comparison(EntityDescriptor entity, FieldDescriptor field, Operator @operator) => @operator switch
    {
        Operator.IsEmpty => new(field.Name, @operator, []),
        Operator.In => new(field.Name, @operator, [.. Enumerable.Range(0, chance.Between(1, 4)).Select(_ => Raw(entity, field))]),
        Operator.EndsWith when field.Sensitivity == Sensitivity.Sensitive => new(field.Name, @operator, Tail(entity, field)),
        Operator.Contains or Operator.StartsWith or Operator.EndsWith => new(field.Name, @operator, Part(Raw(entity, field), @operator)),
        _ => new(field.Name, @operator, Raw(entity, field)),
    };

    private static IEnumerable<Operator> Operators(FieldDescriptor field) => field.Type switch
    {
        _ when field.Sensitivity == Sensitivity.Sensitive => [Operator.Equals, Operator.In, Operator.EndsWith],
        _ when field.Name == SystemFields.Id => [.. Ordered, Operator.In],
        FieldType.Boolean or FieldType.Reference or FieldType.Person => [Operator.Equals, Operator.In],
        FieldType.Choice => field.List is "regions" or "industries" ? [Operator.Equals, Operator.In, Operator.Under] : [Operator.Equals, Operator.In],
        FieldType.LongText => [Operator.Contains, Operator.StartsWith, Operator.EndsWith],
        _ when field.Type.IsText() => [Operator.Equals, Operator.In, Operator.Contains, Operator.StartsWith, Operator.EndsWith],
        _ => [.. Ordered, Operator.In],
    };

    private string Raw(EntityDescriptor entity, FieldDescriptor field) => RawText.Of(sight.Scope.Schema, entity, field, Value(entity, field));

    /// <summary>A value that some record has, seen or not; one of chance where none has or chance wills it.</summary>
    private object Value(EntityDescriptor entity, FieldDescriptor field)
    {
        var held = sight.Ledger.Of(sight.Scope.TenantId, entity.Name)
            .SelectMany(record => PlainComparison.Elements(sight.WithoutLimits.Value(record, field.Name)))
            .ToList();
        if (field.Type == FieldType.Reference)
        {
            return held.Count > 0 ? chance.Pick(held) : 1L;
        }

        return held.Count > 0 && chance.In(85) ? chance.Pick(held) : values.Canonical(field with { Several = false, Unique = false });
    }

    private string Tail(EntityDescriptor entity, FieldDescriptor field)
    {
        var text = Raw(entity, field);
        return text.Length < 4 ? "0000" : text[^4..];
    }

    private string Part(string text, Operator @operator)
    {
        var length = Math.Min(text.Length, chance.Between(1, 5));
        var start = @operator switch
        {
            Operator.StartsWith => 0,
            Operator.EndsWith => text.Length - length,
            _ => chance.Between(0, text.Length - length),
        };
        var part = text.Substring(start, length);
        return string.IsNullOrWhiteSpace(part) || part.Any(char.IsSurrogate) ? text : part;
    }
}
