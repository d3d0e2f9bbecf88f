using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ClientLedger.Access;
using ClientLedger.Fields;
using ClientLedger.Reading;
using ClientLedger.Shared;
using ClientLedger.TestKit;
using ClientLedger.TestKit.Plain;
using ClientLedger.Tests.Api;

namespace ClientLedger.Tests.Organisations;

/// <summary>A member who asks, and what the plain reference says it may be told. Whatever comes back is searched for marks of what it may not see.</summary>
/// <param name="key">The key by which a program asks, which has no session; null for a person.</param>
internal sealed partial class OrganisationCaller(OrganisationWorld world, OrganisationTenant tenant, LedgerVisitor visitor, PlainSight sight, string? key = null)
{
    public OrganisationTenant Tenant => tenant;

    public PlainSight Sight => sight;

    public LedgerSchema Schema => sight.Scope.Schema;

    public Documents Documents { get; } = new(sight.Scope);

    /// <summary>Answers of all doors.</summary>
    public int Answers { get; private set; }

    /// <summary>Marks of its own that it was shown.</summary>
    public int Marks { get; private set; }

    /// <summary>The entities of which some role shows something.</summary>
    public IEnumerable<EntityDescriptor> Known => Schema.Entities.Where(entity => IsKnown(entity.Name));

    public bool IsKnown(string entity) => sight.Scope.Rights.On(entity).Grants.Count > 0;

    /// <summary>The most that any role shows of a field, on whichever record.</summary>
    public ReadRight Best(EntityDescriptor entity, FieldDescriptor field)
    {
        var ordinal = entity.OrdinalOf(field.Name);
        return field is { Type: FieldType.Reference, Target: { } target } && !IsKnown(target)
            ? ReadRight.Hidden
            : sight.Scope.Rights.On(entity.Name).Grants.Select(grant => grant.Read[ordinal]).DefaultIfEmpty(ReadRight.Hidden).Max();
    }

    /// <summary>The field is there for the caller. Of another record behind a mask there is nothing to show.</summary>
    public bool IsShown(EntityDescriptor entity, FieldDescriptor field) =>
        Best(entity, field) >= (field is { Type: FieldType.Reference, Target: not null } ? ReadRight.Clear : ReadRight.Masked);

    /// <summary>The lists within a record that the caller knows of.</summary>
    public IEnumerable<ChildRelation> Relations(EntityDescriptor entity) =>
        entity.Children.Where(relation => IsKnown(relation.Entity) && Best(Schema[relation.Entity], Schema[relation.Entity].Find(relation.ByField)!) == ReadRight.Clear);

    /// <summary>Everything that the caller's schema has of a record.</summary>
    public IReadOnlyList<Selection> Everything(EntityDescriptor entity) =>
    [
        .. entity.Fields.Where(field => IsShown(entity, field)).Select(field => field is { Type: FieldType.Reference, Target: not null }
            ? (Selection)new ReferenceSelection(field.Name, field.Name, [new FieldSelection("id")])
            : new FieldSelection(field.Name)),
    ];

    public string IdOf(PlainRecord record) => RecordIds.Format(Schema[record.Entity].IdPrefix, record.Id);

    /// <summary>Asks the API, with the session or the key of the member.</summary>
    public async Task<JsonObject> AskAsync(string document, object? variables = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/t/{tenant.Name}/graphql") { Content = JsonContent.Create(new { query = document, variables }) };
        request.Headers.Accept.ParseAdd("application/json");
        request.Headers.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        await visitor.SendAsync(request);
        Check(document);
        return JsonNode.Parse(visitor.Page)!.AsObject();
    }

    /// <summary>What is answered to a document in which nothing is wrong.</summary>
    public async Task<JsonObject> DataAsync(string document, object? variables = null)
    {
        var answer = await AskAsync(document, variables);
        Assert.True(answer["errors"] is null, $"{document}\n{answer.ToJsonString()}");
        return answer["data"]!.AsObject();
    }

    /// <summary>Asks for a page below the tenant's address.</summary>
    public async Task<(HttpStatusCode Status, string Page)> PageAsync(string address)
    {
        var answer = await visitor.GetAsync($"/t/{tenant.Name}{address}");
        Assert.True((int)answer.StatusCode < 500, $"{address} answers {answer.StatusCode}.");
        Check(address);
        return (answer.StatusCode, visitor.Page);
    }

    /// <summary>No mark stands in the last answer but those of fields that are clear to the caller on their records.</summary>
    private void Check(string asked)
    {
        Answers++;
        foreach (var mark in Mark().Matches(visitor.Page).DistinctBy(match => match.Value).Where(match => !asked.Contains(match.Value, StringComparison.Ordinal)))
        {
            var (of, entity, id) = world.RecordOf(int.Parse(mark.Groups["record"].Value, CultureInfo.InvariantCulture));
            Assert.True(of == tenant.Id, $"{mark.Value} of another tenant: {asked}");
            var record = sight.Ledger.Find(of, entity, id)!;
            var field = Schema[entity].Fields.Single(each => each.Id == int.Parse(mark.Groups["field"].Value, CultureInfo.InvariantCulture));
            Assert.True(sight.RightOn(record, field.Name) == ReadRight.Clear, $"{entity}.{field.Name} of {IdOf(record)} is shown and {sight.RightOn(record, field.Name)}: {asked}");
            Marks++;
        }
    }

    [GeneratedRegex("zq(?<record>[0-9]+)x(?<field>[0-9]+)z", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Mark();
}
