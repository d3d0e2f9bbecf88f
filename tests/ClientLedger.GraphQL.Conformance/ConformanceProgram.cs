using System.Text;

namespace ClientLedger.GraphQL.Conformance;

/// <summary>Reads requests from standard input, a JSON line each, and answers each with a JSON line on standard output, in their order: any corpus can be run against the engine so.</summary>
internal static class ConformanceProgram
{
    private static void Main()
    {
        var thread = new Thread(Serve, Documents.StackSize);
        thread.Start();
        thread.Join();
    }

    private static void Serve()
    {
        using var input = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8);
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        while (input.ReadLine() is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                output.WriteLine(Driver.AnswerAsync(line).AsTask().GetAwaiter().GetResult());
                output.Flush();
            }
        }
    }
}
