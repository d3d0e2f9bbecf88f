using ClientLedger.Fields;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace ClientLedger.Shared.Pages;

/// <summary>Where the pages of records lie: <c>/customers</c>, <c>/customers/cus_…</c>, <c>/customers/cus_…/edit</c>.</summary>
internal static class RecordAddresses
{
    public static string List(IUrlHelper url, EntityDescriptor entity) => url.Content("~/" + entity.Plural);

    public static string Record(IUrlHelper url, EntityDescriptor entity, long id) => Record(url, entity, RecordIds.Format(entity.IdPrefix, id));

    /// <param name="id">As it is written outside.</param>
    /// <param name="page">A page about the record: <c>edit</c>, <c>history</c>.</param>
    public static string Record(IUrlHelper url, EntityDescriptor entity, string id, string? page = null) =>
        url.Content($"~/{entity.Plural}/{id}{(page is null ? "" : "/" + page)}");

    /// <summary>The customer that a new record was begun for, where the address names one that is an id.</summary>
    public static string? Parent(IUrlHelper url, EntityDescriptor entity, IQueryCollection given) =>
        entity.Find("customer") is not null && RecordIds.TryParse(given["customer"].ToString(), "cus", out _)
            ? url.Content($"~/customers/{given["customer"]}?show={entity.Plural}")
            : null;
}
