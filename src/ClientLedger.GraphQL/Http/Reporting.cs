using ClientLedger.GraphQL.Execution;
using Microsoft.AspNetCore.Http;

namespace ClientLedger.GraphQL.Http;

/// <summary>Puts together what became of an operation, and tells the host when its answers are over, however they ended.</summary>
internal sealed class Reporting : IDisposable
{
    private readonly HttpContext context;
    private readonly GraphQLHttpOptions options;
    private readonly OperationReport report;
    private readonly long began;

    private Reporting(HttpContext context, GraphQLHttpOptions options, OperationReport report)
    {
        (this.context, this.options, this.report) = (context, options, report);
        began = options.TimeProvider.GetTimestamp();
    }

    /// <summary>Begins where an operation has been made ready.</summary>
    public static Reporting Begin(HttpContext context, GraphQLHttpOptions options, GraphQLRequest asked, Preparation preparation) => new(context, options, OperationReport.Of(asked, preparation));

    public void Add(GraphQLResponse answer) => report.Add(answer.Errors, answer.Body.Length);

    public void Dispose()
    {
        report.Elapsed = options.TimeProvider.GetElapsedTime(began);
        options.Answered?.Invoke(context, report);
    }
}
