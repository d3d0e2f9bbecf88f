using System.Text.Json;
using ClientLedger.Benchmarks.Measuring;
using ClientLedger.GraphQL;

namespace ClientLedger.Benchmarks.Engine;

/// <summary>
/// Executing known documents: beside the reference implementation, which is given the parsed document and makes an object of its answer, while the engine looks the document up, prices it and writes the answer as bytes;
/// and what an execution allocates.
/// </summary>
internal static class ExecuteFigure
{
    private const double TimesBar = 3;
    private const double BytesBar = 40;

    private static readonly JsonSerializerOptions CamelCase = new(JsonSerializerDefaults.Web);

    public static Figure Execute { get; } = new("engine-execute", "executing (introspection query; 1,000-object list with 10 fields) at least 3 times as fast as graphql-js", MeasureAsync);

    public static Figure Allocation { get; } = new("engine-allocation", "at most 40 bytes allocated per scalar field of a cached document", AllocateAsync);

    private static async Task MeasureAsync(Sheet sheet)
    {
        using var beside = new BesideNode();
        var root = JsonSerializer.SerializeToElement(StoreSchema.Root, StoreSchema.Root.GetType(), CamelCase);
        (string What, string Document)[] documents = [("introspection", Documents.Introspection), ($"{StoreSchema.Rows:N0} objects with {StoreSchema.Fields} fields", StoreSchema.RowsDocument)];
        await beside.MeasureAsync([.. documents.Select(one => (one.What, BesideNode.Request("execute", one.Document, StoreSchema.Sdl, root), Call(one.Document)))], sheet, TimesBar);
    }

    private static Task AllocateAsync(Sheet sheet)
    {
        const int Calls = 50;
        var call = Call(StoreSchema.RowsDocument);
        for (var warmUp = 0; warmUp < Calls; warmUp++)
        {
            call();
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var measured = 0; measured < Calls; measured++)
        {
            call();
        }

        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        sheet.AtMost("bytes a scalar field, numbers boxed by the reader of properties included", bytes / (double)(Calls * StoreSchema.Rows * StoreSchema.Fields), BytesBar);
        return Task.CompletedTask;
    }

    /// <summary>An execution whose resolvers have nothing to wait for, so that it ends on the thread that began it.</summary>
    private static Action Call(string document)
    {
        var server = new GraphQLServer();
        var request = new GraphQLRequest(StoreSchema.Schema, document) { Root = StoreSchema.Root };
        return () =>
        {
            var execution = server.ExecuteAsync(request);
            if (!execution.IsCompletedSuccessfully)
            {
                throw new InvalidOperationException("The execution waits for something.");
            }

            using var answer = execution.Result;
            if (answer.Errors.Count > 0)
            {
                throw new InvalidOperationException(answer.ToString());
            }
        };
    }
}
