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
        await beside.MeasureAsync(
            [.. documents.Select(one => (one.What, BesideNode.Request("parse", one.Document), (Action)(() => Parser.Parse(one.Document, ParserOptions.Trusted))))], sheet, Bar);
    }
}
