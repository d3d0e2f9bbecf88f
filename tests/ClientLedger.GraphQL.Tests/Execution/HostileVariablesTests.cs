using System.Text.Json;
using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Execution.Selecting;
using ClientLedger.GraphQL.Language;
using ClientLedger.GraphQL.Types;

namespace ClientLedger.GraphQL.Tests.Execution;

/// <summary>What hostile variables cost grows with their length, whatever is in them, and so does what is said of them: counted in bytes, not in seconds.</summary>
public sealed class HostileVariablesTests
{
    private const int MaxErrors = 50, LongestMessage = 12_000;

    private static readonly Schema Schema = new SchemaBuilder()
        .Sdl("type Query { a(n: [Int], deep: [[[Int]]], o: In, e: [E]): Int } input In { a: Int c: [In] secretName: String } enum E { P Q }")
        .Build();

    public static TheoryData<string, string, Func<int, string>> Kinds() => new()
    {
        { "a long list", "[Int]", size => $"[{Repeat(size, index => $"{index}")}]" },
        { "a long list of what it doesn't take", "[Int]", size => $"[{Repeat(size, _ => "\"x\"")}]" },
        { "what a list of lists takes alone", "[[[Int]]]", size => $"[{Repeat(size, _ => "1")}]" },
        { "a long list of objects", "In", size => $"{{\"c\":[{Repeat(size, _ => "{}")}]}}" },
        { "many fields that there aren't", "In", size => $"{{{Repeat(size, index => $"\"secretNam{index}\":1")}}}" },
        { "one field many times", "In", size => $"{{{Repeat(size, index => $"\"a\":{index}")}}}" },
        { "a long text for a number", "[Int]", size => $"[\"{new string('x', 10 * size)}\"]" },
        { "a long text in an object with other mistakes", "In", size => $"{{\"x\":\"{new string('x', 10 * size)}\",{Repeat(60, index => $"\"y{index}\":1")}}}" },
        { "many values of an enum that there aren't", "[E]", size => $"[{Repeat(size, index => $"\"R{index}\"")}]" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Coercion_takes_memory_in_proportion_to_the_variables(string kind, string type, Func<int, string> make)
    {
        Assert.NotEmpty(kind);
        Coerce(type, make(100));
        var (once, twice) = (Coerce(type, make(4_000)), Coerce(type, make(8_000)));
        Assert.True(twice < (3 * once) + 100_000, $"Twice as long, and {(double)twice / once:F1} times the memory: {once:N0} and {twice:N0} bytes.");
    }

    private static long Coerce(string type, string json)
    {
        var text = $"query ($v: {type}) {{ a }}";
        var operation = (OperationDefinitionNode)Parser.Parse(text, ParserOptions.Default).Definitions.Single();
        var given = JsonSerializer.Deserialize<JsonElement>($"{{\"v\":{json}}}");
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            VariableCoercion.Coerce(Schema, new Source(text), operation, given, MaxErrors);
        }
        catch (GraphQLException refusal)
        {
            Assert.InRange(refusal.Errors.Count, 1, MaxErrors + 1);
            Assert.All(refusal.Errors, error => Assert.InRange(error.Message.Length, 1, LongestMessage));
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string Repeat(int count, Func<int, string> make) => string.Join(",", Enumerable.Range(0, count).Select(make));
}
