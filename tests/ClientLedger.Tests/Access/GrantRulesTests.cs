using System.Text.Json;
using ClientLedger.Access;
using ClientLedger.Fields;
using ClientLedger.Messages;
using ClientLedger.Reading;

namespace ClientLedger.Tests.Access;

public sealed class GrantRulesTests
{
    private static readonly LedgerSchema Schema = BuiltInEntities.Schema;

    public static TheoryData<string, Grant> Broken => new()
    {
        { "access.entityUnknown", new("supplier", new EveryRecord()) },
        { "access.fieldUnknown", On("nickname", FieldRight.ReadOnly) },
        { "access.fieldDerived", On("orderCount", FieldRight.All) },
        { "access.writeUnseen", On("name", new(ReadRight.Hidden, WriteRight.Yes)) },
        { "access.writeUnseen", new("customer", new EveryRecord()) { Others = new(ReadRight.Hidden, WriteRight.Proposal) } },
        { "access.noField", new("orderLine", new OwnRecords()) },
        { "access.noField", new("product", new TeamRecords(AndBelow: true)) },
        { "access.noField", new("order", new RegionRecords(["110000"])) },
        { "access.noReference", new("order", new RecordsThrough("amount", new EveryRecord())) },
        { "access.noReference", new("order", new RecordsThrough("supplier", new EveryRecord())) },
        { "access.noField", new("orderLine", new RecordsThrough("order", new EitherRule([new EveryRecord(), new RegionRecords(["31"])]))) },
        { "access.fieldUnknown", new("customer", new MatchingRecords(new Not(new FieldFilter("nickname", Operator.Equals, "x")))) },
        { "access.fieldUnknown", new("customer", new MatchingRecords(new PeriodFilter("seenOn", PeriodAnchor.Last, 1, PeriodUnit.Day))) },
        { "access.noRelation", new("customer", new MatchingRecords(new ChildrenFilter("suppliers", Quantifier.Some, null))) },
        { "access.fieldUnknown", new("customer", new MatchingRecords(new AggregateFilter("orders", AggregateFunction.Sum, "weight", null, Operator.Greater, "1"))) },
        { "access.noReference", new("order", new MatchingRecords(new AnyOf([new ReferenceFilter("supplier", new AllOf([]))]))) },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Refuses_a_grant_that_names_what_is_not_there(string code, Grant grant)
    {
        var refusal = Assert.Single(GrantRules.Check(Schema, grant));
        Assert.Equal(code, refusal.Code.Code);
        Assert.DoesNotContain("{", refusal.In(Language.Chinese), StringComparison.Ordinal);
    }

    [Fact]
    public void Tells_all_that_is_wrong_at_once()
    {
        var grant = new Grant("orderLine", new OwnRecords()) { Fields = new Dictionary<string, FieldRight> { ["x"] = FieldRight.All, ["y"] = FieldRight.All } };
        Assert.Equal(3, GrantRules.Check(Schema, grant).Count);
    }

    [Fact]
    public void Accepts_the_template_of_the_restricted_role() =>
        Assert.Empty(RoleTemplates.Restricted(Schema).SelectMany(grant => GrantRules.Check(Schema, grant)));

    [Fact]
    public void A_grant_reads_back_from_its_row_with_every_kind_of_rule()
    {
        var filter = new AllOf([new FieldFilter("grade", Operator.In, ["core", "important"]), new ChildrenFilter("orders", Quantifier.Every, new FieldFilter("kind", Operator.Equals, "purchase"))]);
        var rule = new EitherRule(
            [new OwnRecords(), new TeamRecords(AndBelow: true), new SharedRecords(), new RegionRecords(["310000"]), new RecordsThrough("parent", new EveryRecord()), new MatchingRecords(filter)]);
        var grant = new Grant("customer", rule)
        {
            Others = FieldRight.ReadOnly,
            Fields = new Dictionary<string, FieldRight> { ["phones"] = new(ReadRight.Masked, WriteRight.No) },
            Reassign = true,
        };

        var row = RoleGrant.Of(7, 0, grant);
        var read = row.Read();

        Assert.Equal(row.Definition, JsonSerializer.Serialize(read));
        Assert.Equal((ReadRight.Masked, WriteRight.No), (read.On("phones").Read, read.On("phones").Write));
        Assert.Equal(FieldRight.ReadOnly, read.On("name"));
        Assert.IsType<MatchingRecords>(Assert.IsType<EitherRule>(read.Rule).Rules[5]);
        Assert.True(read is { Reassign: true, Create: false });
    }

    private static Grant On(string field, FieldRight right) =>
        new("customer", new EveryRecord()) { Fields = new Dictionary<string, FieldRight> { [field] = right } };
}
