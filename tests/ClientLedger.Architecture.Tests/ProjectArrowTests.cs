using System.Xml.Linq;
using ClientLedger.TestKit;

namespace ClientLedger.Architecture.Tests;

public sealed class ProjectArrowTests
{
    /// <summary>Each project under <c>src</c>: which others it may reference.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Microsoft.SqlServer.Server"] = [],
        ["ClientLedger.GraphQL"] = [],
        ["ClientLedger"] = ["ClientLedger.GraphQL"],
        ["ClientLedger.Sqlite"] = ["ClientLedger"],
        ["ClientLedger.Postgres"] = ["ClientLedger"],
        ["ClientLedger.SqlServer"] = ["ClientLedger", "Microsoft.SqlServer.Server"],
        ["ClientLedger.Web"] = ["ClientLedger", "ClientLedger.Sqlite", "ClientLedger.Postgres", "ClientLedger.SqlServer"],
    };

    [Fact]
    public void Projects_reference_only_what_stands_below_them() => Violations.None(
        from path in Repository.Files("src", "*.csproj")
        let name = Path.GetFileNameWithoutExtension(path)
        from reference in ReferencesOf(path)
        where !Allowed.TryGetValue(name, out var allowed) || !allowed.Contains(reference, StringComparer.Ordinal)
        select $"{name} references {reference}, and the table of this test doesn't say that it may.");

    [Fact]
    public void Packages_have_their_version_in_one_place() => Violations.None(
        from path in Repository.Files("src", "*.csproj").Concat(Repository.Files("tests", "*.csproj")).Concat(Repository.Files("infra", "*.csproj"))
        where !path.StartsWith("tests/ClientLedger.SqlServer.Check/", StringComparison.Ordinal)
        from package in XDocument.Load(Repository.PathOf(path)).Descendants("PackageReference")
        where package.Attribute("Version") is not null || package.Attribute("VersionOverride") is not null
        select $"{path} names a version of {package.Attribute("Include")?.Value}: Directory.Packages.props is the place.");

    private static IEnumerable<string> ReferencesOf(string path) =>
        XDocument.Load(Repository.PathOf(path)).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));
}
