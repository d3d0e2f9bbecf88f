using ClientLedger.Benchmarks.Measuring;
using ClientLedger.GraphQL.Language;
using ClientLedger.GraphQL.Validation;

namespace ClientLedger.Benchmarks.Engine;

/// <summary>Validating beside the reference implementation: documents that are valid, which most are.</summary>
internal static class ValidateFigure
{
    private const double Bar = 3;

    public static Figure Validate { get; } = new("engine-validate", "validating at least 3 times as fast as graphql-js", MeasureAsync);

    private static async Task MeasureAsync(Sheet sheet)
    {
        using var beside = new BesideNode();
        (string What, string Document)[] documents =
        [
            ("a short query", Documents.Short), ("a page of records", Documents.Page), ("input written in place", Documents.Input), ("introspection", Documents.Introspection),
        ];
        await beside.MeasureAsync([.. documents.Select(one => (one.What, BesideNode.Request("validate", one.Document, StoreSchema.Sdl), Call(one.Document)))], sheet, Bar);
    }

    private static Action Call(string text)
    {
        var document = Parser.Parse(text, ParserOptions.Trusted);
        return Validator.Validate(StoreSchema.Schema, document) is { Count: > 0 } errors
            ? throw new InvalidOperationException($"The document isn't valid: {errors[0]}")
            : () => Validator.Validate(StoreSchema.Schema, document);
    }
}
