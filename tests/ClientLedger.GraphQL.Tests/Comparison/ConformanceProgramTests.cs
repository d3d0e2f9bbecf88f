using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClientLedger.GraphQL.Conformance;

namespace ClientLedger.GraphQL.Tests.Comparison;

/// <summary>The driver as the program that corpora are run against: JSON lines in, a JSON line out for each.</summary>
public sealed class ConformanceProgramTests
{
    [Fact]
    public async Task Each_line_is_answered_by_one_line_also_behind_a_broken_one()
    {
        string[] lines =
        [
            """{"id":1,"action":"parse","document":"{ a }"}""",
            """{"id":2,"action":"parse","document":"{ a"}""",
            "no JSON",
            """{"id":4,"action":"unknown"}""",
            """{"id":5,"action":"print","document":"query($a:Int){b(c:$a)}"}""",
            """{"id":6,"action":"validate","schema":"type Query { a: Int }","document":"{ b }","rules":["FieldsOnCorrectTypeRule"]}""",
            """{"id":7,"action":"validateSchema","schema":"type Query { a: Missing }"}""",
            """{"id":8,"action":"execute","schema":"type Query { a: Int }","document":"{ a }","root":{"a":5}}""",
            """{"id":9,"action":"introspect","schema":"type Query { a: Int }"}""",
            """{"id":10,"action":"printSchema","schema":"type Query { a: Int }"}""",
        ];

        var answers = (await RunAsync(lines)).ConvertAll(line => JsonNode.Parse(line)!);

        Assert.Equal(lines.Length, answers.Count);
        Assert.Equal([1, 2, 4, 5, 6, 7, 8, 9, 10], answers.Select(answer => (int?)answer["id"]).OfType<int>());
        Assert.True((bool)answers[0]["ok"]!);
        Assert.False((bool)answers[1]["ok"]!);
        Assert.Equal("query ($a: Int) {\n  b(c: $a)\n}", (string)answers[4]["text"]!);
        Assert.Equal("Cannot query field \"b\" on type \"Query\". Did you mean \"a\"?", (string)answers[5]["errors"]![0]!["message"]!);
        Assert.Equal(5, (int)answers[7]["data"]!["a"]!);
        Assert.Equal("type Query {\n  a: Int\n}", (string)answers[9]["text"]!);
    }

    /// <summary>Requests that nobody should send, each with what its answer says.</summary>
    public static TheoryData<string, string> Broken() => new()
    {
        { "null", "It must be an object." },
        { "[]", "It must be an object." },
        { "{", "can't be read" },
        { "{}", "\"action\" must be a string." },
        { """{"action":null}""", "\"action\" must be a string." },
        { """{"action":5}""", "\"action\" must be a string." },
        { """{"action":"parse"}""", "\"document\" must be a string." },
        { """{"action":"parse","document":null}""", "\"document\" must be a string." },
        { """{"action":"print","document":{}}""", "\"document\" must be a string." },
        { """{"action":"validate","schema":null,"document":"{a}"}""", "\"schema\" must be a string." },
        { """{"action":"validate","schema":"type Query{a:Int}","document":"{a}","rules":"FieldsOnCorrectTypeRule"}""", "\"rules\" must be a list of strings." },
        { """{"action":"validate","schema":"type Query{a:Int}","document":"{a}","rules":[null]}""", "\"rules\" must be a list of strings." },
        { """{"action":"validate","schema":"type Query{a:Int}","document":"{a}","rules":["Nope"]}""", "Unknown rule \"Nope\"" },
        { """{"action":"execute","schema":"type Query{a:Int}","document":"{a}","operationName":5}""", "\"operationName\" must be a string." },
        { """{"action":"\ud83d"}""", "Unknown action" },
        { """{"action":"execute","schema":"type Query{a:Int}","document":"query Q {a}","operationName":"\ude00"}""", "Unknown operation named" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_request_that_is_none_is_told_what_it_lacks(string line, string told)
    {
        var answer = JsonNode.Parse(await Driver.AnswerAsync(line))!;
        Assert.Contains(told, (string)Assert.Single(answer["errors"]!.AsArray())!["message"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("{\"a\":[1,null]}")]
    [InlineData("12345678901234567890")]
    public async Task The_id_comes_back_as_it_was(string id) =>
        Assert.Equal($$"""{"id":{{id}},"ok":true}""", await Driver.AnswerAsync($$"""{"id":{{id}},"action":"parse","document":"{a}"}"""));

    [Fact]
    public async Task Halves_of_surrogate_pairs_are_answered_with_the_replacement_character()
    {
        const string Schema = "interface I { a: Int } type Query implements I { a: Int i: I s(x: Any): String any: Any } scalar Any";
        await Differential.AgreeOnLinesAsync(
        [
            $$$$"""{"action":"execute","schema":"{{{{Schema}}}}","document":"{ s any }","root":{"s":"x\ude00\ud83d","any":["\\ud83d","\\\ud83d","\ud83d\ude00\ud83d"]}}""",
            $$$$"""{"action":"execute","schema":"{{{{Schema}}}}","document":"{ i { a } }","root":{"i":{"__typename":"\ud83d"}}}""",
            $$$$"""{"action":"execute","schema":"{{{{Schema}}}}","document":"query ($v: String) { a }","variables":{"v":"\ude00"}}""",
            $$$$"""{"action":"execute","schema":"{{{{Schema}}}}","document":"query ($v: Any) { s(x: $v) }","root":{"\ud83d":1,"s":"ok"},"variables":{"v":{"\ud83d":1}}}""",
            """{"id":"\ud83d","action":"parse","document":"{a}"}""",
        ]);
    }

    [Theory]
    [InlineData("parse")]
    [InlineData("print")]
    [InlineData("validate")]
    [InlineData("execute")]
    public async Task What_is_as_deep_as_the_reference_can_read_is_answered_and_what_is_deeper_is_refused(string action)
    {
        var lines = ((int[])[1_500, 100_000]).Select(depth => JsonSerializer.Serialize(new
        {
            action,
            schema = "type Query { a: Query }",
            document = string.Concat(Enumerable.Repeat("{a", depth)) + "{__typename}" + new string('}', depth),
        }));
        var answers = (await RunAsync(lines)).ConvertAll(line => JsonNode.Parse(line)!);
        Assert.Equal(2, answers.Count);
        Assert.Null(answers[0]["errors"]);
        Assert.Contains("levels deep", (string)answers[1]["errors"]![0]!["message"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_may_be_as_deep_as_its_document()
    {
        const int Depth = 400;
        var document = string.Concat(Enumerable.Repeat("{a", Depth)) + "{__typename}" + new string('}', Depth);
        var root = string.Concat(Enumerable.Repeat("{\"a\":", Depth)) + "{}" + new string('}', Depth);
        var line = "{\"action\":\"execute\",\"schema\":\"type Query { a: Query }\",\"document\":\"" + document + "\",\"root\":" + root + "}";
        Assert.Equal(Assert.Single(await Reference.AnswerAsync([line])), Assert.Single(await RunAsync([line])));
    }

    private static async Task<List<string>> RunAsync(IEnumerable<string> lines)
    {
        using var program = Process.Start(new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [typeof(Driver).Assembly.Location])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        var output = program.StandardOutput.ReadToEndAsync();
        foreach (var line in lines)
        {
            await program.StandardInput.WriteLineAsync(line);
        }

        program.StandardInput.Close();
        var answers = (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries).ToList();
        await program.WaitForExitAsync();
        Assert.Equal(0, program.ExitCode);
        return answers;
    }
}
