using System.Diagnostics;
using System.Text;

namespace ClientLedger.TestKit;

/// <summary>A Node.js script that runs beside the tests and answers each line with a line, in their order. It ends with its input, so with this process at the latest.</summary>
public sealed class NodeScript : IDisposable
{
    private readonly SemaphoreSlim gate = new(1);
    private readonly StringBuilder complaints = new();
    private readonly Process process;

    /// <param name="path">The script.</param>
    /// <param name="arguments">What it is given.</param>
    public NodeScript(string path, params string[] arguments)
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

        // Node.js 20 keeps its WebSocket behind an option, which later versions still take.
        process = Process.Start(new ProcessStartInfo("node", ["--experimental-websocket", path, .. arguments])
        {
            WorkingDirectory = Path.GetDirectoryName(path),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = utf8,
            StandardOutputEncoding = utf8,
            UseShellExecute = false,
        })!;
        process.ErrorDataReceived += (_, line) => complaints.AppendLine(line.Data);
        process.BeginErrorReadLine();
    }

    /// <summary>The answers to some lines. Lines are sent while answers are read: neither side waits for a full pipe.</summary>
    public async Task<IReadOnlyList<string>> AskAsync(IReadOnlyCollection<string> lines)
    {
        await gate.WaitAsync();
        try
        {
            var sent = SendAsync(lines);
            var answers = new List<string>(lines.Count);
            while (answers.Count < lines.Count)
            {
                answers.Add(await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"The script ended: {complaints}"));
            }

            await sent;
            return answers;
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
        gate.Dispose();
    }

    private async Task SendAsync(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            await process.StandardInput.WriteLineAsync(line);
        }

        await process.StandardInput.FlushAsync();
    }
}
