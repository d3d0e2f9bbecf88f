using System.Globalization;
using ClientLedger.GraphQL.Execution;
using ClientLedger.GraphQL.Types;

namespace ClientLedger.GraphQL.Tests.Execution;

/// <summary>A batch loader runs once for each level, whatever number of rows ask it.</summary>
public sealed class BatchLoaderTests
{
    private const string Sdl = "type Query { people: [Person] } type Mutation { touch(id: Int): Person } type Person { id: Int boss: Person friend: Person name: String broken: Int }";

    private readonly List<int[]> loads = [];
    private readonly BatchLoader<int, Person> people;

    public BatchLoaderTests() => people = new BatchLoader<int, Person>((keys, _) =>
    {
        loads.Add([.. keys]);
        return ValueTask.FromResult<IReadOnlyDictionary<int, Person>>(keys.Where(key => key < 100).ToDictionary(key => key, key => new Person(key)));
    });

    [Fact]
    public async Task It_runs_once_a_level()
    {
        var answer = await Build().AskAsync("{ people { boss { boss { boss { name } } } } }");
        Assert.Equal([0, 1, 2, 3, 4], Assert.Single(loads));
        Assert.Equal(10, answer.GetProperty("data").GetProperty("people").GetArrayLength());
    }

    [Fact]
    public async Task Fields_of_one_level_share_a_run_and_keys_are_asked_once()
    {
        await Build().AskAsync("{ people { boss { id } friend { id } again: boss { id } } }");
        Assert.Equal([.. Enumerable.Range(0, 5), .. Enumerable.Range(10, 10)], Assert.Single(loads).Order());
    }

    [Fact]
    public async Task The_next_level_runs_it_for_what_it_has_not_loaded()
    {
        await Build().AskAsync("{ people { friend { friend { id } } } }");
        Assert.Equal(2, loads.Count);
        Assert.Equal([.. Enumerable.Range(20, 10)], loads[1].Order().ToArray());
    }

    [Fact]
    public async Task A_key_without_a_value_is_null_and_what_is_made_of_a_value_comes_with_it()
    {
        var answer = await Build().AskAsync("{ people { name } }");
        Assert.Single(loads);
        Assert.Equal("""{"name":"Person 3"}""", answer.GetProperty("data").GetProperty("people")[3].GetRawText());
    }

    [Fact]
    public async Task A_loader_that_fails_fails_every_row_that_asked_it()
    {
        var answer = await Build().AskAsync("{ people { id broken } }");
        Assert.Equal(10, answer.GetProperty("errors").GetArrayLength());
        Assert.Equal("""{"id":9,"broken":null}""", answer.GetProperty("data").GetProperty("people")[9].GetRawText());
    }

    [Fact]
    public async Task A_loader_that_breaks_down_is_logged_once_and_has_one_number_in_every_row()
    {
        var hidden = new List<HiddenError>();
        var broken = new BatchLoader<int, int>((_, _) => throw new InvalidOperationException("The disk is full."));
        var schema = new SchemaBuilder().Sdl(Sdl)
            .Resolve("Query", "people", _ => ValueTask.FromResult<object?>(Enumerable.Range(0, 10).Select(id => new Person(id)).ToList()))
            .Resolve("Person", "broken", context => ValueTask.FromResult<object?>(broken.Load(context, ((Person)context.Source!).Id)))
            .Build();
        var server = new GraphQLServer(new GraphQLServerOptions { Execution = new() { Disclosure = new() { Log = hidden.Add } } });
        var errors = (await server.AskAsync(schema, "{ people { broken again: broken } }")).GetProperty("errors");
        Assert.Equal(20, errors.GetArrayLength());
        var number = Assert.Single(errors.EnumerateArray().Select(error => error.GetProperty("extensions").GetProperty("correlationId").GetString()).Distinct());
        Assert.Equal((number, "Person.broken"), (Assert.Single(hidden).CorrelationId, hidden[0].Where));
    }

    [Fact]
    public async Task A_mutation_forgets_what_was_loaded_before_it()
    {
        await Build().AskAsync("mutation { a: touch(id: 1) { boss { id } } b: touch(id: 1) { boss { id } } }");
        Assert.Equal(2, loads.Count);
    }

    private Schema Build()
    {
        var broken = new BatchLoader<int, int>((_, _) => throw new Errors.GraphQLException("It can't be loaded."));
        return new SchemaBuilder().Sdl(Sdl)
            .Resolve("Query", "people", _ => ValueTask.FromResult<object?>(Enumerable.Range(0, 10).Select(id => new Person(id)).ToList()))
            .Resolve("Mutation", "touch", context => ValueTask.FromResult<object?>(new Person(context.Argument<int>("id"))))
            .Resolve("Person", "boss", context => ValueTask.FromResult<object?>(people.Load(context, ((Person)context.Source!).Id / 2)))
            .Resolve("Person", "friend", context => ValueTask.FromResult<object?>(people.Load(context, ((Person)context.Source!).Id + 10)))
            .Resolve("Person", "name", context => ValueTask.FromResult<object?>(people.Load(context, ((Person)context.Source!).Id, person => $"Person {person!.Id.ToString(CultureInfo.InvariantCulture)}")))
            .Resolve("Person", "broken", context => ValueTask.FromResult<object?>(broken.Load(context, ((Person)context.Source!).Id)))
            .Build();
    }

    private sealed record Person(int Id);
}
