using ClientLedger.Fields;
using ClientLedger.Messages;
using ClientLedger.TestKit;
using ClientLedger.TestKit.Generators;
using ClientLedger.Tests.Writing;
using ClientLedger.Writing;

namespace ClientLedger.Tests.Isolation;

/// <summary>What Acme writes while Globex looks like it.</summary>
internal static class WritingCases
{
    private const long Nobodys = 4711;

    public static async Task ApplyAsync(TwoLedgers ledgers)
    {
        foreach (var entity in ledgers.Gates.Schema.Entities)
        {
            await ForeignRecordsAsync(ledgers, entity);
            await ForeignReferencesAsync(ledgers, entity);
        }

        await KeysAsync(ledgers);
        await BaseVersionsAsync(ledgers);
        await DuplicatesAsync(ledgers);
    }

    /// <summary>Every verb on a record of Globex's is refused in the words of a record that nobody has.</summary>
    private static async Task ForeignRecordsAsync(TwoLedgers ledgers, EntityDescriptor entity)
    {
        var field = entity.Fields.First(field => field is { Derived: false, Type: FieldType.Text or FieldType.LongText, Unique: false });
        foreach (var verb in new[] { Verb.Update, Verb.Delete, Verb.Restore, Verb.Confirm })
        {
            foreach (var version in new long?[] { null, 1 })
            {
                var values = verb == Verb.Update ? FieldValues.Of((field.Name, "taken over")) : FieldValues.None;
                var change = new RecordChange(verb, entity.Name) { Values = values, BaseVersion = version };
                var theirs = await RefusedAsync(ledgers, change with { Id = ledgers.Foreigners[entity.Name] });
                var nobodys = await RefusedAsync(ledgers, change with { Id = Nobodys });
                Assert.Equal("write.recordUnknown", theirs.Code.Code);
                Assert.Equal(Without(ledgers, entity, nobodys, Nobodys), Without(ledgers, entity, theirs, ledgers.Foreigners[entity.Name]));
            }
        }
    }

    private static async Task ForeignReferencesAsync(TwoLedgers ledgers, EntityDescriptor entity)
    {
        var foreign = new ValidRecords(ledgers.Gates.Schema, TwoLedgers.Foreign, TwoLedgers.TheirMark, TestGates.Anna);
        foreach (var reference in ReadingCases.References(entity).Where(field => !field.Derived))
        {
            var target = ledgers.Gates.Schema[reference.Target!];
            List<object> values = [ledgers.Foreigners[target.Name], ledgers.IdOf(target.Name, ledgers.Foreigners[target.Name])];
            foreach (var key in target.Fields.Where(field => field is { Derived: false, Type: FieldType.Text } && (field.Unique || field.Name == target.Title)))
            {
                values.Add(new RecordReference.ByField(key.Name, foreign.Value(key)));
            }

            foreach (var value in values)
            {
                var refused = await RefusedAsync(ledgers, WriteGateTests.Update(entity.Name, ledgers.Twins[entity.Name], null, (reference.Name, value)));
                Assert.Equal(("write.referenceUnknown", reference.Name), (refused.Code.Code, refused.Field));
            }
        }
    }

    /// <summary>A key that Globex has is free in Acme; one that both have is Acme's own record.</summary>
    private static async Task KeysAsync(TwoLedgers ledgers)
    {
        foreach (var key in new[] { "number", "uniqueText" })
        {
            var made = await AppliedAsync(ledgers, Upsert(key, $"{key}-{TwoLedgers.Foreign}", ("name", "Nova of " + key)));
            Assert.Equal(Outcome.Created, made.Outcome);
            Assert.NotEqual(ledgers.Foreigners["customer"], made.Id);
            var own = await AppliedAsync(ledgers, Upsert(key, $"{key}-{TwoLedgers.Both}", ("city", "Ulm " + key)));
            Assert.Equal((Outcome.Updated, ledgers.Twins["customer"]), (own.Outcome, own.Id));
        }

        static RecordChange Upsert(string key, string value, (string, object?) other) =>
            new(Verb.Upsert, "customer") { Key = key, Values = FieldValues.Of((key, value), other) };
    }

    /// <summary>Globex has two more versions of the customer, in which the postal code changed; Acme's log knows nothing of them.</summary>
    private static async Task BaseVersionsAsync(TwoLedgers ledgers)
    {
        var id = ledgers.Twins["order"];
        Assert.Equal("write.baseTooOld", (await RefusedAsync(ledgers, WriteGateTests.Update("order", id, 2, ("remarks", "x")))).Code.Code);
        var merged = await AppliedAsync(ledgers, WriteGateTests.Update("customer", ledgers.Twins["customer"], 1, ("postalCode", "53111")));
        Assert.Equal((Outcome.Updated, 4L), (merged.Outcome, merged.Version));
    }

    /// <summary>Names, phones, addresses and tax numbers of Globex's customers are no duplicates.</summary>
    private static async Task DuplicatesAsync(TwoLedgers ledgers)
    {
        var foreign = new ValidRecords(ledgers.Gates.Schema, TwoLedgers.Foreign, TwoLedgers.OurMark, TestGates.Anna);
        foreach (var name in new[] { "customer", "contact" })
        {
            var entity = ledgers.Gates.Schema[name];
            var fields = entity.Fields.Where(field => field.WarnOnDuplicates || field.Name == entity.Title).ToList();
            (string, object?)[] needed = name == "contact" ? [("customer", ledgers.Twins["customer"])] : [];
            foreach (var policy in new[] { DuplicatePolicy.Ask, DuplicatePolicy.Skip, DuplicatePolicy.Update })
            {
                var change = WriteGateTests.Create(name, [.. needed, .. fields.Select(field => (field.Name, (object?)foreign.Value(field)))]);
                var result = await ledgers.Gates.Writing.ApplyAsync(ledgers.Ours, new ChangeSet(Door.Import, [change]) { Duplicates = policy }, CancellationToken.None);
                Assert.Equal(Outcome.Created, result.Rows[0].Outcome);
                Assert.Empty(result.Rows[0].Duplicates);
                await AppliedAsync(ledgers, new RecordChange(Verb.Delete, name) { Id = result.Rows[0].Id });
            }
        }
    }

    private static async Task<RowResult> AppliedAsync(TwoLedgers ledgers, RecordChange change)
    {
        var row = (await ledgers.Gates.ApplyAsync(ledgers.Ours, change)).Rows[0];
        Assert.Empty(row.Refusals);
        return row;
    }

    private static async Task<Refusal> RefusedAsync(TwoLedgers ledgers, RecordChange change)
    {
        var result = await ledgers.Gates.ApplyAsync(ledgers.Ours, change);
        Assert.False(result.Applied);
        return Assert.Single(result.Rows[0].Refusals);
    }

    private static string Without(TwoLedgers ledgers, EntityDescriptor entity, Refusal refusal, long id) =>
        refusal.In(Language.English).Replace(ledgers.IdOf(entity.Name, id), "", StringComparison.Ordinal);
}
