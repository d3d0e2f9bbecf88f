using ClientLedger.Fields;
using ClientLedger.GraphQL.Execution;
using ClientLedger.GraphQL.Types;
using ClientLedger.Messages;
using ClientLedger.Reading;

namespace ClientLedger.Api.Queries;

/// <summary>Which page of a list a field asks for, in which order and of which records, by its arguments.</summary>
internal sealed record Page(Filter? Filter, IReadOnlyList<SortKey> Sort, int Size, string? Behind, string? Ahead, bool IsFromEnd)
{
    public const string Where = "where", OrderBy = "orderBy", Search = "search", First = "first", After = "after", Last = "last", Before = "before", Deleted = "deleted";

    /// <summary>Records of a page when nothing is said.</summary>
    public const int UsualSize = 20;

    /// <summary>Reads the arguments.</summary>
    /// <exception cref="RefusedException">They ask for a page from both ends, or for no page that there is, or a condition isn't filled in.</exception>
    public static Page Of(ResolveContext context, SelectedField selected, LedgerSchema schema, EntityDescriptor entity)
    {
        var arguments = context.ArgumentsOf(selected);
        var (first, last) = (arguments.GetValueOrDefault(First) as int?, arguments.GetValueOrDefault(Last) as int?);
        var (after, before) = (arguments.GetValueOrDefault(After) as string, arguments.GetValueOrDefault(Before) as string);
        if (last is null ? before is not null : first is not null || after is not null)
        {
            throw new RefusedException(Refusal.Of(ApiMessages.PageUnfit));
        }

        return new Page(
            FilterReader.Of(context, selected, schema, entity),
            SortOf(arguments.GetValueOrDefault(OrderBy)),
            first ?? last ?? UsualSize,
            after,
            before,
            last is not null);
    }

    private static IReadOnlyList<SortKey> SortOf(object? orderBy) => orderBy is IReadOnlyList<object?> keys
        ? [.. keys.Cast<IReadOnlyDictionary<string, object?>>().Select(key => new SortKey((string)key["field"]!, (bool)key["direction"]!))]
        : [];
}
