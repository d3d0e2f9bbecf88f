using System.Text.Json;
using ClientLedger.GraphQL.Execution;
using ClientLedger.GraphQL.Http;
using ClientLedger.GraphQL.Types;
using ClientLedger.TestKit;
using Microsoft.AspNetCore.Builder;

namespace ClientLedger.GraphQL.Tests;

/// <summary>The sample in the library's README is compiled, and it works: between the marks stands the same code.</summary>
public sealed class ReadmeTests
{
    private const string This = "tests/ClientLedger.GraphQL.Tests/ReadmeTests.cs";
    private const string Readme = "src/ClientLedger.GraphQL/README.md";

    [Fact]
    public async Task The_sample_works()
    {
        await using var application = WebApplication.CreateSlimBuilder().Build();

        // begin
        var people = new BatchLoader<int, Person>(async (ids, context) => await Store.PeopleAsync(ids, context.CancellationToken)); // once a level, with all ids

        var schema = new SchemaBuilder()
            .Sdl(CostDirectives.Sdl)
            .Sdl("""
                type Query { customers(first: Int = 20): [Customer!]! @listSize(slicingArguments: ["first"]) }
                type Subscription { renamed: Customer! }
                type Customer { id: ID! name: String! owner: Person }
                type Person { name: String! }
                """)
            .Resolve("Query", "customers", async context => await Store.CustomersAsync(context.Argument<int>("first"),
                withOwner: context.Selected.SelectionOf((ObjectType)context.Selected.Type.Innermost).Asks("owner"))) // look-ahead
            .Resolve("Customer", "owner", context => new(people.Load(context, ((Customer)context.Source!).OwnerId)))
            .Subscribe("Subscription", "renamed", context => new(Store.RenamedAsync(context.CancellationToken)))
            .Resolve("Subscription", "renamed", context => new(context.Source))
            .Build();

        var own = new SchemaBuilder(schema) // an overlay: it shares all that it doesn't change
            .AddField("Customer", "colour", "String", field => field.Describe("The tenant's own.").Resolve(_ => new("green")))
            .Hide("Customer.owner")
            .Build();

        application.MapGraphQL("/graphql", new GraphQLServer(), new GraphQLHttpOptions
        {
            Caller = context => new(new GraphQLCaller(context.Request.Host.Host == "own.example" ? own : schema)),
        });

        // end
        Assert.Equal("""{"customers":[{"id":"1","name":"Zhang","owner":{"name":"Ann"}}]}""", (await schema.AskAsync("{ customers(first: 1) { id name owner { name } } }")).Data());
        Assert.Equal("""{"customers":[{"colour":"green"}]}""", (await own.AskAsync("{ customers(first: 1) { colour } }")).Data());
        Assert.Equal("Cannot query field \"owner\" on type \"Customer\".", (await own.AskAsync("{ customers { owner { name } } }")).Message());
        await foreach (var answer in new GraphQLServer().StreamAsync(new GraphQLRequest(schema, "subscription { renamed { name } }")))
        {
            using (answer)
            {
                Assert.Equal("""{"data":{"renamed":{"name":"Li"}}}""", answer.ToString());
            }
        }
    }

    [Fact]
    public void The_sample_is_the_one_in_the_readme()
    {
        var here = File.ReadAllLines(Repository.PathOf(This)).SkipWhile(line => line.Trim() != "// begin").Skip(1).TakeWhile(line => line.Trim() != "// end").Select(line => line.Trim());
        var there = File.ReadAllLines(Repository.PathOf(Readme)).SkipWhile(line => line != "```csharp").Skip(1).TakeWhile(line => line != "```").Select(line => line.Trim());
        Assert.Equal(there.Where(line => line.Length > 0), here.Where(line => line.Length > 0));
    }

    private sealed record Person(string Name);

    private sealed record Customer(string Id, string Name, int OwnerId);

    private static class Store
    {
        public static Task<IReadOnlyDictionary<int, Person>> PeopleAsync(IReadOnlyList<int> ids, CancellationToken cancellation)
        {
            cancellation.ThrowIfCancellationRequested();
            return Task.FromResult<IReadOnlyDictionary<int, Person>>(ids.ToDictionary(id => id, _ => new Person("Ann")));
        }

        public static Task<List<Customer>> CustomersAsync(int first, bool withOwner) =>
            Task.FromResult(Enumerable.Range(1, first).Select(id => new Customer(JsonSerializer.Serialize(id), "Zhang", withOwner ? 7 : 0)).ToList());

        public static async IAsyncEnumerable<object?> RenamedAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
        {
            await Task.Yield();
            cancellation.ThrowIfCancellationRequested();
            yield return new Customer("1", "Li", 7);
        }
    }
}
