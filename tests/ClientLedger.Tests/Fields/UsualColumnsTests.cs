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
}
