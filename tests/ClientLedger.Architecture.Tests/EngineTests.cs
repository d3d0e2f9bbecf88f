using System.Text.RegularExpressions;
using System.Xml.Linq;
using ClientLedger.TestKit;

namespace ClientLedger.Architecture.Tests;

/// <summary>The GraphQL engine stands on its own: its folders go one way, and only the last of them knows ASP.NET Core.</summary>
public sealed partial class EngineTests
{
    private const string Folder = "src/ClientLedger.GraphQL";
    private const string Http = "Http";

    /// <summary>Each folder may use those before it. What lies in none composes all but <c>Http</c>, which uses it.</summary>
    private static readonly string[] Order = ["Errors", "Language", "Types", "Validation", "Execution", "Caching", "", Http];

    [Fact]
    public void Its_folders_are_the_chapters_of_the_specification() => Violations.None(
        Sources.Select(FolderOf).Distinct(StringComparer.Ordinal).Except(Order, StringComparer.Ordinal).Select(folder => $"{Folder}/{folder} isn't in the order of folders."));

    [Fact]
    public void Its_folders_use_only_those_before_them() => Violations.None(
        from file in Sources
        from used in Used().Matches(file.Code).Select(match => match.Groups["folder"].Value)
        where Array.IndexOf(Order, used) > Array.IndexOf(Order, FolderOf(file))
        select $"{file.Path} uses {used}, which comes after it.");

    [Fact]
    public void Only_its_folder_Http_uses_ASP_NET_Core() => Violations.None(
        from file in Sources
        where FolderOf(file) != Http && file.Code.Contains("Microsoft.", StringComparison.Ordinal)
        select $"{file.Path} uses what only {Http} may.");

    [Fact]
    public void It_references_no_package_and_no_project() => Violations.None(
        XDocument.Load(Repository.PathOf($"{Folder}/ClientLedger.GraphQL.csproj")).Descendants()
            .Where(element => element.Name.LocalName is "PackageReference" or "ProjectReference")
            .Select(element => $"The engine references {element.Attribute("Include")?.Value}."));

    [Fact]
    public void It_names_nothing_of_the_product() => Violations.None(
        from file in Sources
        where file.UsedRooms.Any(room => room != "GraphQL")
        select $"{file.Path} uses {string.Join(", ", file.UsedRooms)}.");

    /// <summary>Whoever else wants something of the API asks the room for it.</summary>
    [Fact]
    public void Only_the_room_Api_names_it() => Violations.None(
        from file in Product.Sources
        where !file.Path.StartsWith($"{Folder}/", StringComparison.Ordinal) && file.Room != "Api" && file.UsedRooms.Contains("GraphQL")
        select $"{file.Path} uses the GraphQL engine, which only src/ClientLedger/Api may.");

    [Fact]
    public void Its_readme_is_short() =>
        Assert.InRange(File.ReadLines(Repository.PathOf($"{Folder}/README.md")).Count(), 1, 79);

    private static IEnumerable<SourceFile> Sources => Product.Sources.Where(file => file.Path.StartsWith($"{Folder}/", StringComparison.Ordinal));

    /// <summary>The first folder below the project; empty for what lies in none.</summary>
    private static string FolderOf(SourceFile file) => file.Path.Split('/') is ["src", _, var folder, _, ..] ? folder : "";

    [GeneratedRegex(@"\bClientLedger\.GraphQL\.(?<folder>Errors|Language|Types|Validation|Execution|Caching|Http)\b", RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex Used();
}
