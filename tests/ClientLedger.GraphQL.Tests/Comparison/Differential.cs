using System.Text.Encodings.Web;
using System.Text.Json;
using ClientLedger.GraphQL.Conformance;

namespace ClientLedger.GraphQL.Tests.Comparison;

/// <summary>Asks the engine and the reference implementation the same; both must answer the same, but for <see cref="Divergences"/>.</summary>
internal static class Differential
{
    private const int MostShown = 5;

    private static readonly JsonSerializerOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Requests as objects, such as <c>new { action = "parse", document = "…" }</c>.</summary>
    public static Task AgreeAsync(IEnumerable<object> requests) => AgreeOnLinesAsync([.. requests.Select(request => JsonSerializer.Serialize(request, AsWritten))]);

    public static Task AgreeAsync(params object[] requests) => AgreeAsync(requests.AsEnumerable());

    /// <summary>Requests as JSON, one line each.</summary>
    public static async Task AgreeOnLinesAsync(IReadOnlyCollection<string> requests)
    {
        Assert.NotEmpty(requests);
        var expected = await Reference.AnswerAsync(requests);
        var disagreements = new List<string>();
        foreach (var (request, answer) in requests.Zip(expected))
        {
            var own = await Driver.AnswerAsync(request);
            if (Answer.Canonical(own) != Answer.Canonical(answer) && !Divergences.AreMeant(answer, own))
            {
                disagreements.Add($"{request}\n  reference: {answer}\n  engine:    {own}");
            }
        }

        Assert.True(
            disagreements.Count == 0,
            $"{disagreements.Count} of {requests.Count} answers differ:\n{string.Join("\n", disagreements.Take(MostShown))}");
    }
}
