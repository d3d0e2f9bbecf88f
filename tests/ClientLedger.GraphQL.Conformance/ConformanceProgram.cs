using System.Text;

namespace ClientLedger.GraphQL.Conformance;

/// <summary>Reads requests from standard input, a JSON line each, and answers each with a JSON line on standard output, in their order: any corpus can be run against the engine so.</summary>
internal static class ConformanceProgram
{
    private static async Task Main()
    {
        using var input = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8);
        await using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        while (await input.ReadLineAsync() is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                await output.WriteLineAsync(await Driver.AnswerAsync(line));
                await output.FlushAsync();
            }
        }
    }
}
