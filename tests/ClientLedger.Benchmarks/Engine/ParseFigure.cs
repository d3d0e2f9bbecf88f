using ClientLedger.Benchmarks.Measuring;
using ClientLedger.GraphQL.Language;

namespace ClientLedger.Benchmarks.Engine;

/// <summary>Lexing and parsing beside the reference implementation.</summary>
internal static class ParseFigure
{
    private const double Bar = 5;

    public static Figure Parse { get; } = new("engine-parse", "lexing and parsing at least 5 times as fast as graphql-js", MeasureAsync);

    private static async Task MeasureAsync(Sheet sheet)
    {
        using var beside = new BesideNode();
        (string What, string Document)[] documents =
        [
            ("a short query", Documents.Short), ("a page of records", Documents.Page), ("input written in place", Documents.Input), ("a schema", Documents.Schema),
        ];
        foreach (var (what, document) in documents)
        {
            var ratio = await beside.MeasureAsync(
                BesideNode.Request("parse", document), () => Parser.Parse(document, ParserOptions.Trusted), sheet, $"{what}, {document.Length:N0} characters");
            sheet.AtLeast($"times as fast, {what}", ratio, Bar);
        }
    }
}
