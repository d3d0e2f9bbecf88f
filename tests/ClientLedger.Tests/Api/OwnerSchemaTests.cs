using ClientLedger.Api.Schemas;
using ClientLedger.Fields;
using ClientLedger.GraphQL.Types;
using ClientLedger.TestKit;

namespace ClientLedger.Tests.Api;

/// <summary>The schema of who may do everything in a ledger without own fields.</summary>
public sealed class OwnerSchemaTests
{
    private const string Snapshot = "tests/ClientLedger.Tests/Api/owner-schema.graphql";

    /// <summary>A change reaches every client. Whoever means one writes it down: with <c>CLIENTLEDGER_WRITE_SNAPSHOTS=1</c> the test does.</summary>
    [Fact]
    public void Is_the_one_that_was_written_down()
    {
        var path = Repository.PathOf(Snapshot);
        var sdl = new ApiSchemas(BuiltInEntities.Schema).Base.ToSdl() + "\n";
        if (Environment.GetEnvironmentVariable("CLIENTLEDGER_WRITE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(path, sdl);
        }

        Assert.Equal(File.ReadAllText(path), sdl);
    }

    [Fact]
    public void Can_be_read_back_and_is_valid()
    {
        var sdl = new ApiSchemas(BuiltInEntities.Schema).Base.ToSdl();
        var read = new SchemaBuilder().Sdl(sdl).Build();
        Assert.Equal(sdl, read.ToSdl());
    }

    [Fact]
    public void Describes_every_type_and_field()
    {
        var schema = new ApiSchemas(BuiltInEntities.Schema).Base;
        var named = schema.Types.Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal)).ToList();
        Assert.Empty(named.Where(type => string.IsNullOrEmpty(type.Description)).Select(type => type.Name));
        Assert.Empty(named.OfType<FieldsType>().SelectMany(type => schema.FieldsOf(type)).Where(field => string.IsNullOrEmpty(field.Description)).Select(field => field.Coordinate));
        Assert.Empty(named.OfType<InputObjectType>().SelectMany(type => schema.InputFieldsOf(type)).Where(field => string.IsNullOrEmpty(field.Description)).Select(field => field.Coordinate));
    }

    [Fact]
    public void Has_every_field_of_every_entity()
    {
        var schema = new ApiSchemas(BuiltInEntities.Schema).Base;
        foreach (var entity in BuiltInEntities.Schema.Entities)
        {
            var fields = schema.FieldsOf((ObjectType)schema.TypeNamed(TypeNames.Record(entity.Name))!);
            Assert.Empty(entity.Fields.Select(field => field.Name).Concat(entity.Children.Select(relation => relation.Name)).Except(fields.Select(field => field.Name)));
            Assert.All(fields, field => Assert.Equal(field.Name == SystemFields.Id, field.Type is NonNullType));
        }
    }
}
