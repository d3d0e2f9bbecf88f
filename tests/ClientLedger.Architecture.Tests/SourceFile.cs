using System.Text.RegularExpressions;

namespace ClientLedger.Architecture.Tests;

/// <summary>A source file: its path from the root, with forward slashes, and its text.</summary>
internal sealed partial record SourceFile(string Path, string Text)
{
    /// <summary>The text without comments and without what stands in quotes.</summary>
    public string Code { get; } = NotCode().Replace(Text, " ");

    /// <summary>The rooms that the file names in a <c>using</c>.</summary>
    public IReadOnlySet<string> UsedRooms { get; } = Using().Matches(Text)
        .Select(match => match.Groups["room"].Value)
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>The room that the file lies in, or null.</summary>
    public string? Room { get; } =
        Path.Split('/') is ["src", "ClientLedger", var room, _, ..] ? room : null;

    /// <summary>Whether a word stands in the code.</summary>
    public bool Names(string word) => Words.Contains(word);

    /// <summary>Whether the code names <c>Room.Type</c>, with or without <c>ClientLedger.</c> before it.</summary>
    public bool Names(string room, string type) =>
        Regex.IsMatch(Code, $@"(?<![\w.])(global::)?(ClientLedger\.)?{room}\.(\w+\.)*{type}\b", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));

    private HashSet<string> Words => field ??= Word().Matches(Code).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"//[^\n]*|/\*[\s\S]*?\*/|@\*[\s\S]*?\*@|""(\\.|[^""\\\n])*""|'(\\.|[^'\\\n])'", RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex NotCode();

    [GeneratedRegex(@"^\s*@?(global\s+)?using\s+(static\s+)?(\w+\s*=\s*)?ClientLedger\.(?<room>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex Using();

    [GeneratedRegex(@"\w+", RegexOptions.None, 5_000)]
    private static partial Regex Word();
}
