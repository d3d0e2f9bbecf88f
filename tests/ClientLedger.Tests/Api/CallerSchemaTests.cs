using ClientLedger.Access;
using ClientLedger.Api.Schemas;
using ClientLedger.Fields;
using ClientLedger.GraphQL.Types;
using ClientLedger.TestKit;
using ClientLedger.TestKit.Generators;
using ClientLedger.TestKit.Plain;
using Xunit.Abstractions;

namespace ClientLedger.Tests.Api;

/// <summary>The schema that a caller sees is what the caller may do.</summary>
public sealed class CallerSchemaTests(ITestOutputHelper output)
{
    private static readonly LedgerSchema Extended = RandomFields.Extend(BuiltInEntities.Schema);

    private readonly ApiSchemas schemas = new(BuiltInEntities.Schema);

    [Fact]
    public void Rights_decide_what_exists()
    {
        var random = new RandomRights(new Chance(Depth.Seed(301, output)), Extended, [TestGates.Anna, TestGates.Ben]);
        for (var i = 0; i < Depth.Count(200); i++)
        {
            var rights = random.Next();
            var schema = SchemaOf(Extended, rights);
            foreach (var entity in Extended.Entities)
            {
                AssertMirrors(schema, entity, rights);
            }
        }
    }

    [Fact]
    public void An_owner_without_own_fields_sees_the_base_itself() => Assert.Same(schemas.Base, SchemaOf(BuiltInEntities.Schema, Owner(BuiltInEntities.Schema)));

    [Fact]
    public void Equal_rights_of_different_people_share_one_overlay()
    {
        var grants = RoleTemplates.Restricted(BuiltInEntities.Schema);
        var first = SchemaOf(BuiltInEntities.Schema, RightsOf.Caller(BuiltInEntities.Schema, TestGates.Anna, grants, TeamTree.Empty));
        var second = SchemaOf(BuiltInEntities.Schema, RightsOf.Caller(BuiltInEntities.Schema, TestGates.Ben, grants, TeamTree.Empty));
        Assert.Same(first, second);
        Assert.NotSame(schemas.Base, first);
        Assert.Equal(1, schemas.Count);
    }

    [Fact]
    public void A_tenant_s_own_fields_are_of_its_own_schema_alone()
    {
        var own = SchemaOf(Extended, Owner(Extended));
        Assert.NotNull(own.ElementAt("Customer.ownMoney"));
        Assert.NotNull(own.ElementAt("CustomerWhere.ownMoney"));
        Assert.NotNull(own.ElementAt("CustomerSortField.ownMoney"));
        Assert.Null(schemas.Base.ElementAt("Customer.ownMoney"));
        Assert.Contains("ownMoney: Decimal", own.ToSdl(), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_knows_of_nothing_has_a_schema_still()
    {
        var schema = SchemaOf(Extended, RightsOf.Caller(Extended, TestGates.Anna, [], TeamTree.Empty));
        Assert.DoesNotContain("Customer", schema.ToSdl(), StringComparison.Ordinal);
    }

    [Fact]
    public void Overlays_are_dropped_beyond_their_budget_and_made_again_the_same()
    {
        var few = new ApiSchemas(BuiltInEntities.Schema, mostBytes: 1);
        var scope = PlainScope.Of(TestLedger.Acme, Extended, Owner(Extended), null!, TestGates.Secrets(TestLedger.Acme));
        var first = few.Of(scope);
        Assert.Equal(0, few.Count);
        var second = few.Of(scope);
        Assert.NotSame(first, second);
        Assert.Equal((first.Fingerprint, first.ToSdl()), (second.Fingerprint, second.ToSdl()));
    }

    private static Rights Owner(LedgerSchema schema) => RightsOf.Caller(schema, TestGates.Anna, [.. schema.Entities.Select(RightsOf.Full)], TeamTree.Empty, isOwner: true);

    private static void AssertMirrors(Schema schema, EntityDescriptor entity, Rights rights)
    {
        var (its, record) = (rights.On(entity.Name), TypeNames.Record(entity.Name));
        if (its.Grants.Count == 0)
        {
            Assert.All(TypeNames.All(Extended, entity.Name), name => Assert.Null(schema.TypeNamed(name)));
            Assert.Null(schema.ElementAt("Query." + entity.Plural));
            return;
        }

        for (var ordinal = SystemFields.IdOrdinal + 1; ordinal < entity.Fields.Count; ordinal++)
        {
            var (field, best) = (entity.Fields[ordinal], its.Best(ordinal));
            var isLink = field is { Type: FieldType.Reference, Target: not null };
            var isKnown = !isLink || rights.On(field.Target!).Grants.Count > 0;
            Exists($"{record}.{field.Name}", isKnown && best >= (isLink ? ReadRight.Clear : ReadRight.Masked));
            Exists($"{record}Where.{field.Name}", isKnown && best == ReadRight.Clear);
            if (field.Type.IsSortable() && field is { Several: false, Sensitivity: Sensitivity.Normal })
            {
                Exists($"{record}SortField.{field.Name}", isKnown && best == ReadRight.Clear);
            }
        }

        foreach (var relation in entity.Children)
        {
            var children = rights.On(relation.Entity);
            var isFollowed = children.Grants.Count > 0 && children.Best(children.Entity.OrdinalOf(relation.ByField)) == ReadRight.Clear;
            Exists($"{record}.{relation.Name}", isFollowed);
            Exists($"{record}Where.{relation.Name}", isFollowed);
        }

        void Exists(string coordinate, bool expected) => Assert.True(schema.ElementAt(coordinate) is not null == expected, $"{coordinate} {(expected ? "is missing" : "is there")}.");
    }

    private Schema SchemaOf(LedgerSchema schema, Rights rights) =>
        schemas.Of(PlainScope.Of(TestLedger.Acme, schema, rights, null!, TestGates.Secrets(TestLedger.Acme)));
}
