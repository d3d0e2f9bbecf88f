using System.Buffers;
using ClientLedger.GraphQL.Execution;
using ClientLedger.GraphQL.Types;
using ClientLedger.Reading;

namespace ClientLedger.Api.Queries;

/// <summary>Answers the fields at the root that are lists of records.</summary>
internal static class ListFields
{
    /// <summary>Writes a page of an entity's records with everything that is selected of it.</summary>
    public static async Task WriteAsync(ResolveContext context, ApiCall call, string entity, IBufferWriter<byte> output)
    {
        var found = call.Scope.Schema[entity];
        var page = Page.Of(context, context.Selected, call.Scope.Schema, found);
        var query = new LedgerQuery(entity)
        {
            Parts = new SelectionReader(context, call.Scope).PageOf(context.Selected, found),
            Where = page.Filter,
            OrderBy = page.Sort,
            Size = page.Size,
            After = page.Behind,
            Before = page.Ahead,
            FromEnd = page.IsFromEnd,
            Deleted = context.Argument<bool>(Page.Deleted),
        };
        if (context.Argument<string>(Page.Search) is { } text)
        {
            var hits = (await call.Reading.SearchAsync(call.Scope, new SearchQuery(text, [entity]), context.CancellationToken)).FilterOf(found);

            // Nothing that was found is none of any ids; a comparison must have a value.
            Filter among = hits.Values.Count == 0 ? new AnyOf([]) : hits;
            query = query with { Where = query.Where is { } where ? new AllOf([among, where]) : among };
        }

        await call.Reading.WriteAsync(call.Scope, query, output, context.CancellationToken);
    }
}
