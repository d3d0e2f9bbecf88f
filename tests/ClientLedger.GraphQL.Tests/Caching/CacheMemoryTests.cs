using ClientLedger.GraphQL.Caching;
using ClientLedger.GraphQL.Execution;
using ClientLedger.GraphQL.Types;
using Xunit.Abstractions;

namespace ClientLedger.GraphQL.Tests.Caching;

/// <summary>Whoever asks many documents, each once, fills the caches and no more: what they hold is what the collector finds.</summary>
[Collection(Alone.Name)]
public sealed class CacheMemoryTests(ITestOutputHelper output)
{
    private const int Budget = 4 * 1024 * 1024;

    private static readonly Schema Schema = new SchemaBuilder()
        .Sdl(CostDirectives.Sdl)
        .Sdl(
            """
            type Query { a: Int n: Node list(first: Int): [Node] @listSize(slicingArguments: ["first"], requireOneSlicingArgument: false) e: Colour with(x: [Int], s: String, in: In): Int }
            interface Node { id: Int next: Node }
            type A implements Node { id: Int next: Node a: Int }
            type B implements Node { id: Int next: Node b: Int }
            type C implements Node { id: Int next: Node c: Int }
            enum Colour { RED GREEN BLUE }
            input In { x: Int, in: In }
            """)
        .Resolve("Query", "a", _ => new(1))
        .Build();

    /// <summary>The server, while its caches are full.</summary>
    private readonly List<GraphQLServer> filled = [];

    /// <summary>The shapes that a document's bytes can take: in its text, its nodes, its plans, its prices, its errors.</summary>
    public static TheoryData<string, int> Floods => new()
    {
        { "tiny", 20_000 }, { "fields", 600 }, { "aliases", 400 }, { "conditions", 100 }, { "operations", 400 }, { "fragments", 400 }, { "abstract", 400 }, { "lists", 400 }, { "values", 400 }, { "objects", 400 },
        { "strings", 1_000 }, { "lines", 1_000 }, { "errors", 1_000 }, { "directives", 400 }, { "variables", 400 }, { "too dear", 300 }, { "long names", 500 },
    };

    [Theory]
    [MemberData(nameof(Floods))]
    public async Task The_caches_hold_as_much_as_they_say(string flood, int count)
    {
        var counted = await FillAsync(flood, count);
        await Task.Yield();
        var before = Collect();
        filled.Clear();
        var held = before - Collect();
        output.WriteLine($"{flood}: {held:N0} bytes are held, {counted:N0} are counted");
        Assert.InRange(counted, Budget / 3, Budget * 3 / 2);
        Assert.InRange(held, Budget / 20, counted + (Budget / 10));
    }

    private async Task<long> FillAsync(string flood, int count)
    {
        filled.Add(new GraphQLServer(new GraphQLServerOptions
        {
            Caching = new CachingOptions { DocumentBytes = Budget / 2, ValidationBytes = Budget },
            Execution = new ExecutionOptions { Cost = new CostOptions { MaxFieldCost = 50_000, MaxTypeCost = 50_000 } },
        }));
        await Task.Run(() => AskAsync(filled[0], flood, 0, count));
        return filled[0].Documents.Bytes;
    }

    /// <summary>How much is held when all that nobody holds has gone, what earlier tests left included: finalizers run, and what they let go is collected, too.</summary>
    private static long Collect()
    {
        for (var round = 0; round < 4; round++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private static async Task AskAsync(GraphQLServer server, string flood, int from, int to)
    {
        for (var number = from; number < to; number++)
        {
            foreach (var variables in flood == "conditions" ? Enumerable.Range(0, 32).Select(Outcome) : ["{}"])
            {
                await server.AskAsync(Schema, DocumentOf(flood, number), variables);
            }
        }
    }

    private static string Outcome(int bits) => "{" + string.Join(',', Enumerable.Range(0, 5).Select(bit => $"\"v{bit}\":{(((bits >> bit) & 1) == 1 ? "true" : "false")}")) + "}";

    private static string DocumentOf(string flood, int number) => flood switch
    {
        "tiny" => $"{{ a{number}: a }}",
        "fields" => $"{{ a{number}: a {Each(90, field => $"b{number}{field}:a")} }}",
        "aliases" => $"{{ a{number}: a {Each(90, field => $"x{number}{field}: n {{ id id id id }}")} }}",
        "conditions" => $"query ({Each(5, v => $"$v{v}: Boolean!")}) {{ a{number}: a {Each(5, v => $"b{v}: a @include(if: $v{v})")} {Each(60, field => $"x{number}{field}: n {{ id }}")} }}",
        "operations" => $"{{ a{number}: a }} {Each(49, one => $"query q{number}{one} {{ a }}")}".Replace("{ a" + number + ":", $"query x {{ a{number}:", StringComparison.Ordinal),
        "fragments" => $"{{ a{number}: a {Each(90, one => $"...f{one}")} }} {Each(90, one => $"fragment f{one} on Query {{ b{number}: a }}")}",
        "abstract" => $"{{ n {{ id {Each(60, one => $"... on A {{ a next {{ id ... on B {{ b{number}: b }} ... on C {{ c }} }} }} ... on B {{ x{number}{one}: b }}")} }} }}",
        "lists" => $"{{ a{number}: a {Each(90, one => $"x{number}{one}: list(first: 1) {{ id }}")} }}",
        "values" => $"{{ a{number}: a with(x: [{Each(2_000, one => $"{number}{one}")}]) }}",
        "objects" => $"{{ a{number}: a with(in: {string.Concat(Enumerable.Repeat("{x:1 in:", 40))}{{}}{new string((char)125, 40)}) {Each(90, one => $"y{number}{one}: with(in: {{x: 1 in: {{}}}})")} }}",
        "strings" => $"{{ a{number}: with(s: \"{new string('x', 50_000)}\") }}",
        "lines" => $"{{ a{number}: with(s: 1) {new string('\n', 50_000)} }}",
        "errors" => $"{{ {Each(90, one => $"x{number}{one}")} }}",
        "directives" => $"{{ a{number}: a {Each(90, one => $"b{number}{one}: a @skip(if: false) @include(if: true)")} }}",
        "variables" => $"query ({Each(360, one => $"$v{number}{one}: Int = 1")}) {{ a{number}: a {Each(90, one => $"b{one}: with(x: [{Each(4, more => $"$v{number}{(one * 4) + more}")}])")} }}",
        "too dear" => $"{{ a{number}: a {Each(60, one => $"x{number}{one}: list {{ next {{ next {{ id next {{ id }} }} }} }}")} {Each(3, one => $"d{one}: list(first: 100000) {{ id }}")} }}",
        _ => $"{{ {new string('x', 20_000)}{number}: a }}",
    };

    private static string Each(int count, Func<int, string> make) => string.Join(' ', Enumerable.Range(0, count).Select(make));
}
