using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Execution;
using ClientLedger.GraphQL.Types;

namespace ClientLedger.GraphQL.Tests.Execution;

/// <summary>An answer holds no more than it may, and neither does the engine while it makes it.</summary>
public sealed class AnswerLimitTests
{
    private const int Lists = 100, ItemsEach = 1_000, MaxValues = 5_000;

    private int pulled;

    [Theory]
    [InlineData("lists")]
    [InlineData("sequences")]
    [InlineData("streams")]
    public async Task Too_many_values_end_the_whole_execution(string field)
    {
        var schema = new SchemaBuilder().Sdl("type Query { rows: [Row] } type Row { lists: [Int] sequences: [Int] streams: [Int] }")
            .Resolve("Query", "rows", _ => new(Enumerable.Range(0, Lists).ToList()))
            .Resolve("Row", "lists", _ => new(new int[ItemsEach]))
            .Resolve("Row", "sequences", _ => new(Pull()))
            .Resolve("Row", "streams", _ => new(Pull().ToAsyncEnumerable()))
            .Build();
        var answer = await AskAsync(schema, $"{{ rows {{ {field} }} }}", new ExecutionOptions { MaxValues = MaxValues, Cost = Free });
        Assert.Equal("null", answer.Data());
        Assert.Equal(($"The answer holds more than {MaxValues} values.", ErrorCodes.LimitExceeded), (answer.Message(), answer.Code()));
        Assert.Equal(1, answer.GetProperty("errors").GetArrayLength());
        Assert.InRange(pulled, 0, MaxValues + 1);
    }

    [Fact]
    public async Task An_answer_that_is_too_large_is_not_given()
    {
        var schema = new SchemaBuilder().Sdl("type Query { texts: [String] }").Resolve("Query", "texts", _ => new(Enumerable.Repeat(new string('x', 1_000), 20).ToList())).Build();
        var options = new ExecutionOptions { MaxResponseBytes = 20_000, Cost = Free };
        var answer = await AskAsync(schema, "{ texts }", options);
        Assert.Equal("null", answer.Data());
        Assert.Equal(("The response is larger than 20000 bytes.", ErrorCodes.LimitExceeded), (answer.Message(), answer.Code()));
        Assert.Equal(20, (await AskAsync(schema, "{ texts }", options with { MaxResponseBytes = 21_000 })).GetProperty("data").GetProperty("texts").GetArrayLength());
    }

    [Fact]
    public async Task Objects_lie_only_so_deep_within_objects()
    {
        var schema = new SchemaBuilder().Sdl("type Query { me: Person } type Person { me: Person name: String }")
            .Resolve("Query", "me", _ => new(1)).Resolve("Person", "me", _ => new(1)).Resolve("Person", "name", _ => new("Ann")).Build();
        var options = new ExecutionOptions { MaxDepth = 2 };
        Assert.Equal("""{"me":{"me":{"name":"Ann"}}}""", (await AskAsync(schema, "{ me { me { name } } }", options)).Data());
        var answer = await AskAsync(schema, "{ me { me { me { name } name } } }", options);
        Assert.Equal("""{"me":{"me":{"me":null,"name":"Ann"}}}""", answer.Data());
        Assert.Equal(("The answer is deeper than 2 levels.", ErrorCodes.LimitExceeded), (answer.Message(), answer.Code()));
    }

    [Fact]
    public async Task Resolvers_are_awaited_one_at_a_time()
    {
        var (running, most, asked) = (0, 0, 0);
        var schema = new SchemaBuilder().Sdl("type Query { a: [Query] b: [Query] n: Int m: Int }")
            .Resolve("Query", "a", _ => Once(new int[3])).Resolve("Query", "b", _ => Once(new int[3])).Resolve("Query", "n", _ => Once(1)).Resolve("Query", "m", _ => Once(1))
            .Build();
        await AskAsync(schema, "{ n m a { n m b { n m } } b { n a { m } } }", new ExecutionOptions { Cost = Free });
        Assert.Equal((0, 1), (running, most));
        Assert.True(asked > 40);

        async ValueTask<object?> Once(object value)
        {
            asked++;
            most = Math.Max(most, Interlocked.Increment(ref running));
            await Task.Yield();
            Interlocked.Decrement(ref running);
            return value;
        }
    }

    [Fact]
    public async Task An_event_is_pulled_when_the_answer_before_has_been_taken()
    {
        var schema = new SchemaBuilder().Sdl("type Query { a: Int } type Subscription { n: Int }")
            .Subscribe("Subscription", "n", _ => new(Pull().ToAsyncEnumerable())).Resolve("Subscription", "n", context => new(context.Source)).Build();
        var taken = 0;
        await foreach (var answer in new GraphQLServer().StreamAsync(new GraphQLRequest(schema, "subscription { n }")))
        {
            answer.Dispose();
            Assert.Equal(++taken, pulled);
            if (taken == 3)
            {
                break;
            }
        }

        Assert.Equal(3, pulled);
    }

    private static CostOptions Free => new() { MaxFieldCost = double.MaxValue, MaxTypeCost = double.MaxValue };

    private static Task<System.Text.Json.JsonElement> AskAsync(Schema schema, string document, ExecutionOptions options) =>
        new GraphQLServer(new GraphQLServerOptions { Execution = options }).AskAsync(schema, document);

    private IEnumerable<object?> Pull()
    {
        for (var item = 0; item < ItemsEach; item++)
        {
            pulled++;
            yield return item;
        }
    }
}
