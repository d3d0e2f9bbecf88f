using System.Net.Mime;
using ClientLedger.Access;
using ClientLedger.Api.Schemas;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ClientLedger.Api;

/// <summary>The caller's schema as a file in SDL, for whoever makes code of it.</summary>
internal static class SchemaFile
{
    /// <summary>Serves it to whom the API serves.</summary>
    public static IEndpointConventionBuilder MapSchemaFile(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet(ApiModule.SchemaAddress, (RequestDelegate)(context => context.RequestServices.GetRequiredService<ApiDoor>().EnterAsync(context, WriteAsync)))
            .WithMetadata(new DoorAccessAttribute(Admission.Member));

    private static Task WriteAsync(HttpContext context)
    {
        context.Response.ContentType = MediaTypeNames.Text.Plain + "; charset=utf-8";
        context.Response.Headers.ContentDisposition = "attachment; filename=schema.graphql";
        return context.Response.WriteAsync(context.RequestServices.GetRequiredService<ApiSchemas>().Of(ApiCaller.LedgerOf(context)).ToSdl(), context.RequestAborted);
    }
}
