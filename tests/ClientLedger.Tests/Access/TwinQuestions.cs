using ClientLedger.Fields;
using ClientLedger.Reading;
using ClientLedger.TestKit;
using ClientLedger.TestKit.Generators;
using ClientLedger.Tests.Isolation;

namespace ClientLedger.Tests.Access;

/// <summary>What the caller of twins asks: drawn from the descriptors, so that new entities and fields are asked for too; much of it is refused.</summary>
internal static class TwinQuestions
{
    public static IEnumerable<LedgerQuery> Queries(TwinLedgers twins) => twins.Schema.Entities.SelectMany(entity => Queries(twins, entity));

    public static IEnumerable<SearchQuery> Searches(TwinLedgers twins)
    {
        foreach (var family in new[] { TwinLedgers.Own, TwinLedgers.OthersOfAcme, TwinLedgers.OthersOfGlobex })
        {
            var records = new ValidRecords(twins.Schema, family, "secret", TestGates.Ben);
            foreach (var field in twins.Schema.Entities.SelectMany(entity => entity.Fields).Where(field => field is { Search: not SearchKind.None, Derived: false }))
            {
                yield return new SearchQuery((string)records.Value(field), []);
            }
        }

        foreach (var text in new[] { "华", "为", "客户", "hw", "hwkh", "huawei", "8000", "13811118000", "13822228000", "11118000", "wanted", "wanted7@", "WANTED00", "secret", "own", "1", "华为 own", "客户 联", "xyz" })
        {
            yield return new SearchQuery(text, []);
            yield return new SearchQuery(text, ["customer"]);
        }
    }

    private static IEnumerable<LedgerQuery> Queries(TwinLedgers twins, EntityDescriptor entity)
    {
        FieldSelection[] shown = [new("id"), new("version")];
        var plain = new LedgerQuery(entity.Name) { Select = shown, Count = true };
        yield return plain with { Deleted = true };
        foreach (var selection in ReadingCases.Everything(entity, twins.Schema))
        {
            yield return plain with { Select = [.. shown, selection] };
        }

        foreach (var field in entity.Fields)
        {
            yield return plain with { OrderBy = [new SortKey(field.Name)], Size = 1 };
            yield return plain with { OrderBy = [new SortKey(field.Name, Descending: true)], Size = 1 };
            yield return plain with { Where = new FieldFilter(field.Name, Operator.IsEmpty, []) };
            if (field.Type is FieldType.Money or FieldType.Decimal or FieldType.Integer)
            {
                yield return plain with { Sums = [field.Name] };
            }

            yield return plain with { Where = new Not(new FieldFilter(field.Name, Operator.IsEmpty, [])) };
            foreach (var value in Values(twins, field))
            {
                yield return plain with { Where = new FieldFilter(field.Name, field.Type == FieldType.LongText ? Operator.Contains : Operator.Equals, value) };
            }
        }

        foreach (var filter in Related(twins, entity))
        {
            yield return plain with { Where = filter };
            yield return plain with { Where = new Not(filter) };
        }

        foreach (var children in entity.Children)
        {
            foreach (var field in twins.Schema[children.Entity].Fields.Where(field => field.Type is FieldType.Money or FieldType.Decimal or FieldType.Date or FieldType.Moment))
            {
                yield return plain with { Select = [.. shown, new AggregateSelection("least", children.Name, AggregateFunction.Minimum, field.Name), new AggregateSelection("most", children.Name, AggregateFunction.Maximum, field.Name)] };
                yield return plain with { Select = [.. shown, new AggregateSelection("sum", children.Name, AggregateFunction.Sum, field.Name)] };
            }

            yield return plain with
            {
                Select = [.. shown, new ChildrenSelection("children", children.Name, ReadingCases.Everything(twins.Schema[children.Entity], twins.Schema).OfType<FieldSelection>().Where(each => each.Field is not ("creditLimit" or "phones")).ToList<Selection>())],
            };
        }
    }

    private static IEnumerable<Filter> Related(TwinLedgers twins, EntityDescriptor entity)
    {
        foreach (var reference in ReadingCases.References(entity))
        {
            var target = twins.Schema[reference.Target!];
            yield return new ReferenceFilter(reference.Name, new Not(new FieldFilter(target.Title, Operator.IsEmpty, [])));
            yield return new ReferenceFilter(reference.Name, new FieldFilter(target.Title, Operator.Contains, "secret"));
            foreach (var field in new[] { "creditLimit", "phones", "owner" }.Where(name => target.Find(name) is not null))
            {
                yield return new ReferenceFilter(reference.Name, new FieldFilter(field, Operator.IsEmpty, []));
            }
        }

        foreach (var children in entity.Children)
        {
            var child = twins.Schema[children.Entity];
            foreach (var quantifier in Enum.GetValues<Quantifier>())
            {
                yield return new ChildrenFilter(children.Name, quantifier, null);
                yield return new ChildrenFilter(children.Name, quantifier, new FieldFilter(child.Title, child.Find(child.Title)!.Type == FieldType.LongText ? Operator.Contains : Operator.StartsWith, "s"));
            }

            yield return new AggregateFilter(children.Name, AggregateFunction.Count, null, null, Operator.Greater, "1");
        }
    }

    /// <summary>A value as the caller, and as others in either tenant have it.</summary>
    private static IEnumerable<string> Values(TwinLedgers twins, FieldDescriptor field)
    {
        if (field.Type is FieldType.Reference)
        {
            return field.Target is { } target ? [RecordIdOf(twins, target, twins.OwnIds), RecordIdOf(twins, target, target == "product" ? twins.OwnIds : twins.OtherIds)] : [];
        }

        return new[] { TwinLedgers.Own, TwinLedgers.OthersOfAcme, TwinLedgers.OthersOfGlobex }.Select(family => ValidRecords.Typed(new ValidRecords(twins.Schema, family, "secret", TestGates.Ben).Value(field))).Distinct();
    }

    private static string RecordIdOf(TwinLedgers twins, string entity, Dictionary<string, long> ids) => ClientLedger.Shared.RecordIds.Format(twins.Schema[entity].IdPrefix, ids[entity]);
}
