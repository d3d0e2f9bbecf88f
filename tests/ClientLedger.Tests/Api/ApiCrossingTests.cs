using ClientLedger.Api.Schemas;
using ClientLedger.Fields;
using ClientLedger.Storage;
using ClientLedger.TestKit;
using ClientLedger.Tests.Isolation;

namespace ClientLedger.Tests.Api;

/// <summary>Nothing crosses from one tenant to another through the API: two that look alike, of which one has more.</summary>
public sealed class ApiCrossingTests
{
    [Theory]
    [MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task No_record_of_another_ledger_is_read(Provider provider)
    {
        await using var ledgers = await TwoLedgers.CreateAsync(provider);
        var api = new ApiCase(BuiltInEntities.Schema, ledgers.Gates.Reading, ledgers.Gates.Writing);
        foreach (var entity in ledgers.Gates.Schema.Entities)
        {
            var document = $"{{ list: {entity.Plural} {{ totalCount edges {{ cursor node {{ {Everything(ledgers.Gates.Schema, entity)} }} }} }} }}";
            var ours = (await api.DataAsync(ledgers.Ours, document))["list"]!;
            Assert.Equal((1, 1), ((int)ours["totalCount"]!, ours["edges"]!.AsArray().Count));
            ReadingCases.AssertOurs(ledgers, ours.Text());
            Assert.Equal(ledgers.IdOf(entity.Name, ledgers.Twins[entity.Name]), (string)ours["edges"]![0]!["node"]!["id"]!);
            var theirs = (await api.DataAsync(ledgers.Theirs, document))["list"]!;
            Assert.Equal(2, (int)theirs["totalCount"]!);

            await AskByIdAsync(api, ledgers, entity);
            foreach (var place in new[] { "first: 1, after", "last: 1, before" })
            {
                var from = $"{{ {entity.Plural}({place}: \"{theirs["edges"]![1]!["cursor"]}\") {{ nodes {{ id }} }} }}";
                Assert.Equal("query.cursorInvalid", await api.CodeAsync(ledgers.Ours, from));
                await api.DataAsync(ledgers.Theirs, from);
            }
        }

        await ledgers.AssertTheirsUntouchedAsync();
    }

    [Theory]
    [MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task No_record_of_another_ledger_is_changed_or_referred_to(Provider provider)
    {
        await using var ledgers = await TwoLedgers.CreateAsync(provider);
        var api = new ApiCase(BuiltInEntities.Schema, ledgers.Gates.Reading, ledgers.Gates.Writing);
        foreach (var entity in ledgers.Gates.Schema.Entities)
        {
            var (record, many) = (TypeNames.Record(entity.Name), TypeNames.Many(entity));
            var (ours, theirs) = (ledgers.IdOf(entity.Name, ledgers.Twins[entity.Name]), ledgers.IdOf(entity.Name, ledgers.Foreigners[entity.Name]));
            var text = entity.Fields.First(field => field is { Derived: false, Type: FieldType.Text or FieldType.LongText, Unique: false, Several: false }).Name;
            foreach (var mutation in new[]
            {
                $"it: update{record}(id: \"{theirs}\", values: {{ {text}: \"x\" }})", $"it: delete{record}(id: \"{theirs}\")", $"it: restore{record}(id: \"{theirs}\", version: 1)",
                $"many: update{many}(rows: [{{ id: \"{theirs}\", values: {{ {text}: \"x\" }} }}])", $"many: delete{many}(rows: [{{ id: \"{theirs}\" }}])", $"many: restore{many}(rows: [{{ id: \"{theirs}\" }}])",
            })
            {
                var shows = $"id {entity.Name} {{ id }} userErrors {{ code }}";
                var data = await api.DataAsync(ledgers.Ours, $"mutation {{ {mutation} {{ {(mutation[0] == 'm' ? $"results {{ {shows} }}" : shows)} }} }}");
                var payload = data["it"] ?? data["many"]!["results"]![0]!;
                Assert.Equal($$"""{"id":null,"{{entity.Name}}":null,"userErrors":[{"code":"write.recordUnknown"}]}""", payload.Text());
            }

            foreach (var reference in ReadingCases.References(entity).Where(field => !field.Derived))
            {
                var foreign = ledgers.IdOf(reference.Target!, ledgers.Foreigners[reference.Target!]);
                var data = await api.DataAsync(ledgers.Ours, $"mutation {{ it: update{record}(id: \"{ours}\", values: {{ {reference.Name}: \"{foreign}\" }}) {{ userErrors {{ code path }} }} }}");
                Assert.Equal($$"""{"userErrors":[{"code":"write.referenceUnknown","path":["values","{{reference.Name}}"]}]}""", data["it"]!.Text());
            }
        }

        await ledgers.AssertTheirsUntouchedAsync();
    }

    private static async Task AskByIdAsync(ApiCase api, TwoLedgers ledgers, EntityDescriptor entity)
    {
        var id = ledgers.IdOf(entity.Name, ledgers.Foreigners[entity.Name]);
        var document = $"{{ one: {entity.Name}(id: \"{id}\") {{ id }} node(id: \"{id}\") {{ id }} nodes(ids: [\"{id}\"]) {{ id }} list: {entity.Plural}(where: {{ id: {{ equals: \"{id}\" }} }}) {{ totalCount }} }}";
        Assert.Equal("""{"one":null,"node":null,"nodes":[null],"list":{"totalCount":0}}""", (await api.DataAsync(ledgers.Ours, document)).Text());
        Assert.Equal(1, (int)(await api.DataAsync(ledgers.Theirs, document))["list"]!["totalCount"]!);
    }

    /// <summary>Every field of a record, and the titles and numbers of all records around it.</summary>
    private static string Everything(LedgerSchema schema, EntityDescriptor entity) => string.Join(
        ' ',
        [
            .. entity.Fields.Select(field => FieldShape.IsLink(field) ? $"{field.Name} {{ id title: {schema[field.Target!].Title} }}" : field.Name),
            .. entity.Children.Select(relation => $"{relation.Name} {{ totalCount nodes {{ id title: {schema[relation.Entity].Title} }} }}"),
        ]);
}
