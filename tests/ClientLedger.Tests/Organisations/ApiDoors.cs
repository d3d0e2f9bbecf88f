using SortKey = ClientLedger.Reading.SortKey;
using System.Globalization;
using System.Text.Json.Nodes;
using ClientLedger.Access;
using ClientLedger.Customers;
using ClientLedger.Fields;
using ClientLedger.Reading;
using ClientLedger.Shared;
using ClientLedger.TestKit.Plain;
using ClientLedger.Tests.Oracle;

namespace ClientLedger.Tests.Organisations;

/// <summary>The doors of the API: each shows the records and fields that the plain reference does.</summary>
internal static class ApiDoors
{
    /// <summary>Every door by its name.</summary>
    public static IReadOnlyDictionary<string, Func<OrganisationCaller, Task>> All { get; } = new Dictionary<string, Func<OrganisationCaller, Task>>
    {
        ["lists, forwards"] = caller => EachAsync(caller, entity => ListAsync(caller, entity, backwards: false)),
        ["lists, backwards"] = caller => EachAsync(caller, entity => ListAsync(caller, entity, backwards: true)),
        ["deleted records"] = caller => EachAsync(caller, entity => DeletedAsync(caller, entity)),
        ["records by their ids"] = caller => EachAsync(caller, entity => ByIdAsync(caller, entity)),
        ["lists within records"] = caller => EachAsync(caller, entity => ChildrenAsync(caller, entity)),
        ["timelines"] = TimelinesAsync,
        ["filters and counts"] = caller => EachAsync(caller, entity => FilteredAsync(caller, entity)),
        ["orders"] = caller => EachAsync(caller, entity => OrderedAsync(caller, entity)),
        ["aggregates"] = caller => EachAsync(caller, entity => AggregatesAsync(caller, entity)),
        ["searches"] = caller => EachAsync(caller, entity => SearchAsync(caller, entity)),
        ["history"] = caller => EachAsync(caller, entity => HistoryAsync(caller, entity)),
        ["the schema itself"] = SchemaAsync,
        ["descriptors"] = DescriptorsAsync,
    };

    private static async Task EachAsync(OrganisationCaller caller, Func<EntityDescriptor, Task> ask)
    {
        foreach (var entity in caller.Known)
        {
            await ask(entity);
        }
    }

    private static async Task ListAsync(OrganisationCaller caller, EntityDescriptor entity, bool backwards)
    {
        var query = new LedgerQuery(entity.Name) { Select = caller.Everything(entity) };
        var rows = PlainQueries.Rows(caller.Sight, query);
        var shows = $"edges {{ cursor node {{ {caller.Documents.Record(entity, query.Select)} }} }} nodes {{ id }} totalCount pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }}";
        var found = new List<JsonNode>();
        for (string? cursor = null; ;)
        {
            var at = cursor is null ? "" : $", {(backwards ? "before" : "after")}: \"{cursor}\"";
            var list = (await caller.DataAsync($"{{ list: {entity.Plural}({(backwards ? "last" : "first")}: 11{at}) {{ {shows} }} }}"))["list"]!;
            var nodes = list["edges"]!.AsArray().Select(edge => edge!["node"]!).ToList();
            Assert.Equal(nodes.Select(node => (string)node["id"]!), list["nodes"]!.AsArray().Select(node => (string)node!["id"]!));
            Assert.Equal((entity.Name, rows.Count), (entity.Name, (int)list["totalCount"]!));
            found.InsertRange(backwards ? 0 : found.Count, nodes);
            if (!(bool)list["pageInfo"]![backwards ? "hasPreviousPage" : "hasNextPage"]!)
            {
                break;
            }

            cursor = (string)list["pageInfo"]![backwards ? "startCursor" : "endCursor"]!;
        }

        Same(entity, PlainJson.Answer(caller.Sight, query, rows)["rows"]!.AsArray(), found);
    }

    private static async Task DeletedAsync(OrganisationCaller caller, EntityDescriptor entity)
    {
        var query = new LedgerQuery(entity.Name) { Deleted = true, Select = caller.Everything(entity) };
        var list = (await caller.DataAsync($"{{ list: {entity.Plural}(first: 200, deleted: true) {{ nodes {{ {caller.Documents.Record(entity, query.Select)} }} totalCount }} }}"))["list"]!;
        var rows = PlainQueries.Rows(caller.Sight, query);
        Assert.Equal(rows.Count, (int)list["totalCount"]!);
        Same(entity, PlainJson.Answer(caller.Sight, query, rows)["rows"]!.AsArray(), [.. list["nodes"]!.AsArray().OfType<JsonNode>()]);
    }

    private static async Task ByIdAsync(OrganisationCaller caller, EntityDescriptor entity)
    {
        // Deleted ones and the other tenant's are there as little as those outside of the rules.
        var records = caller.Sight.Ledger.Of(caller.Sight.Scope.TenantId, entity.Name).ToList();
        var select = caller.Everything(entity);
        var record = caller.Documents.Record(entity, select);
        var type = char.ToUpperInvariant(entity.Name[0]) + entity.Name[1..];
        var nodes = (await caller.DataAsync($"query ($ids: [ID!]!) {{ nodes(ids: $ids) {{ id ... on {type} {{ {record} }} }} }}", new { ids = records.ConvertAll(caller.IdOf) }))["nodes"]!.AsArray();
        foreach (var (each, node) in records.Zip(nodes))
        {
            var expected = each.IsLive && caller.Sight.Covers(each) ? PlainJson.Answer(caller.Sight, new LedgerQuery(entity.Name) { Select = select }, [each])["rows"]![0] : null;
            Assert.True(JsonNode.DeepEquals(expected, node), $"{caller.IdOf(each)}\nexpected {expected?.ToJsonString()}\nis       {node?.ToJsonString()}");
        }

        foreach (var (each, node) in records.Zip(nodes).Take(3))
        {
            var one = await caller.DataAsync($"{{ node(id: \"{caller.IdOf(each)}\") {{ id }} its: {entity.Name}(id: \"{caller.IdOf(each)}\") {{ {record} }} }}");
            Assert.Equal((string?)node?["id"], (string?)one["node"]?["id"]);
            Assert.True(JsonNode.DeepEquals(node, one["its"]));
        }
    }

    private static async Task ChildrenAsync(OrganisationCaller caller, EntityDescriptor entity)
    {
        foreach (var relation in caller.Relations(entity))
        {
            var child = caller.Schema[relation.Entity];
            var up = child.Find(relation.ByField)!;
            var list = (await caller.DataAsync(
                $"{{ list: {entity.Plural}(first: 100) {{ nodes {{ id {relation.Name}(first: 50) {{ nodes {{ id {up.Name} {{ id }} }} totalCount }} {relation.Name}Aggregate {{ count }} }} }} }}"))["list"]!;
            foreach (var (parent, node) in PlainQueries.Rows(caller.Sight, new LedgerQuery(entity.Name)).Zip(list["nodes"]!.AsArray()))
            {
                var ids = caller.Sight.Children(parent, relation).Where(caller.Sight.Covers).Select(caller.IdOf).Order(StringComparer.Ordinal).ToList();
                var shown = node![relation.Name]!;
                Assert.Equal((relation.Name, caller.IdOf(parent)), (relation.Name, (string)node["id"]!));
                Assert.Equal(ids, shown["nodes"]!.AsArray().Select(each => (string)each!["id"]!).Order(StringComparer.Ordinal));
                Assert.Equal((relation.Name, ids.Count, ids.Count), (relation.Name, (int)shown["totalCount"]!, (int)node[relation.Name + "Aggregate"]!["count"]!));
                Assert.All(shown["nodes"]!.AsArray(), each => Assert.Equal((string)node["id"]!, (string)each![up.Name]!["id"]!));
            }
        }
    }

    private static async Task TimelinesAsync(OrganisationCaller caller)
    {
        var rights = caller.Sight.Scope.Rights;
        if (rights.On("customer").Grants.Count == 0 || CustomerTimeline.Kinds(rights).Count == 0)
        {
            return;
        }

        var list = (await caller.DataAsync("{ list: customers(first: 100) { nodes { id timeline(first: 8) { nodes { record { id } } } } } }"))["list"]!;
        foreach (var (customer, node) in PlainQueries.Rows(caller.Sight, new LedgerQuery("customer")).Zip(list["nodes"]!.AsArray()))
        {
            Assert.Equal(caller.IdOf(customer), (string)node!["id"]!);
            Assert.Equal(PlainTimeline.Of(caller.Sight, customer).Take(8).Select(entry => entry.Id), node["timeline"]!["nodes"]!.AsArray().Select(entry => (string)entry!["record"]!["id"]!));
        }
    }

    private static async Task FilteredAsync(OrganisationCaller caller, EntityDescriptor entity)
    {
        var (counts, expected) = (new List<string>(), new List<int>());
        foreach (var field in entity.Fields.Where(field => field.Name != SystemFields.Id))
        {
            var query = new LedgerQuery(entity.Name) { Where = new FieldFilter(field.Name, Operator.IsEmpty, []) };
            var shown = $"{{ {entity.Plural}(where: {{ {field.Name}: {{ isEmpty: true }} }}) {{ totalCount }} }}";
            if (caller.Best(entity, field) != ReadRight.Clear)
            {
                Assert.Equal("GRAPHQL_VALIDATION_FAILED", (string)(await caller.AskAsync(shown))["errors"]![0]!["extensions"]!["code"]!);
            }
            else if (PlainChecks.Refuse(caller.Sight, query) is null)
            {
                counts.Add($"c{counts.Count}: {entity.Plural}(where: {{ {field.Name}: {{ isEmpty: true }} }}) {{ totalCount }}");
                expected.Add(PlainQueries.Rows(caller.Sight, query).Count);
            }
        }

        var data = await caller.DataAsync($"{{ {string.Join(' ', counts)} }}");
        Assert.Equal(counts.Zip(expected), counts.Zip(Enumerable.Range(0, counts.Count).Select(i => (int)data[$"c{i}"]!["totalCount"]!)));
    }

    private static async Task OrderedAsync(OrganisationCaller caller, EntityDescriptor entity)
    {
        var (lists, expected) = (new List<string>(), new List<string>());
        foreach (var field in entity.Fields.Where(field => caller.Best(entity, field) == ReadRight.Clear))
        {
            var query = new LedgerQuery(entity.Name) { OrderBy = [new SortKey(field.Name, Descending: lists.Count % 2 == 0)], Size = 7 };
            if (PlainChecks.Refuse(caller.Sight, query) is null)
            {
                lists.Add(caller.Documents.List(query, "nodes { id }")[2..^2].Replace("list:", $"l{lists.Count}:", StringComparison.Ordinal));
                expected.Add(string.Join(' ', PlainQueries.Rows(caller.Sight, query).Take(7).Select(caller.IdOf)));
            }
        }

        var data = await caller.DataAsync($"{{ {string.Join(' ', lists)} }}");
        Assert.Equal(lists.Zip(expected), lists.Zip(Enumerable.Range(0, lists.Count).Select(i => string.Join(' ', data[$"l{i}"]!["nodes"]!.AsArray().Select(node => (string)node!["id"]!)))));
    }

    private static async Task AggregatesAsync(OrganisationCaller caller, EntityDescriptor entity)
    {
        var (asked, expected) = (new List<string>(), new List<string>());
        foreach (var field in entity.Fields.Where(field => field is { Several: false, Derived: false, Sensitivity: Sensitivity.Normal, Type: FieldType.Choice or FieldType.Person or FieldType.Integer or FieldType.Money or FieldType.Decimal or FieldType.Date }
            && (!field.Custom || field.Indexed) && caller.Best(entity, field) == ReadRight.Clear))
        {
            var isNumber = field.Type is FieldType.Integer or FieldType.Money or FieldType.Decimal;
            List<Measure> measures = [new(MeasureFunction.Count), new(isNumber ? MeasureFunction.Sum : MeasureFunction.Distinct, field.Name)];
            var figures = $"count {(isNumber ? "sum" : "distinct")}(field: {field.Name})";
            Add(new AggregateQuery(entity.Name) { Measures = measures }, $"{{ {figures} }}");
            if (!isNumber)
            {
                Add(new AggregateQuery(entity.Name) { GroupBy = [new(field.Name)], Measures = measures }, $"(groupBy: [{{ field: {field.Name} }}]) {{ {figures} }}");
            }
        }

        Add(new AggregateQuery(entity.Name) { Measures = [new(MeasureFunction.Count)] }, "{ count }");
        var data = await caller.DataAsync($"{{ {string.Join(' ', asked)} }}");
        for (var i = 0; i < asked.Count; i++)
        {
            var groups = data[$"a{i}"]!.AsArray().Select(group => string.Join(' ', group!.AsObject().Select(figure => Number(figure.Value is null ? null : (decimal)figure.Value))));
            Assert.Equal((asked[i], expected[i]), (asked[i], string.Join('\n', groups)));
        }

        void Add(AggregateQuery query, string shows)
        {
            asked.Add($"a{asked.Count}: {entity.Plural}Aggregate{shows}");
            expected.Add(string.Join('\n', PlainGroups.Of(caller.Sight, query).Select(group => string.Join(' ', group.Values.Select(value => Number(value is null ? null : PlainValues.Number(value)))))));
        }
    }

    private static string Number(decimal? value) => value is { } number ? (number / 1.000000000000000000000000000000m).ToString(CultureInfo.InvariantCulture) : "-";

    private static async Task SearchAsync(OrganisationCaller caller, EntityDescriptor entity)
    {
        foreach (var text in Searched(caller, entity))
        {
            var hits = PlainSearch.Find(caller.Sight, new SearchQuery(text, [entity.Name])).Hits.Select(hit => hit.Id).Order();
            var list = (await caller.DataAsync($"query ($text: String!) {{ list: {entity.Plural}(search: $text, first: 50) {{ nodes {{ id }} totalCount }} }}", new { text }))["list"]!;
            Assert.Equal((text, string.Join(' ', hits.Select(id => RecordIds.Format(entity.IdPrefix, id)))), (text, string.Join(' ', list["nodes"]!.AsArray().Select(node => (string)node!["id"]!))));
        }
    }

    /// <summary>Values of fields that are searched, whether the caller sees them or not, and a beginning of all.</summary>
    public static IEnumerable<string> Searched(OrganisationCaller caller, EntityDescriptor entity) =>
        entity.Fields.Any(field => field.Search != SearchKind.None)
            ? caller.Sight.Ledger.Of(caller.Sight.Scope.TenantId, entity.Name)
                .SelectMany(record => entity.Fields.Where(field => field.Search != SearchKind.None).SelectMany(field => record[field.Name] switch { string text => [text], string[] several => several, _ => Array.Empty<string>() }))
                .Where((_, at) => at % 9 == entity.Id % 9).Take(6).Append("zq1")
            : [];

    private static async Task HistoryAsync(OrganisationCaller caller, EntityDescriptor entity)
    {
        var records = caller.Sight.Ledger.Of(caller.Sight.Scope.TenantId, entity.Name).ToList();
        foreach (var part in records.Chunk(20))
        {
            var answer = await caller.AskAsync($"{{ {string.Join(' ', part.Select((record, at) => $"h{at}: history(id: \"{caller.IdOf(record)}\", first: 200) {{ nodes {{ {Shows} }} }}"))} }}");
            Assert.Equal(part.Count(record => !caller.Sight.Covers(record)), answer["errors"]?.AsArray().Count ?? 0);
            Assert.All(answer["errors"]?.AsArray() ?? [], error => Assert.Equal("write.recordUnknown", (string)error!["extensions"]!["code"]!));
            for (var i = 0; i < part.Length; i++)
            {
                Assert.Equal(Told(caller, entity, part[i]), answer["data"]![$"h{i}"]?["nodes"] is { } told ? Told(told) : null);
            }
        }
    }

    private const string Shows = "version changes { field }";

    private static string Told(JsonNode told) =>
        string.Join('\n', told.AsArray().Select(entry => $"{entry!["version"]}: {string.Join(' ', entry["changes"]!.AsArray().Select(change => (string)change!["field"]!).Order(StringComparer.Ordinal))}"));

    private static string? Told(OrganisationCaller caller, EntityDescriptor entity, PlainRecord record) => !caller.Sight.Covers(record) ? null : string.Join('\n', caller.Sight.Ledger.Log
        .Where(entry => entry.Tenant == record.Tenant && entry.Entity == record.Entity && entry.Record == record.Id)
        .Reverse()
        .Select(entry => $"{entry.Version}: {string.Join(' ', entry.Changes.Select(change => change.Field)
            .Where(field => caller.Sight.RightOn(record, field) == ReadRight.Clear && caller.Best(entity, entity.Find(field)!) == ReadRight.Clear)
            .Order(StringComparer.Ordinal))}"));

    /// <summary>Fields, filters and kinds of records exist as far as some role shows them.</summary>
    private static async Task SchemaAsync(OrganisationCaller caller)
    {
        foreach (var entity in caller.Schema.Entities)
        {
            var type = char.ToUpperInvariant(entity.Name[0]) + entity.Name[1..];
            var data = await caller.DataAsync($"{{ it: __type(name: \"{type}\") {{ fields {{ name }} }} where: __type(name: \"{type}Where\") {{ inputFields {{ name }} }} }}");
            if (!caller.IsKnown(entity.Name))
            {
                Assert.Equal((entity.Name, true), (entity.Name, data["it"] is null && data["where"] is null));
                continue;
            }

            Assert.Equal(Names(field => field.Name == "id" || caller.IsShown(entity, field)), Shown(data["it"]!["fields"]!));
            Assert.Equal(Names(field => caller.Best(entity, field) == ReadRight.Clear), Shown(data["where"]!["inputFields"]!));

            IEnumerable<string> Names(Func<FieldDescriptor, bool> isThere) => entity.Fields.Where(isThere).Select(field => field.Name).Order(StringComparer.Ordinal);

            IEnumerable<string> Shown(JsonNode names) =>
                names.AsArray().Select(each => (string)each!["name"]!).Where(name => entity.Find(name) is not null).Order(StringComparer.Ordinal);
        }
    }

    private static async Task DescriptorsAsync(OrganisationCaller caller)
    {
        var told = (await caller.DataAsync("{ entities { name fields { name masked } relations { name } } }"))["entities"]!.AsArray();
        Assert.Equal(caller.Known.Select(entity => entity.Name), told.Select(entity => (string)entity!["name"]!));
        foreach (var (entity, one) in caller.Known.Zip(told))
        {
            var fields = entity.Fields.Where(field => caller.IsShown(entity, field)).Select(field => $"{field.Name} {caller.Best(entity, field) == ReadRight.Masked}");
            Assert.Equal(fields, one!["fields"]!.AsArray().Select(field => $"{field!["name"]} {(bool)field["masked"]!}"));
            Assert.Equal(caller.Relations(entity).Select(relation => relation.Name), one["relations"]!.AsArray().Select(relation => (string)relation!["name"]!));
        }
    }

    private static void Same(EntityDescriptor entity, JsonArray expected, IReadOnlyList<JsonNode> found)
    {
        Assert.Equal(expected.Select(node => (string)node!["id"]!), found.Select(node => (string)node["id"]!));
        foreach (var (one, other) in expected.Zip(found))
        {
            Assert.True(JsonNode.DeepEquals(one, other), $"{entity}\nexpected {one!.ToJsonString()}\nis       {other.ToJsonString()}");
        }
    }
}
