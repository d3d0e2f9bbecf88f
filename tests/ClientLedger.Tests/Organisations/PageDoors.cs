using System.Net;
using System.Text.RegularExpressions;
using ClientLedger.Access;
using ClientLedger.Fields;
using ClientLedger.Reading;
using ClientLedger.Shared;
using ClientLedger.TestKit;
using ClientLedger.TestKit.Plain;

namespace ClientLedger.Tests.Organisations;

/// <summary>The pages: each shows the records that the plain reference does, and no text of any other or of a field that isn't clear.</summary>
internal static partial class PageDoors
{
    /// <summary>Every door by its name.</summary>
    public static IReadOnlyDictionary<string, Func<OrganisationCaller, Task>> All { get; } = new Dictionary<string, Func<OrganisationCaller, Task>>
    {
        ["the list"] = caller => EachAsync(caller, entity => ListAsync(caller, entity, deleted: false)),
        ["the list of deleted records"] = caller => EachAsync(caller, entity => ListAsync(caller, entity, deleted: true)),
        ["the search of the list"] = caller => EachAsync(caller, entity => ListSearchAsync(caller, entity)),
        ["quick find"] = FindAsync,
        ["suggestions"] = caller => EachAsync(caller, entity => SuggestAsync(caller, entity)),
        ["pages of a record"] = caller => EachAsync(caller, entity => RecordAsync(caller, entity)),
        ["tabs of a customer"] = CustomerAsync,
        ["home, schema, developers' pages"] = OthersAsync,
    };

    private static async Task EachAsync(OrganisationCaller caller, Func<EntityDescriptor, Task> ask)
    {
        foreach (var entity in caller.Schema.Entities)
        {
            await ask(entity);
        }
    }

    private static async Task ListAsync(OrganisationCaller caller, EntityDescriptor entity, bool deleted)
    {
        var expected = caller.IsKnown(entity.Name) ? PlainQueries.Rows(caller.Sight, new LedgerQuery(entity.Name) { Deleted = deleted }).Select(caller.IdOf) : [];
        var found = new List<string>();
        for (var address = $"/{entity.Plural}?size=25{(deleted ? "&deleted=1" : "")}"; address is not null;)
        {
            var (status, page) = await caller.PageAsync(address);
            Assert.Equal((address, caller.IsKnown(entity.Name) ? HttpStatusCode.OK : HttpStatusCode.NotFound), (address, status));
            found.AddRange(IdsIn(Body().Match(page).Value, entity));
            address = Next().Match(page) is { Success: true } next ? $"/{entity.Plural}?{WebUtility.HtmlDecode(next.Groups["query"].Value)}" : null;
        }

        Assert.Equal((entity.Name, string.Join(' ', expected.Order(StringComparer.Ordinal))), (entity.Name, string.Join(' ', found.Order(StringComparer.Ordinal))));
    }

    private static async Task ListSearchAsync(OrganisationCaller caller, EntityDescriptor entity)
    {
        foreach (var text in caller.IsKnown(entity.Name) ? ApiDoors.Searched(caller, entity).Take(3) : [])
        {
            var (_, page) = await caller.PageAsync($"/{entity.Plural}?q={Uri.EscapeDataString(text)}");
            var hits = PlainSearch.Find(caller.Sight, new SearchQuery(text, [entity.Name])).Hits.Select(hit => RecordIds.Format(entity.IdPrefix, hit.Id));
            Assert.Equal((text, string.Join(' ', hits)), (text, string.Join(' ', IdsIn(Body().Match(page).Value, entity))));
        }
    }

    private static async Task FindAsync(OrganisationCaller caller)
    {
        foreach (var text in caller.Schema.Entities.SelectMany(entity => ApiDoors.Searched(caller, entity).Take(2)))
        {
            var (_, page) = await caller.PageAsync($"/find?q={Uri.EscapeDataString(text)}");
            var found = caller.Schema.Entities.SelectMany(entity => Body().Matches(page).SelectMany(body => RowsIn(body.Value, entity)));
            var hits = PlainSearch.Find(caller.Sight, new SearchQuery(text, [])).Hits.Select(hit => RecordIds.Format(caller.Schema[hit.Entity].IdPrefix, hit.Id));
            Assert.Equal((text, string.Join(' ', hits.Order(StringComparer.Ordinal))), (text, string.Join(' ', found.Order(StringComparer.Ordinal))));
        }
    }

    private static async Task SuggestAsync(OrganisationCaller caller, EntityDescriptor entity)
    {
        foreach (var text in ApiDoors.Searched(caller, entity).TakeLast(3))
        {
            var (_, page) = await caller.PageAsync($"/suggestions/records/{entity.Name}?customer={Uri.EscapeDataString(text)}");
            var hits = caller.IsKnown(entity.Name) ? PlainSearch.Find(caller.Sight, new SearchQuery(text, [entity.Name])).Hits : [];
            Assert.Equal((text, string.Join(' ', hits.Select(hit => hit.Title).OfType<string>().Distinct().Take(12))), (text, string.Join(' ', Option().Matches(page).Select(option => WebUtility.HtmlDecode(option.Groups["value"].Value)))));
        }
    }

    private static async Task RecordAsync(OrganisationCaller caller, EntityDescriptor entity)
    {
        var clear = entity.Fields.Where(field => field is { Type: FieldType.Text or FieldType.LongText, Several: false }).ToList();
        foreach (var record in caller.Sight.Ledger.Of(caller.Sight.Scope.TenantId, entity.Name).Where((_, at) => at % (Depth.IsFull ? 2 : 6) == 0))
        {
            var (address, isSeen) = ($"/{entity.Plural}/{caller.IdOf(record)}", caller.Sight.Covers(record));
            var (status, page) = await caller.PageAsync(address);
            Assert.Equal((address, isSeen && record.IsLive ? HttpStatusCode.OK : HttpStatusCode.NotFound), (address, status));
            if (status == HttpStatusCode.OK)
            {
                Assert.All(clear.Where(field => caller.Sight.RightOn(record, field.Name) == ReadRight.Clear).Select(field => (string?)record[field.Name]).OfType<string>(), text => Assert.Contains(text, page, StringComparison.Ordinal));
            }

            Assert.Equal((address, isSeen ? HttpStatusCode.OK : HttpStatusCode.NotFound), (address, (await caller.PageAsync(address + "/history")).Status));
            Assert.Equal((address, isSeen ? HttpStatusCode.OK : HttpStatusCode.NotFound), (address, (await caller.PageAsync(address + "/delete")).Status));
            var edit = (await caller.PageAsync(address + "/edit")).Status;
            Assert.True(edit == HttpStatusCode.NotFound || (isSeen && record.IsLive), $"{address}/edit answers {edit}.");
        }
    }

    private static async Task CustomerAsync(OrganisationCaller caller)
    {
        var entity = caller.Schema["customer"];
        foreach (var customer in PlainQueries.Rows(caller.Sight, new LedgerQuery("customer")).Where((_, at) => at % 4 == 0))
        {
            await caller.PageAsync($"/customers/{caller.IdOf(customer)}?show=timeline");
            foreach (var relation in caller.Relations(entity))
            {
                var (status, page) = await caller.PageAsync($"/customers/{caller.IdOf(customer)}?show={relation.Name}");
                if (status == HttpStatusCode.OK)
                {
                    var child = caller.Schema[relation.Entity];
                    var expected = caller.Sight.Children(customer, relation).Where(caller.Sight.Covers).Select(caller.IdOf).Order(StringComparer.Ordinal);
                    Assert.Equal((relation.Name, string.Join(' ', expected)), (relation.Name, string.Join(' ', Body().Matches(page).SelectMany(body => RowsIn(body.Value, child)).Distinct().Order(StringComparer.Ordinal))));
                }
            }
        }
    }

    private static async Task OthersAsync(OrganisationCaller caller)
    {
        foreach (var address in new[] { "/", "/api", "/api/log", "/api/explorer", "/help/api", "/imports", "/settings" })
        {
            await caller.PageAsync(address);
        }

        var (_, schema) = await caller.PageAsync("/graphql/schema.graphql");
        foreach (var entity in caller.Schema.Entities)
        {
            var type = $"type {char.ToUpperInvariant(entity.Name[0])}{entity.Name[1..]} implements Node";
            Assert.Equal((entity.Name, caller.IsKnown(entity.Name)), (entity.Name, schema.Contains(type, StringComparison.Ordinal)));
        }
    }

    /// <summary>Ids that rows begin with.</summary>
    private static IEnumerable<string> RowsIn(string body, EntityDescriptor entity) => First().Matches(body).Where(match => match.Groups["plural"].Value == entity.Plural).Select(match => match.Groups["id"].Value);

    private static IEnumerable<string> IdsIn(string body, EntityDescriptor entity) => RowsIn(body, entity).Distinct();

    [GeneratedRegex("<tbody.*?</tbody>", RegexOptions.Singleline, 1_000)]
    private static partial Regex Body();

    [GeneratedRegex("""<tr>\s*<td[^>]*>\s*<a[^>]*href="[^"]*/(?<plural>[A-Za-z]+)/(?<id>[a-z]+_[0-9a-z]+)(/delete)?">""", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex First();

    [GeneratedRegex("""<a[^>]*href="[^"?]*\?(?<query>[^"]*)"[^>]*rel="next"[^>]*>""", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Next();

    [GeneratedRegex("""<option value="(?<value>[^"]*)">""", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Option();
}
