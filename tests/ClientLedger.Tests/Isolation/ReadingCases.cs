using ClientLedger.Fields;
using ClientLedger.History;
using ClientLedger.Messages;
using ClientLedger.Reading;
using ClientLedger.Reading.Binding;
using ClientLedger.Tenancy;
using ClientLedger.TestKit;
using ClientLedger.TestKit.Generators;

namespace ClientLedger.Tests.Isolation;

/// <summary>What Acme reads while Globex looks like it.</summary>
internal static class ReadingCases
{
    public static async Task PagesAsync(TwoLedgers ledgers)
    {
        foreach (var entity in ledgers.Gates.Schema.Entities)
        {
            var all = new LedgerQuery(entity.Name) { Select = Everything(entity, ledgers.Gates.Schema), Count = true };
            var (page, json) = await ledgers.ReadAsync(ledgers.Ours, all);
            Assert.Equal((1, 1L), (page.Rows, page.Total));
            AssertOurs(ledgers, json);
            Assert.Contains(ledgers.IdOf(entity.Name, ledgers.Twins[entity.Name]), json, StringComparison.Ordinal);
            Assert.Equal(2, (await ledgers.ReadAsync(ledgers.Theirs, all)).Page.Rows);

            foreach (var filter in Foreign(ledgers, entity))
            {
                Assert.Equal(0, (await ledgers.ReadAsync(ledgers.Ours, all with { Where = filter })).Page.Rows);
                Assert.NotEqual(0, (await ledgers.ReadAsync(ledgers.Theirs, all with { Where = filter })).Page.Rows);
            }

            await CursorsAsync(ledgers, entity);
        }
    }

    public static async Task AggregatesAsync(TwoLedgers ledgers)
    {
        foreach (var entity in ledgers.Gates.Schema.Entities)
        {
            var all = new AggregateQuery(entity.Name) { Measures = [new Measure(MeasureFunction.Count), new Measure(MeasureFunction.Distinct, "createdAt"), new Measure(MeasureFunction.Percentile, "createdAt", 50)] };
            Assert.Equal(1L, Assert.Single(await ledgers.Gates.Reading.AggregateAsync(ledgers.Ours, all, default)).Values[0]);
            Assert.Equal(2L, Assert.Single(await ledgers.Gates.Reading.AggregateAsync(ledgers.Theirs, all, default)).Values[0]);
            foreach (var field in entity.Fields.Where(Binder.IsGroupable))
            {
                var group = Assert.Single(await ledgers.Gates.Reading.AggregateAsync(ledgers.Ours, all with { GroupBy = [new GroupKey(field.Name)] }, default));
                AssertOurs(ledgers, $"{group.Keys[0]}");
                Assert.DoesNotContain(group.Keys[0], ledgers.Foreigners.Where(foreign => foreign.Key == field.Target).Select(foreign => (object?)foreign.Value));
            }
        }
    }

    public static async Task SearchesAsync(TwoLedgers ledgers)
    {
        var both = new ValidRecords(ledgers.Gates.Schema, TwoLedgers.Both, TwoLedgers.OurMark, TestGates.Anna);
        var foreign = new ValidRecords(ledgers.Gates.Schema, TwoLedgers.Foreign, TwoLedgers.TheirMark, TestGates.Anna);
        var entities = ledgers.Gates.Schema.Entities.ToDictionary(entity => entity.Name);
        foreach (var field in entities.Values.SelectMany(entity => entity.Fields).Where(field => field is { Search: not SearchKind.None, Derived: false }))
        {
            var ours = await SearchAsync(ledgers, ledgers.Ours, (string)both.Value(field));
            Assert.NotEmpty(ours.Hits);
            Assert.All(ours.Hits, hit => Assert.Equal(ledgers.Twins[hit.Entity], hit.Id));
            Assert.All(ours.Hits, hit => AssertOurs(ledgers, hit.Title ?? ""));

            var text = (string)foreign.Value(field);
            Assert.Empty((await SearchAsync(ledgers, ledgers.Ours, text)).Hits);
            Assert.NotEmpty((await SearchAsync(ledgers, ledgers.Theirs, text)).Hits);
        }

        foreach (var text in new[] { "腾", "tengxun", "txkh", "8002" })
        {
            Assert.Empty((await SearchAsync(ledgers, ledgers.Ours, text)).Hits);
            Assert.NotEmpty((await SearchAsync(ledgers, ledgers.Theirs, text)).Hits);
        }
    }

    public static async Task HistoryAsync(TwoLedgers ledgers)
    {
        var history = new RecordHistory(ledgers.Gates.Reading);
        foreach (var entity in ledgers.Gates.Schema.Entities)
        {
            var entry = Assert.Single(await history.ReadAsync(ledgers.Ours, entity.Name, ledgers.Twins[entity.Name], null, null, CancellationToken.None));
            Assert.Equal((1L, 1L), (entry.Version, entry.Place.SetNumber));
            AssertOurs(ledgers, string.Join(";", entry.Changes.Select(change => $"{change.Before} {change.After}")));
            await AssertUnknownAsync(ledgers, entity, id => history.ReadAsync(ledgers.Ours, entity.Name, id, null, null, CancellationToken.None));
        }
    }

    public static async Task RestoreAsync(TwoLedgers ledgers)
    {
        var history = new RecordHistory(ledgers.Gates.Reading);
        foreach (var entity in ledgers.Gates.Schema.Entities)
        {
            string[] fields = [.. entity.Fields.Skip(SystemFields.Count).Select(field => field.Name)];
            var back = await history.RestoreAsync(ledgers.Ours, entity.Name, ledgers.Twins[entity.Name], 1, fields, 1, CancellationToken.None);
            Assert.Empty(back.Changes[0].Values.Names);
            await AssertUnknownAsync(ledgers, entity, id => history.RestoreAsync(ledgers.Ours, entity.Name, id, 1, fields, 1, CancellationToken.None));
        }
    }

    /// <summary>A fault in Globex's log is no matter of Acme's.</summary>
    public static async Task VerifierAsync(TwoLedgers ledgers)
    {
        await ledgers.Gates.Ledger.AttackAsync("""DELETE FROM "LogEntry" WHERE "TenantId" = 2""");
        var verifier = new LogVerifier(ledgers.Gates.Database, ledgers.Gates.Schema);
        var ours = await verifier.VerifyAsync(TestLedger.Acme, TestGates.Secrets(TestLedger.Acme), [], CancellationToken.None);
        var theirs = await verifier.VerifyAsync(TestLedger.Globex, TestGates.Secrets(TestLedger.Globex), [], CancellationToken.None);
        Assert.Equal(new LogVerdict(1, ledgers.Twins.Count, null), ours);
        Assert.NotNull(theirs.Fault);
        await ledgers.RestoreAsync();
    }

    /// <summary>A record of another tenant is refused in the words of one that nobody has.</summary>
    public static async Task AssertUnknownAsync(TwoLedgers ledgers, EntityDescriptor entity, Func<long, Task> read)
    {
        var theirs = await Assert.ThrowsAsync<RefusedException>(() => read(ledgers.Foreigners[entity.Name]));
        var nobodys = await Assert.ThrowsAsync<RefusedException>(() => read(4711));
        Assert.Equal(
            nobodys.Message.Replace(ledgers.IdOf(entity.Name, 4711), "", StringComparison.Ordinal),
            theirs.Message.Replace(ledgers.IdOf(entity.Name, ledgers.Foreigners[entity.Name]), "", StringComparison.Ordinal));
    }

    /// <summary>Nothing in it is Globex's.</summary>
    public static void AssertOurs(TwoLedgers ledgers, string text)
    {
        Assert.DoesNotContain(TwoLedgers.TheirMark, text, StringComparison.Ordinal);
        Assert.All(ledgers.Foreigners, foreign => Assert.DoesNotContain(ledgers.IdOf(foreign.Key, foreign.Value), text, StringComparison.Ordinal));
    }

    /// <summary>All fields of an entity, the records at the end of its references, and its children with their number.</summary>
    public static IReadOnlyList<Selection> Everything(EntityDescriptor entity, LedgerSchema schema) =>
    [
        .. entity.Fields.Select(field => new FieldSelection(field.Name)),
        .. References(entity).Select(field => new ReferenceSelection("at " + field.Name, field.Name, Short(schema[field.Target!]))),
        .. entity.Children.Select(children => new ChildrenSelection("of " + children.Name, children.Name, Short(schema[children.Entity]))),
        .. entity.Children.Select(children => new AggregateSelection("number of " + children.Name, children.Name, AggregateFunction.Count, null)),
    ];

    public static IEnumerable<FieldDescriptor> References(EntityDescriptor entity) => entity.Fields.Where(field => field is { Type: FieldType.Reference, Target: not null });

    private static IReadOnlyList<Selection> Short(EntityDescriptor entity) => [new FieldSelection("id"), new FieldSelection("title", entity.Title)];

    /// <summary>Filters that find something in Globex and must find nothing in Acme.</summary>
    private static IEnumerable<Filter> Foreign(TwoLedgers ledgers, EntityDescriptor entity)
    {
        yield return IsForeign(ledgers, entity.Name);
        foreach (var reference in References(entity).Where(field => !field.Derived && field.Target != entity.Name))
        {
            yield return new FieldFilter(reference.Name, Operator.Equals, ledgers.IdOf(reference.Target!, ledgers.Foreigners[reference.Target!]));
            yield return new ReferenceFilter(reference.Name, IsForeign(ledgers, reference.Target!));
        }

        foreach (var children in entity.Children.Where(children => children.Entity != entity.Name))
        {
            yield return new ChildrenFilter(children.Name, Quantifier.Some, IsForeign(ledgers, children.Entity));
        }

        var records = new ValidRecords(ledgers.Gates.Schema, TwoLedgers.Foreign, TwoLedgers.TheirMark, TestGates.Anna);
        var both = new ValidRecords(ledgers.Gates.Schema, TwoLedgers.Both, TwoLedgers.OurMark, TestGates.Anna);
        foreach (var field in entity.Fields.Where(field => field is { Derived: false, Type: not FieldType.Reference }))
        {
            if (!Equals(records.Value(field), both.Value(field)) && (entity.Name, field.Name) != ("order", "amount") && (entity.Name, field.Name) != ("orderLine", "amount"))
            {
                yield return new FieldFilter(field.Name, field.Type == FieldType.LongText ? Operator.Contains : Operator.Equals, ValidRecords.Typed(records.Value(field)));
            }
        }
    }

    private static FieldFilter IsForeign(TwoLedgers ledgers, string entity) => new("id", Operator.Equals, ledgers.IdOf(entity, ledgers.Foreigners[entity]));

    /// <summary>A place in Globex's list is none in Acme's.</summary>
    private static async Task CursorsAsync(TwoLedgers ledgers, EntityDescriptor entity)
    {
        var (theirs, _) = await ledgers.ReadAsync(ledgers.Theirs, new LedgerQuery(entity.Name));
        foreach (var query in new[] { new LedgerQuery(entity.Name) { After = theirs.Start }, new LedgerQuery(entity.Name) { Before = theirs.End } })
        {
            var refused = await Assert.ThrowsAsync<RefusedException>(() => ledgers.ReadAsync(ledgers.Ours, query));
            Assert.Equal("query.cursorInvalid", refused.Refusal.Code.Code);
            Assert.Equal(1, (await ledgers.ReadAsync(ledgers.Theirs, query)).Page.Rows);
        }
    }

    private static Task<SearchAnswer> SearchAsync(TwoLedgers ledgers, LedgerScope scope, string text) =>
        ledgers.Gates.Reading.SearchAsync(scope, new SearchQuery(text, []), CancellationToken.None);
}
