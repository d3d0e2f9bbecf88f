using System.Globalization;
using System.Text.Json;
using ClientLedger.Customers;
using ClientLedger.Shared;

namespace ClientLedger.Benchmarks.Api;

/// <summary>A workload of <c>shared/bench</c>, in the words of its baseline and in those of the product.</summary>
/// <param name="Name">W1 to W4.</param>
/// <param name="Query">The product's document, whose operation has the workload's name.</param>
/// <param name="Bar">Least share of the baseline's requests a second, and of its processor time.</param>
internal sealed record Workload(string Name, string What, string Query, double Bar)
{
    /// <summary>The tenant of <c>W4</c>: 9,395 customers.</summary>
    private const int Aggregated = 10;

    private const string Fields = "id name company: shortName phones emails industry region grade: stage stage: grade createdAt updatedAt owner tier source: origin";
    private const string Latest = "orders(first: 5, orderBy: [{ field: orderedAt, direction: DESC }]) { nodes { number quantity amount orderedAt } }";
    private const string Page = "customers(where: { industry: { equals: $industry } }, orderBy: [{ field: updatedAt, direction: DESC }], first: 50)";

    public static readonly Workload[] All =
    [
        new("W1", "50 customers of 14 fields", $"query W1($industry: String!) {{ {Page} {{ nodes {{ {Fields} }} }} }}", 0.7),
        new("W2", "50 customers, each with its latest 5 orders", $"query W2($industry: String!) {{ {Page} {{ nodes {{ {Fields} {Latest} }} }} }}", 0.7),
        new("W3", "one customer with its latest 5 orders", $"query W3($id: ID!) {{ customer(id: $id) {{ {Fields} {Latest} }} }}", 0.5),
        new("W4", "customers and what they bought by grade", "query W4 { customersAggregate(groupBy: [{ field: stage }]) { keys count sum(field: totalAmountBase) } }", 1.0),
    ];

    /// <summary>A line of requests for the baseline.</summary>
    public string ForControl(BenchVariables variables)
    {
        var (query, asked) = Name switch
        {
            "W4" => ("query W4($tenant:Int!){byGrade(tenant:$tenant){grade count sum}}", new Dictionary<string, object> { ["tenant"] = Aggregated }),
            "W3" => ("query W3($tenant:Int!,$id:ID!){customer(tenant:$tenant,id:$id){id}}", new() { ["tenant"] = variables.Tenant, ["id"] = variables.Customer }),
            _ => ($"query {Name}($tenant:Int!,$industry:String!){{customers(tenant:$tenant,industry:$industry){{id}}}}", new() { ["tenant"] = variables.Tenant, ["industry"] = variables.Industry }),
        };
        return $"/a1\t\t{Body(query, asked)}";
    }

    /// <summary>A line of requests for the product.</summary>
    /// <param name="paths">Path of the API of each tenant, in the order of the data set's.</param>
    /// <param name="keys">Their keys.</param>
    public string ForProduct(BenchVariables variables, IReadOnlyList<string> paths, IReadOnlyList<string> keys)
    {
        var tenant = (Name == "W4" ? Aggregated : variables.Tenant) - 1;
        var asked = Name switch
        {
            "W4" => [],
            "W3" => new Dictionary<string, object> { ["id"] = RecordIds.Format(CustomerFields.Entity.IdPrefix, variables.Own) },
            _ => new() { ["industry"] = variables.Section },
        };
        return $"{paths[tenant]}\tBearer {keys[tenant]}\t{Body(Query, asked)}";
    }

    /// <summary>What an answer says, in a form that is the same for both: names, numbers and sums.</summary>
    public string Tell(JsonElement data) => Name switch
    {
        "W4" => Lines((data.TryGetProperty("byGrade", out var groups) ? groups : data.GetProperty("customersAggregate")).EnumerateArray()
            .Select(group => $"{group.GetProperty("count")} {Amount(group.GetProperty("sum"))}").Order(StringComparer.Ordinal)),
        "W3" => Customer(data.GetProperty("customer")),
        _ => Lines(Nodes(data.GetProperty("customers")).Select(Customer)),
    };

    private static string Customer(JsonElement customer)
    {
        var orders = customer.TryGetProperty("transactions", out var given) || customer.TryGetProperty("orders", out given) ? Nodes(given).Select(Order) : [];
        return $"{customer.GetProperty("name")} {customer.GetProperty("company")} {customer.GetProperty("tier")} {customer.GetProperty("source")} {Lines(orders)}";
    }

    private static string Order(JsonElement order)
    {
        var quantity = order.TryGetProperty("qty", out var given) ? given : order.GetProperty("quantity");
        var at = order.TryGetProperty("occurredAt", out given) ? given : order.GetProperty("orderedAt");
        return $"{quantity} {Amount(order.GetProperty("amount"))} {at.GetDateTime().ToUniversalTime():O}";
    }

    private static JsonElement.ArrayEnumerator Nodes(JsonElement list) => (list.ValueKind == JsonValueKind.Array ? list : list.GetProperty("nodes")).EnumerateArray();

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);

    private string Body(string query, Dictionary<string, object> variables) =>
        JsonSerializer.Serialize(new Dictionary<string, object> { ["operationName"] = Name, ["variables"] = variables, ["query"] = query });

    private static string Amount(JsonElement value) => decimal.Parse(value.ToString(), CultureInfo.InvariantCulture).ToString("0.##", CultureInfo.InvariantCulture);
}
