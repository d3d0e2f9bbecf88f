using System.Text.RegularExpressions;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace ClientLedger.SqlServer.Check;

/// <summary>T-SQL as text.</summary>
internal static partial class Batches
{
    /// <summary>The parts of a script between its lines <c>GO</c>, without empty ones.</summary>
    public static IEnumerable<string> Of(string script) => Go().Split(script).Where(batch => !string.IsNullOrWhiteSpace(batch));

    /// <summary>What the parser of SQL Server 2019 says against a batch.</summary>
    public static IEnumerable<string> ParseErrors(string batch)
    {
        new TSql150Parser(initialQuotedIdentifiers: true, SqlEngineType.All).Parse(new StringReader(batch), out var errors);
        return errors.Select(error => FormattableString.Invariant($"SQL{error.Number}: {error.Message} (line {error.Line}, column {error.Column})"));
    }

    [GeneratedRegex(@"^\s*GO\s*;?\s*$", RegexOptions.Multiline | RegexOptions.IgnoreCase, 5_000)]
    private static partial Regex Go();
}
