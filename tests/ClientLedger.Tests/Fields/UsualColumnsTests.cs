using ClientLedger.Access;
using ClientLedger.Fields;
using ClientLedger.Reading;
using ClientLedger.Tenancy;
using ClientLedger.TestKit;
using ClientLedger.TestKit.Plain;
using ClientLedger.Views;
using Microsoft.AspNetCore.Http;

namespace ClientLedger.Tests.Fields;

public sealed class UsualColumnsTests
{
    [Fact]
    public void The_usual_columns_of_an_entity_are_fields_of_it_and_begin_with_its_title()
    {
        var declared = BuiltInEntities.Schema.Entities.Where(entity => entity.Columns.Count > 0).ToList();
        Assert.NotEmpty(declared);
        foreach (var entity in declared)
        {
            Assert.Equal(entity.Title, entity.Columns[0]);
            Assert.All(entity.Columns, name => Assert.NotNull(entity.Find(name)));
            Assert.Distinct(entity.Columns);
        }
    }

    /// <summary>Otherwise the rows of a list would lead nowhere.</summary>
    [Fact]
    public void Whatever_a_role_hides_a_list_shows_something_of_each_record()
    {
        foreach (var entity in BuiltInEntities.Schema.Entities)
        {
            var nothing = Caller(new Grant(entity.Name, new EveryRecord()) { Others = FieldRight.None });
            Assert.Equal([SystemFields.Id], ShownFields.Usual(nothing, entity).Select(field => field.Name));
            Assert.Equal([SystemFields.Id], new ListColumns(nothing).Of(entity, new DefaultHttpContext().Request).Select(field => field.Name));
            Assert.Equal(2, RecordSelections.Of(nothing, entity, ShownFields.Usual(nothing, entity)).Count);

            var usual = ShownFields.Usual(Caller(RightsOf.Full(entity)), entity).Select(field => field.Name).ToList();
            if (entity.Fields.Skip(SystemFields.Count).FirstOrDefault(field => !usual.Contains(field.Name) && field is { Several: false, Type: FieldType.Text or FieldType.Date }) is { } other)
            {
                var little = Caller(new Grant(entity.Name, new EveryRecord()) { Others = FieldRight.None, Fields = new Dictionary<string, FieldRight> { [other.Name] = FieldRight.ReadOnly } });
                Assert.Equal([other.Name], ShownFields.Usual(little, entity).Select(field => field.Name));
                Assert.Equal([SystemFields.Id], ShownFields.Columns(little, entity, except: other.Name).Select(field => field.Name));
            }
        }

        static LedgerScope Caller(Grant grant) => PlainScope.Of(
            TestLedger.Acme, BuiltInEntities.Schema, RightsOf.Caller(BuiltInEntities.Schema, TestGates.Anna, [grant], TeamTree.Empty), null!, TestGates.Secrets(TestLedger.Acme));
    }
}
