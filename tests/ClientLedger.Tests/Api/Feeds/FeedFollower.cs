using System.Text.Json.Nodes;
using ClientLedger.Tenancy;

namespace ClientLedger.Tests.Api.Feeds;

/// <summary>A client that keeps a copy of a ledger as the guide says: a cursor first, then everything that there is, then what changes.</summary>
internal sealed class FeedFollower(ApiCase api, Func<LedgerScope> scope, int pageSize)
{
    /// <summary>The entities that are kept, by the fields of their types.</summary>
    private static readonly Dictionary<string, (string List, string Shows)> Kept = new()
    {
        ["customer"] = ("customers", "... on Customer { id version name city owner }"),
        ["note"] = ("notes", "... on Note { id version body customer { id } }"),
        ["order"] = ("orders", "... on Order { id version number amount customer { id } }"),
        ["product"] = ("products", "... on Product { id version name }"),
    };

    private static readonly string Shows = string.Join(' ', Kept.Values.Select(each => each.Shows));
    private static readonly string Entities = string.Join(", ", Kept.Keys.Select(entity => $"\"{entity}\""));

    private readonly Dictionary<string, JsonNode> copy = [];

    public string? Cursor { get; private set; }

    public int Resyncs { get; private set; }

    public int Gone { get; private set; }

    /// <summary>The copy, in the order of ids.</summary>
    public string Text => TextOf(copy);

    public async Task BeginAsync()
    {
        Cursor = (string)(await ChangesAsync())["cursor"]!;
        foreach (var (id, record) in await ReadAllAsync())
        {
            copy[id] = record;
        }
    }

    /// <summary>Takes over a page; true while there are more.</summary>
    public async Task<bool> StepAsync()
    {
        var page = await ChangesAsync();
        if ((bool)page["resync"]!)
        {
            Resyncs++;
            await ResyncAsync();
        }

        foreach (var change in page["changes"]!.AsArray())
        {
            var id = (string)change!["id"]!;
            if ((bool)change["gone"]!)
            {
                Gone++;
                Assert.Null(change["record"]);
                await DropAsync(id);
            }
            else
            {
                await TakeAsync(id, (string)change["entity"]!, change["record"]!);
            }
        }

        Cursor = (string)page["cursor"]!;
        return (bool)page["hasMore"]!;
    }

    public async Task CatchUpAsync()
    {
        while (await StepAsync())
        {
            // There are more.
        }
    }

    /// <summary>What the caller sees in the ledger.</summary>
    public async Task<string> LedgerAsync() => TextOf(await ReadAllAsync());

    private static string TextOf(Dictionary<string, JsonNode> records) =>
        string.Join('\n', records.OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => each.Value.Text()));

    private async Task TakeAsync(string id, string entity, JsonNode record)
    {
        var isNew = !copy.ContainsKey(id);
        copy[id] = record.DeepClone();
        if (isNew && entity == "customer")
        {
            // What lies below a record that has come into sight came with it, without a change of its own.
            foreach (var (below, each) in await ReadAllAsync($"where: {{ customer: {{ equals: \"{id}\" }} }}", "note", "order"))
            {
                copy[below] = each;
            }
        }
    }

    private async Task DropAsync(string id)
    {
        copy.Remove(id);

        // Whether what lies below goes with it depends on one's role.
        await LookAgainAsync([.. copy.Where(each => (string?)each.Value["customer"]?["id"] == id).Select(each => each.Key)]);
    }

    private async Task ResyncAsync()
    {
        await LookAgainAsync([.. copy.Keys]);
        foreach (var (id, record) in await ReadAllAsync())
        {
            copy.TryAdd(id, record);
        }
    }

    private async Task LookAgainAsync(IReadOnlyList<string> held)
    {
        foreach (var ids in held.Chunk(100))
        {
            var nodes = (await api.DataAsync(scope(), $"query ($ids: [ID!]!) {{ nodes(ids: $ids) {{ {Shows} }} }}", new { ids }))["nodes"]!.AsArray();
            foreach (var (id, node) in ids.Zip(nodes))
            {
                if (node is null)
                {
                    copy.Remove(id);
                }
                else
                {
                    copy[id] = node.DeepClone();
                }
            }
        }
    }

    private async Task<JsonNode> ChangesAsync() => (await api.DataAsync(
        scope(),
        $"query ($after: String) {{ changes(after: $after, first: {pageSize}, entities: [{Entities}]) {{ changes {{ id entity kind at gone record {{ {Shows} }} }} cursor hasMore resync }} }}",
        new { after = Cursor }))["changes"]!;

    private async Task<Dictionary<string, JsonNode>> ReadAllAsync(string arguments = "", params string[] entities)
    {
        var read = new Dictionary<string, JsonNode>();
        foreach (var (list, shows) in Kept.Where(each => entities.Length == 0 || entities.Contains(each.Key)).Select(each => each.Value))
        {
            for (string? after = null; ;)
            {
                var page = (await api.DataAsync(scope(), $"query ($after: String) {{ {list}(first: 200, after: $after {arguments}) {{ nodes {{ {shows} }} pageInfo {{ hasNextPage endCursor }} }} }}", new { after }))[list]!;
                foreach (var node in page["nodes"]!.AsArray())
                {
                    read[(string)node!["id"]!] = node.DeepClone();
                }

                if (!(bool)page["pageInfo"]!["hasNextPage"]!)
                {
                    break;
                }

                after = (string?)page["pageInfo"]!["endCursor"];
            }
        }

        return read;
    }
}
