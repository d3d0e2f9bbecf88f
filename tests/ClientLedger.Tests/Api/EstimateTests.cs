using System.Globalization;
using System.Text.Json.Nodes;
using ClientLedger.Fields;
using ClientLedger.Storage;
using ClientLedger.TestKit;
using ClientLedger.TestKit.Generators;
using ClientLedger.TestKit.Plain;
using ClientLedger.Writing;
using Xunit.Abstractions;

namespace ClientLedger.Tests.Api;

/// <summary>What an operation is estimated to cost is never less than the rows that its statements return, and little more where every list is full.</summary>
public sealed class EstimateTests(ITestOutputHelper output)
{
    /// <summary>Records of every list of a record that others refer to.</summary>
    private const int Below = 2;

    /// <summary>How much more than its rows a document with full lists is estimated at, at most.</summary>
    private const int MostTimes = 4;

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Where_every_list_is_full_the_estimate_is_at_most_four_times_the_rows(Provider provider)
    {
        await using var gates = await TestGates.CreateAsync(provider);
        foreach (var tenant in new[] { TestLedger.Acme, TestLedger.Globex })
        {
            await FillAsync(gates, tenant);
        }

        var owner = gates.Owner();
        var watched = new WatchedLedger(gates.Database);
        var scope = PlainScope.Of(owner.TenantId, owner.Schema, owner.Rights, watched, TestGates.Secrets(owner.TenantId));
        var api = new ApiCase(gates.Schema, gates.Reading, gates.Writing) { TellsCost = true };
        var chance = new Chance(Depth.Seed(325, output));
        var (full, asked, most) = (0, 0, 0.0);
        while (full < Depth.Count(1_000))
        {
            asked++;
            var entity = chance.Pick(gates.Schema.Entities.Where(entity => entity.Children.Count > 0).ToList());
            var document = $"{{ {entity.Plural}(first: {chance.Between(1, 4)}) {{ {Page(chance, gates.Schema, entity, depth: chance.Between(0, 3))} }} }}";
            watched.Forget();
            var text = await api.AnswerAsync(scope, document);
            var answer = JsonNode.Parse(text)!;
            Assert.True(answer["errors"] is null, $"{document}\n{text}");
            var (rows, estimated) = (watched.Statements.Sum(statement => statement.Rows), (double)answer["extensions"]!["cost"]!["typeCost"]!);
            Assert.True(rows <= estimated, $"{rows} rows, {estimated} estimated: {document}\n{string.Join('\n', watched.Statements)}");
            if (AreFull(answer["data"]!, document))
            {
                full++;
                most = Math.Max(most, estimated / rows);
                Assert.True(estimated <= MostTimes * rows, $"{rows} rows, {estimated} estimated: {document}\n{string.Join('\n', watched.Statements)}");
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{full} of {asked} documents had full lists; the largest estimate was {most:F2} times the rows."));
        Assert.True(full * 2 > asked, "Few lists are full: the records were made for another schema.");
    }

    /// <summary>A page, whose lists tell in their aliases how many they ask for.</summary>
    private static string Page(Chance chance, LedgerSchema schema, EntityDescriptor entity, int depth)
    {
        var shows = Record(chance, schema, entity, depth);
        return (chance.In(50) ? $"nodes {{ {shows} }}" : $"edges {{ cursor node {{ {shows} }} }}") + (chance.In(30) ? " totalCount" : "") + (chance.In(50) ? " pageInfo { hasNextPage endCursor }" : "");
    }

    private static string Record(Chance chance, LedgerSchema schema, EntityDescriptor entity, int depth)
    {
        List<string> shows = ["id", .. chance.Some(entity.Fields.Where(field => field.Type is not FieldType.Reference && field.Name != SystemFields.Id), 3).Select(field => field.Name)];
        if (depth > 0)
        {
            foreach (var reference in chance.Some(entity.Fields.Where(field => field is { Type: FieldType.Reference, Target: not null }), chance.Between(0, 1)))
            {
                shows.Add($"{reference.Name} {{ id {schema[reference.Target!].Title} }}");
            }

            foreach (var relation in chance.Some(entity.Children.Where(relation => relation.Entity != entity.Name), chance.Between(1, 2)))
            {
                var first = chance.Between(1, Below);
                shows.Add($"of{first}{relation.Name}: {relation.Name}(first: {first}) {{ {Page(chance, schema, schema[relation.Entity], depth - 1)} }}");
            }
        }

        if (depth > 0 && entity.Name == "customer" && chance.In(30))
        {
            var first = chance.Between(1, Below);
            shows.Add($"of{first}timeline: timeline(first: {first}) {{ {(chance.In(50) ? "nodes { at record { id } }" : "edges { cursor node { record { id } } }")} pageInfo {{ hasNextPage }} }}");
        }

        return string.Join(' ', shows);
    }

    /// <summary>Every list has as many records as were asked for.</summary>
    private static bool AreFull(JsonNode data, string document)
    {
        var (_, list) = data.AsObject().Single();
        return Count(list!) == document[document.IndexOf("first: ", StringComparison.Ordinal) + 7] - '0' && AreFull(list);

        static int Count(JsonNode page) => (page["nodes"] ?? page["edges"])!.AsArray().Count;

        static bool AreFull(JsonNode? node) => node switch
        {
            JsonArray array => array.All(AreFull),
            JsonObject each => each.All(field => (!field.Key.StartsWith("of", StringComparison.Ordinal) || Count(field.Value!) == field.Key[2] - '0') && AreFull(field.Value)),
            _ => true,
        };
    }

    /// <summary>Every record that can be referred to is, by so many others in each list.</summary>
    private static async Task FillAsync(TestGates gates, int tenant)
    {
        var owner = gates.Owner(tenant);
        var values = new ValidRecords(gates.Schema, number: 1, "dense", TestGates.Anna);
        var ids = new Dictionary<string, List<long>>();
        foreach (var entity in ReferenceOrder.Of(gates.Schema))
        {
            var references = entity.Fields.Where(field => field is { Type: FieldType.Reference, Target: { } target, Derived: false } && target != entity.Name).ToList();
            var count = references.Select(field => Below * ids[field.Target!].Count).DefaultIfEmpty(4).Max();
            var changes = Enumerable.Range(0, count).Select(i => new RecordChange(Verb.Create, entity.Name)
            {
                Values = FieldValues.Of(
                [
                    .. references.Select(field => (field.Name, (object?)ids[field.Target!][i % ids[field.Target!].Count])),
                    .. entity.Fields.Where(field => field is { Required: true, Derived: false } && field.Type != FieldType.Reference)
                        .Select(field => (field.Name, field.Type == FieldType.Text ? $"{field.Name} {i}" : (object?)values.Value(field))),
                ]),
            }).ToList();
            var result = await gates.Writing.ApplyAsync(owner, new ChangeSet(Door.Seed, changes) { Duplicates = DuplicatePolicy.Create }, CancellationToken.None);
            Assert.Empty(result.Rows.SelectMany(row => row.Refusals).Select(refusal => $"{entity} {refusal}").Distinct());
            ids.Add(entity.Name, [.. result.Rows.Select(row => row.Id!.Value)]);
        }
    }
}
