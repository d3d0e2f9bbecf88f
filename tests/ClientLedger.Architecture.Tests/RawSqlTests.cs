using System.Text.RegularExpressions;

namespace ClientLedger.Architecture.Tests;

public sealed partial class RawSqlTests
{
    private static readonly string[] Places =
    [
        "src/ClientLedger/Reading/Sql/", "src/ClientLedger/Writing/Sql/", "src/ClientLedger.Sqlite/", "src/ClientLedger.Postgres/", "src/ClientLedger.SqlServer/",
    ];

    /// <summary>The one file that may lift the ban for another reason: the host gives its commands the console.</summary>
    private const string Host = "src/ClientLedger.Web/Program.cs";

    /// <summary>Files that write statements elsewhere. The list may only shrink.</summary>
    private static readonly string[] Elsewhere = [];

    [Fact]
    public void Statements_are_put_together_in_their_places_alone()
    {
        var found = Product.Sources
            .Where(file => !Places.Any(place => file.Path.StartsWith(place, StringComparison.Ordinal)))
            .Where(file => file.Code.Contains("new SqlStatement(", StringComparison.Ordinal) || Statement().IsMatch(file.Text))
            .Select(file => file.Path)
            .ToList();
        Violations.None(found.Except(Elsewhere).Select(path => $"{path} puts SQL together."));
        Violations.None(Elsewhere.Except(found).Select(path => $"{path} writes no SQL any more: take it off the list."));
    }

    [Fact]
    public void Sql_is_written_in_its_places_alone() => Violations.None(
        from file in Product.Sources
        where !Places.Any(place => file.Path.StartsWith(place, StringComparison.Ordinal))
        from match in Sql().Matches(file.Code).AsEnumerable()
        select $"{file.Path}: {match.Value}");

    [Fact]
    public void Bans_are_lifted_in_their_places_alone() => Violations.None(
        from file in Product.Sources
        where file.Text.Contains("RS0030", StringComparison.Ordinal)
        where file.Path != Host && !Places.Any(place => file.Path.StartsWith(place, StringComparison.Ordinal))
        select $"{file.Path} lifts the ban on symbols (RS0030).");

    [Fact]
    public void A_lifted_ban_lifts_nothing_but_sql() => Violations.None(
        from file in Product.Sources
        where file.Text.Contains("RS0030", StringComparison.Ordinal)
        from match in NeverAllowed().Matches(file.Code).AsEnumerable()
        select $"{file.Path}: {match.Value}");

    [GeneratedRegex("\"(SELECT|INSERT INTO|UPDATE|DELETE FROM|MERGE|WITH) ", RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex Statement();

    [GeneratedRegex(@"\b(CommandText|CreateCommand|CreateBatch|ExecuteSql\w*|FromSql\w*|SqlQuery\w*|GetDbConnection|(Db|Npgsql|Sql|Sqlite)(Connection|Command|Batch|BatchCommand|DataSource))\b", RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex Sql();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Utc)?Now\b|\bGuid\.NewGuid\b|\.Wait\(\)|\.GetAwaiter\(\)|\bIgnoreQueryFilters\(\)|\.Result\b(?!\s*=)", RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex NeverAllowed();
}
