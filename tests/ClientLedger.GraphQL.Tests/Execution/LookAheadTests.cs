using ClientLedger.GraphQL.Execution;
using ClientLedger.GraphQL.Types;

namespace ClientLedger.GraphQL.Tests.Execution;

/// <summary>A resolver sees what is asked below its field before it answers.</summary>
public sealed class LookAheadTests
{
    private readonly List<SelectedField> seen = [];
    private readonly List<string> told = [];
    private readonly Schema schema;

    public LookAheadTests() => schema = new SchemaBuilder()
        .Sdl("type Query { page(first: Int, after: String): Page } type Page { total: Int items: [Item] } interface Item { id: ID tags(first: Int = 2, last: Int, before: String): [String] } type A implements Item { id: ID tags(first: Int = 2, last: Int, before: String): [String] a: Int } type B implements Item { id: ID tags(first: Int = 2, last: Int, before: String): [String] b: Int }")
        .Resolve("Query", "page", context =>
        {
            seen.Add(context.Selected);
            var selection = context.Selected.SelectionOf((ObjectType)context.Selected.Type.Innermost);
            told.Add($"page {context.PagingOf(context.Selected)} total:{selection.Asks("total")}");
            foreach (var type in selection.Find("items") is { } items ? context.Schema.PossibleTypesOf((CompositeType)items.Type.Innermost) : [])
            {
                var below = selection.Find("items")!.SelectionOf(type);
                told.Add($"{type}: {string.Join(' ', below.Fields.Select(field => field.ResponseKey))}");
                told.AddRange(below.Fields.Where(field => field.Field.Name == "tags").Select(field => $"tags {context.PagingOf(field)}"));
            }

            return default;
        })
        .Build();

    [Fact]
    public async Task It_sees_fields_types_arguments_and_pages()
    {
        await schema.AskAsync(
            "query ($n: Int, $total: Boolean!) { page(first: 10, after: \"c\") { total @include(if: $total) items { key: id ...F ... on B { b } } } } fragment F on A { a tags(first: null, last: $n, before: \"x\") }",
            """{"n":7,"total":false}""");
        Assert.Equal(
        [
            "page Paging { First = 10, After = c, Last = , Before =  } total:False",
            "A: key a tags",
            "tags Paging { First = , After = , Last = 7, Before = x }",
            "B: key b",
        ], told);
    }

    [Fact]
    public async Task What_it_sees_is_made_once_for_each_outcome_of_conditions()
    {
        const string Document = "query ($n: Int, $total: Boolean!) { page(first: $n) { total @include(if: $total) } }";
        var server = new GraphQLServer();
        foreach (var variables in (string[])["""{"n":1,"total":true}""", """{"n":2,"total":true}""", """{"n":3,"total":false}""", """{"n":4,"total":false}"""])
        {
            await server.AskAsync(schema, Document, variables);
        }

        Assert.Same(seen[0], seen[1]);
        Assert.Same(seen[2], seen[3]);
        Assert.NotSame(seen[0], seen[2]);
        Assert.Equal(["First = 1", "First = 2", "First = 3", "First = 4"], told.Select(one => one[14..23]));
        Assert.Equal(["total:True", "total:True", "total:False", "total:False"], told.Select(one => one.Split(' ')[^1]));
    }
}
