using System.Buffers;
using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Execution;
using ClientLedger.GraphQL.Types;

namespace ClientLedger.GraphQL.Tests.Execution;

/// <summary>A writing resolver answers its whole selection; when it fails, what it wrote is taken back.</summary>
public sealed class WritingResolverTests
{
    private const string Sdl = "type Query { a: Int w(n: Int = 3): W must: W! list: [W!] } type W { name: String sub(first: Int): W } interface Named { name: String }";

    [Fact]
    public async Task It_sees_keys_fragments_and_arguments_and_writes_the_value()
    {
        string? seen = null;
        var schema = Build("w", (context, output) =>
        {
            var selection = context.Selected.SelectionOf((ObjectType)context.Selected.Type.Innermost);
            seen = string.Join(' ', selection.Fields.Select(field => $"{field.ResponseKey}={field.Field.Name}({string.Join(',', context.ArgumentsOf(field).Select(argument => $"{argument.Key}:{argument.Value}"))})"));
            output.Write("""{"x":"written","__typename":"W","s":null}"""u8);
            return ValueTask.CompletedTask;
        });
        var answer = await schema.AskAsync("query ($n: Int) { w { x: name ...F name @skip(if: true) } a } fragment F on W { __typename s: sub(first: $n) { name } }", """{"n":5}""");
        Assert.Equal("""{"w":{"x":"written","__typename":"W","s":null},"a":1}""", answer.Data());
        Assert.Equal("x=name() __typename=__typename() s=sub(first:5)", seen);
    }

    [Theory]
    [InlineData("{ a w { name } b: a }", """{"a":1,"w":null,"b":1}""", "w")]
    [InlineData("{ a must { name } }", "null", "must")]
    public async Task What_a_failed_one_has_written_is_taken_back(string document, string data, string field)
    {
        var schema = Build(field, (_, output) =>
        {
            output.Write("{\"name\":\"half a va"u8);
            throw new InvalidOperationException("the password is 1234");
        });
        var answer = await schema.AskAsync(document);
        Assert.Equal(data, answer.Data());
        Assert.Equal(("Internal error", ErrorCodes.InternalError), (answer.Message(), answer.Code()));
        Assert.Equal($"[\"{field}\"]", answer.GetProperty("errors")[0].GetProperty("path").GetRawText());
    }

    [Fact]
    public async Task One_that_fails_among_many_leaves_the_others_whole()
    {
        var written = 0;
        var schema = new SchemaBuilder().Sdl("type Query { rows: [Row] } type Row { w: Int }")
            .Resolve("Query", "rows", _ => ValueTask.FromResult<object?>(Enumerable.Range(0, 4).Cast<object>().ToList()))
            .Write("Row", "w", (context, output) =>
            {
                output.Write("1234"u8[..((int)context.Source! + 1)]);
                return ++written == 3 ? throw new GraphQLException("Not the third.") : ValueTask.CompletedTask;
            })
            .Build();
        var answer = await schema.AskAsync("{ rows { w } }");
        Assert.Equal("""{"rows":[{"w":1},{"w":12},{"w":null},{"w":1234}]}""", answer.Data());
        Assert.Equal("""["rows",2,"w"]""", answer.GetProperty("errors")[0].GetProperty("path").GetRawText());
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    public async Task Nothing_and_null_are_no_value_where_one_must_be(string json)
    {
        var schema = Build("must", (_, output) =>
        {
            output.Write(System.Text.Encoding.UTF8.GetBytes(json));
            return ValueTask.CompletedTask;
        });
        Assert.Equal("null", (await schema.AskAsync("{ must { name } }")).Data());
    }

    [Fact]
    public async Task It_can_report_an_error_below_its_field()
    {
        var schema = Build("w", (context, output) =>
        {
            context.Report(new GraphQLError("No name.", "NO_NAME") { Path = [.. context.Path, "name"] });
            output.Write("""{"name":null}"""u8);
            return ValueTask.CompletedTask;
        });
        var answer = await schema.AskAsync("{ w { name } }");
        Assert.Equal("""{"w":{"name":null}}""", answer.Data());
        Assert.Equal("""["w","name"]""", answer.GetProperty("errors")[0].GetProperty("path").GetRawText());
    }

    private static Schema Build(string field, WritingResolver write) => new SchemaBuilder().Sdl(Sdl)
        .Resolve("Query", "a", _ => ValueTask.FromResult<object?>(1))
        .Write("Query", field, write)
        .Build();
}
