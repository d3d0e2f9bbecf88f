using System.Threading.Channels;
using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Execution;
using ClientLedger.GraphQL.Language;
using ClientLedger.GraphQL.Types;
using ClientLedger.GraphQL.Validation;
using ClientLedger.TestKit;

namespace ClientLedger.GraphQL.Tests.Validation.House;

/// <summary>Every limit is on by default, can be set, and refuses with a code and a message that says which.</summary>
public sealed class LimitTests
{
    private static readonly Schema Schema = new SchemaBuilder()
        .Sdl("type Query { a: Int q: Query some: [Query] list(n: Int!): [Int] slow: Int bad: Int numbers(of: [Int!]): Int }")
        .Resolve("Query", "a", _ => ValueTask.FromResult<object?>(1))
        .Resolve("Query", "q", _ => ValueTask.FromResult<object?>(new object()))
        .Resolve("Query", "list", context => ValueTask.FromResult<object?>(Enumerable.Range(0, context.Argument<int>("n"))))
        .Resolve("Query", "slow", async context =>
        {
            await Task.Delay(System.Threading.Timeout.Infinite, context.CancellationToken);
            return null;
        })
        .Resolve("Query", "bad", _ => throw new GraphQLException("No."))
        .Build();

    public static TheoryData<string, string> TooMuch() => new()
    {
        { $"{{ a }} #{new string('x', 1_000_000)}", "more than 1000000 bytes" },
        { $"{{ {Repeat("a ", 15_000)} }}", "more than 15000 tokens" },
        { $"{Repeat("{ q ", 201)} {Repeat("}", 201)}", "more than 200 levels deep" },
        { $"{{ {Repeat("x: a ", 201)} }}", "more than 200 aliases" },
        { $"{{ {Repeat("a ", 101)} }}", "more than 100 fields at the root" },
        { $"{{ ...A ...A }} fragment A on Query {{ {Repeat("a ", 51)} }}", "more than 100 fields at the root" },
        { $"{{ ...F0 }} {string.Concat(Enumerable.Range(0, 501).Select(index => $"fragment F{index} on Query {{ a }} "))}", "more than 500 fragments" },
        { string.Concat(Enumerable.Range(0, 51).Select(index => $"query Q{index} {{ a }} ")), "more than 50 operations" },
        { $"{Repeat("{ q ", 50)} {{ a }} {Repeat("}", 50)}", "more than 50 levels of fields" },
        { $"{{ q {{ ...F0 }} }} {Doubling(20)}", "more than 10000 fields in an operation" },
        { "{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }", "Maximum introspection depth exceeded" },
    };

    [Theory]
    [MemberData(nameof(TooMuch))]
    public async Task A_document_that_goes_over_a_limit_is_refused(string document, string message)
    {
        var answer = await Schema.AskAsync(document);
        Assert.Contains(message, answer.Message(), StringComparison.Ordinal);
        Assert.Equal(ErrorCodes.LimitExceeded, answer.Code());
        Assert.False(answer.TryGetProperty("data", out _));
    }

    [Fact]
    public async Task Limits_are_set_by_options()
    {
        var limits = new DocumentLimits { MaxAliases = 1, MaxRootFields = 3, MaxFragments = 1, MaxOperations = 1, MaxFieldDepth = 2, MaxFields = 4 };
        var server = new GraphQLServer(new GraphQLServerOptions { Validation = new ValidationOptions { Limits = limits } });
        Assert.Equal("""{"x":1,"a":1,"q":{"a":1}}""", (await server.AskAsync(Schema, "{ x: a a ...F } fragment F on Query { q { a } }")).Data());
        foreach (var document in (string[])["{ x: a y: a }", "{ a a a a }", "query A { a } query B { a }", "{ q { q { a } } }", "{ q { a a a a } }", "{ ...A ...B } fragment A on Query { a } fragment B on Query { a }"])
        {
            Assert.Equal(ErrorCodes.LimitExceeded, (await server.AskAsync(Schema, document)).Code());
        }
    }

    [Fact]
    public async Task Errors_are_told_up_to_a_number()
    {
        var answer = await Schema.AskAsync($"{{ {Repeat("wrong ", 99)} q {{ {Repeat("wrong ", 99)} }} }}");
        Assert.Equal(101, answer.GetProperty("errors").GetArrayLength());
        Assert.Equal(ErrorCodes.LimitExceeded, answer.GetProperty("errors")[100].GetProperty("extensions").GetProperty("code").GetString());

        var server = new GraphQLServer(new GraphQLServerOptions { Execution = new ExecutionOptions { MaxErrors = 2 } });
        var errors = (await server.AskAsync(Schema, "{ a: bad b: bad c: bad d: bad }")).GetProperty("errors");
        Assert.Equal(["No.", "No.", "2 more errors are not shown."], errors.EnumerateArray().Select(error => error.GetProperty("message").GetString()));
    }

    [Fact]
    public async Task A_list_is_no_longer_than_it_may_be()
    {
        var server = new GraphQLServer(new GraphQLServerOptions { Execution = new ExecutionOptions { MaxListItems = 3 } });
        Assert.Equal("""{"list":[0,1,2]}""", (await server.AskAsync(Schema, "{ list(n: 3) }")).Data());
        var answer = await server.AskAsync(Schema, "{ list(n: 4) a }");
        Assert.Equal("""{"list":null,"a":1}""", answer.Data());
        Assert.Equal(ErrorCodes.LimitExceeded, answer.Code());
    }

    [Fact]
    public async Task Lists_costs_and_errors_of_execution_are_limited_without_options()
    {
        var list = await Schema.AskAsync("{ list(n: 10001) a }");
        Assert.Equal(("""{"list":null,"a":1}""", "The list has more than 10000 items."), (list.Data(), list.Message()));
        var dear = await Schema.AskAsync($"{Repeat("{ some ", 6)} {{ a }} {Repeat("}", 6)}");
        Assert.Equal(("The fields of the operation cost 111111, and may cost 100000: ask for fewer fields or smaller lists.", ErrorCodes.CostExceeded), (dear.Message(), dear.Code()));
        var bad = await Schema.AskAsync($"{{ {string.Concat(Enumerable.Range(0, 60).Select(index => $"x{index}: bad "))} }}");
        Assert.Equal(51, bad.GetProperty("errors").GetArrayLength());
        Assert.Equal("10 more errors are not shown.", bad.GetProperty("errors")[50].GetProperty("message").GetString());
        var input = await Schema.AskAsync("query ($n: [Int!]) { numbers(of: $n) }", $$"""{"n":[{{string.Join(',', Enumerable.Repeat("true", 60))}}]}""");
        Assert.Equal(51, input.GetProperty("errors").GetArrayLength());
    }

    [Fact]
    public async Task An_execution_takes_no_longer_than_it_may()
    {
        var clock = new FixedClock();
        var server = new GraphQLServer(new GraphQLServerOptions { Execution = new ExecutionOptions { TimeProvider = clock } });
        var asking = server.AskAsync(Schema, "{ slow }");
        clock.Advance(TimeSpan.FromSeconds(29));
        Assert.False(asking.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(1));
        var answer = await asking;
        Assert.Equal(ErrorCodes.LimitExceeded, answer.Code());
        Assert.Contains("longer than 30 seconds", answer.Message(), StringComparison.Ordinal);
        Assert.Equal("null", answer.Data());
    }

    [Fact]
    public async Task A_subscription_begins_within_that_time_and_lasts_as_long_as_it_likes()
    {
        var clock = new FixedClock();
        var events = Channel.CreateUnbounded<object?>();
        var schema = new SchemaBuilder().Sdl("type Query { a: Int } type Subscription { stuck: Int ticks: Int }")
            .Subscribe("Subscription", "stuck", async context =>
            {
                await Task.Delay(System.Threading.Timeout.Infinite, context.CancellationToken);
                return AsyncEnumerable.Empty<object?>();
            })
            .Subscribe("Subscription", "ticks", context => new(events.Reader.ReadAllAsync(context.CancellationToken)))
            .Resolve("Subscription", "ticks", context => new(context.Source))
            .Build();
        var server = new GraphQLServer(new GraphQLServerOptions { Execution = new ExecutionOptions { TimeProvider = clock } });

        await using var stuck = server.StreamAsync(new GraphQLRequest(schema, "subscription { stuck }")).GetAsyncEnumerator();
        var beginning = stuck.MoveNextAsync().AsTask();
        clock.Advance(TimeSpan.FromSeconds(30));
        Assert.True(await beginning);
        using (var refusal = stuck.Current)
        {
            Assert.True(refusal.IsRefusal);
            Assert.Equal(("The beginning of the subscription took longer than 30 seconds and was ended.", ErrorCodes.LimitExceeded), (refusal.Errors.Single().Message, refusal.Errors.Single().Code));
        }

        Assert.False(await stuck.MoveNextAsync());

        await using var ticks = server.StreamAsync(new GraphQLRequest(schema, "subscription { ticks }")).GetAsyncEnumerator();
        for (var tick = 1; tick <= 3; tick++)
        {
            events.Writer.TryWrite(tick);
            Assert.True(await ticks.MoveNextAsync());
            using var answer = ticks.Current;
            Assert.Equal($$$"""{"data":{"ticks":{{{tick}}}}}""", answer.ToString());
            clock.Advance(TimeSpan.FromHours(1));
        }
    }

    [Fact]
    public void A_limit_of_the_parser_is_no_syntax_error_by_its_code() =>
        Assert.Equal(ErrorCodes.LimitExceeded, Assert.Throws<GraphQLException>(() => Parser.Parse("{ a b }", new ParserOptions { MaxTokens = 3 })).Errors[0].Code);

    /// <summary>Fragments that each spread the next one twice, under fields.</summary>
    private static string Doubling(int count) =>
        string.Concat(Enumerable.Range(0, count).Select(index => $"fragment F{index} on Query {{ a: q {{ ...F{index + 1} }} b: q {{ ...F{index + 1} }} }} ")) + $"fragment F{count} on Query {{ a }}";

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
