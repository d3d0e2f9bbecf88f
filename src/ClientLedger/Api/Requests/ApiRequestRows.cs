using ClientLedger.Storage;
using ClientLedger.Writing.Sql;

namespace ClientLedger.Api.Requests;

/// <summary>Lines of the request log as rows of its table.</summary>
internal static class ApiRequestRows
{
    private static readonly (string Property, Func<ApiRequest, object?> Value)[] Columns =
    [
        (nameof(ApiRequest.TenantId), request => request.TenantId),
        (nameof(ApiRequest.Id), request => request.Id),
        (nameof(ApiRequest.At), request => request.At),
        (nameof(ApiRequest.CallerKind), request => (int)request.CallerKind),
        (nameof(ApiRequest.CallerId), request => request.CallerId),
        (nameof(ApiRequest.Operation), request => request.Operation),
        (nameof(ApiRequest.Kind), request => request.Kind),
        (nameof(ApiRequest.DocumentHash), request => request.DocumentHash),
        (nameof(ApiRequest.Points), request => request.Points),
        (nameof(ApiRequest.Microseconds), request => request.Microseconds),
        (nameof(ApiRequest.Status), request => request.Status),
        (nameof(ApiRequest.Errors), request => request.Errors),
        (nameof(ApiRequest.Code), request => request.Code),
        (nameof(ApiRequest.Bytes), request => request.Bytes),
    ];

    public static TableRows Of(LedgerTables tables, IReadOnlyList<ApiRequest> requests)
    {
        var table = tables.Of<ApiRequest>();
        var rows = new TableRows(table.Name);
        foreach (var (property, value) in Columns)
        {
            var column = rows.Add(table[property]);
            foreach (var request in requests)
            {
                column.AddValue(value(request));
            }
        }

        return rows;
    }
}
