using System.Diagnostics;
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

    private static async Task<List<string>> RunAsync(IEnumerable<string> lines)
    {
        using var program = Process.Start(new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [typeof(Driver).Assembly.Location])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        foreach (var line in lines)
        {
            await program.StandardInput.WriteLineAsync(line);
        }

        program.StandardInput.Close();
        var answers = (await program.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).ToList();
        await program.WaitForExitAsync();
        Assert.Equal(0, program.ExitCode);
        return answers;
    }
}
