using System.Text.RegularExpressions;
using ClientLedger.TestKit;

namespace ClientLedger.Architecture.Tests;

public sealed partial class SourceFileTests
{
    private const int MostLines = 400;

    /// <summary>Longer files, each with its reason. The list may only shrink.</summary>
    private static readonly string[] LongerFiles = [];

    private static readonly string[] TopLevel =
    [
        "src", "tests", "infra", "ClientLedger.sln", "global.json", "README.md", "Directory.Build.props", "Directory.Packages.props",
    ];

    [Fact]
    public void No_file_is_longer_than_400_lines()
    {
        var longer = new[] { "*.cs", "*.cshtml", "*.js", "*.mjs", "*.css", "*.sh" }
            .SelectMany(pattern => new[] { "src", "tests", "infra" }.SelectMany(folder => Repository.Files(folder, pattern)))
            .Where(path => !path.Contains("/Migrations/", StringComparison.Ordinal))
            .Where(path => File.ReadLines(Repository.PathOf(path)).Count() > MostLines)
            .ToList();
        Violations.None(longer.Except(LongerFiles).Select(path => $"{path} has more than {MostLines} lines: which two subjects are in it?"));
        Violations.None(LongerFiles.Except(longer).Select(path => $"{path} isn't too long any more: take it off the list."));
    }

    [Fact]
    public void The_top_level_holds_nothing_but_what_belongs_there() => Violations.None(
        Directory.EnumerateFileSystemEntries(Repository.Root)
            .Select(entry => Path.GetFileName(entry))
            .Where(name => !name.StartsWith('.') && !TopLevel.Contains(name, StringComparer.Ordinal))
            .Select(name => $"{name} has no place at the top level."));

    [Fact]
    public void Nothing_is_left_unfinished() => Violations.None(
        from file in Product.Sources
        from match in Unfinished().Matches(file.Text).AsEnumerable()
        select $"{file.Path}: {match.Value}");

    [Fact]
    public void Namespaces_follow_folders() => Violations.None(
        from file in Product.Sources
        where file.Path.EndsWith(".cs", StringComparison.Ordinal) && !file.Path.StartsWith("src/Compat/", StringComparison.Ordinal)
        let folder = string.Join('.', file.Path.Split('/')[1..^1])
        let declared = Namespace().Match(file.Text) is { Success: true } match ? match.Groups["name"].Value : ""
        where declared != folder && !file.Path.EndsWith("/Program.cs", StringComparison.Ordinal)
        select $"{file.Path} declares the namespace '{declared}', not '{folder}'.");

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX|NotImplementedException)\b", RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline, 5_000)]
    private static partial Regex Namespace();
}
