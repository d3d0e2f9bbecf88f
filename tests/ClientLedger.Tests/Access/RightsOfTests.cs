using ClientLedger.Access;
using ClientLedger.Fields;

namespace ClientLedger.Tests.Access;

public sealed class RightsOfTests
{
    private const long Lin = 1, Chen = 2, Wang = 3;

    private static readonly LedgerSchema Schema = BuiltInEntities.Schema;

    [Fact]
    public void The_product_may_do_everything_but_write_what_is_derived()
    {
        var rights = RightsOf.System(Schema);

        foreach (var entity in Schema.Entities)
        {
            var grant = Assert.Single(rights.On(entity.Name).Grants);
            Assert.True(grant is { IsEverywhere: true, Create: true, Delete: true, Reassign: true });
            Assert.All(grant.Read, read => Assert.Equal(ReadRight.Clear, read));
            Assert.Equal(entity.Fields.Select(field => field.Derived ? WriteRight.No : WriteRight.Yes), grant.Write);
        }
    }

    [Fact]
    public void A_right_stands_at_the_ordinal_of_its_field_and_derived_fields_are_never_writable()
    {
        var customer = Schema["customer"];
        var grant = new Grant("customer", new OwnRecords())
        {
            Fields = new Dictionary<string, FieldRight> { ["name"] = new(ReadRight.Masked, WriteRight.No), ["creditLimit"] = FieldRight.None },
        };
        var rights = RightsOf.Caller(Schema, Lin, [grant], TeamTree.Empty).On("customer");

        Assert.Equal(ReadRight.Masked, rights.Best(customer.OrdinalOf("name")));
        Assert.Equal(ReadRight.Hidden, rights.Best(customer.OrdinalOf("creditLimit")));
        Assert.Equal(ReadRight.Clear, rights.Best(customer.OrdinalOf("city")));
        Assert.Equal(WriteRight.Yes, rights.Grants[0].Write[customer.OrdinalOf("city")]);
        Assert.Equal(WriteRight.No, rights.Grants[0].Write[customer.OrdinalOf("orderCount")]);
    }

    [Fact]
    public void Grants_of_several_roles_stay_side_by_side_and_other_entities_get_none()
    {
        var own = new Grant("customer", new OwnRecords());
        var all = new Grant("customer", new EveryRecord()) { Others = FieldRight.ReadOnly };
        var rights = RightsOf.Caller(Schema, Lin, [own, all], TeamTree.Empty);

        Assert.Equal(2, rights.On("customer").Grants.Count);
        Assert.Empty(rights.On("order").Grants);
        Assert.Equal(ReadRight.Hidden, rights.On("order").Best(0));
    }

    [Fact]
    public void The_id_and_version_of_a_record_that_may_be_seen_are_clear_whatever_is_hidden()
    {
        var rights = RightsOf.Caller(Schema, Lin, [new Grant("customer", new EveryRecord()) { Others = FieldRight.None }], TeamTree.Empty).On("customer");

        Assert.Equal(ReadRight.Clear, rights.Best(SystemFields.IdOrdinal));
        Assert.Equal(ReadRight.Clear, rights.Best(SystemFields.VersionOrdinal));
        Assert.Equal(ReadRight.Hidden, rights.Best(SystemFields.Count));
    }

    [Fact]
    public void Teams_reach_colleagues_and_with_below_everybody_under_them()
    {
        Team[] teams =
        [
            new() { Id = 10, Name = "Sales" },
            new() { Id = 11, Name = "Sales East", ParentId = 10 },
            new() { Id = 12, Name = "Shanghai", ParentId = 11 },
            new() { Id = 20, Name = "Service" },
        ];
        TeamMember[] members = [new() { TeamId = 10, PersonId = Lin }, new() { TeamId = 12, PersonId = Chen }, new() { TeamId = 20, PersonId = Wang }];
        var tree = new TeamTree(teams, members);
        var rights = RightsOf.Caller(Schema, Lin, [], tree);

        Assert.Equal([10L], rights.Teams);
        Assert.Equal([Lin], rights.TeamPersons);
        Assert.Equal([Lin, Chen], rights.TeamAndBelowPersons);
        Assert.Equal([Chen], RightsOf.Caller(Schema, Chen, [], tree).TeamAndBelowPersons);
        Assert.Equal([99L], RightsOf.Caller(Schema, 99, [], tree).TeamPersons);
    }

    [Fact]
    public void A_circle_of_teams_ends()
    {
        Team[] teams = [new() { Id = 10, Name = "a", ParentId = 11 }, new() { Id = 11, Name = "b", ParentId = 10 }];
        var tree = new TeamTree(teams, [new() { TeamId = 10, PersonId = Lin }, new() { TeamId = 11, PersonId = Chen }]);

        Assert.Equal([Lin, Chen], tree.ColleaguesAndBelow(Lin));
    }
}
