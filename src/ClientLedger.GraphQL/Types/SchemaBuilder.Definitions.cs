using ClientLedger.GraphQL.Language;
using ClientLedger.GraphQL.Types.Assembly;
using ClientLedger.GraphQL.Types.Building;
using ClientLedger.GraphQL.Types.Scalars;

namespace ClientLedger.GraphQL.Types;

/// <summary>Definitions in code: types, and members of types that are defined elsewhere.</summary>
public sealed partial class SchemaBuilder
{
    private readonly List<(string Type, FieldDefinitionNode Field)> addedFields = [];
    private readonly List<TypeDefinitionNode> addedInputsAndValues = [];

    /// <summary>Adds a scalar.</summary>
    public SchemaBuilder AddScalar(ScalarDefinition scalar)
    {
        var specified = Nodes.Applied("specifiedBy", "url", scalar.SpecifiedByUrl);
        return Coerce(scalar.Name, scalar.Coercion)
            .Define(new ScalarTypeNode(0, 0, isExtension: false, Nodes.TextOf(scalar.Description), Nodes.NameOf(scalar.Name), [specified]));
    }

    /// <summary>Adds an object type.</summary>
    public SchemaBuilder AddObject(string name, Action<FieldsBuilder> build) => Define(Fields(name, build).BuildObject());

    /// <summary>Adds an interface.</summary>
    public SchemaBuilder AddInterface(string name, Action<FieldsBuilder> build) => Define(Fields(name, build).BuildInterface());

    /// <summary>Adds a union of object types.</summary>
    public SchemaBuilder AddUnion(string name, IEnumerable<string> members, string? description = null) =>
        Define(new UnionTypeNode(0, 0, isExtension: false, Nodes.TextOf(description), Nodes.NameOf(name), [], [.. members.Select(Nodes.ReferenceTo)]));

    /// <summary>Adds an enum.</summary>
    public SchemaBuilder AddEnum(string name, Action<EnumBuilder> build)
    {
        var builder = new EnumBuilder(name);
        build(builder);
        foreach (var (value, meaning) in builder.Meanings)
        {
            EnumValue(name, value, meaning);
        }

        return Define(builder.Build());
    }

    /// <summary>Adds an input object.</summary>
    public SchemaBuilder AddInput(string name, Action<InputBuilder> build)
    {
        var builder = new InputBuilder(name);
        build(builder);
        return Define(builder.Build());
    }

    /// <summary>Adds a field to an object type or interface.</summary>
    /// <param name="type">The type.</param>
    /// <param name="name">The field's name, which must be free.</param>
    /// <param name="fieldType">The field's type as it is written: <c>[Customer!]!</c>.</param>
    /// <param name="build">What else there is to say of it.</param>
    public SchemaBuilder AddField(string type, string name, string fieldType, Action<FieldBuilder>? build = null)
    {
        var builder = new FieldBuilder(name, fieldType);
        build?.Invoke(builder);
        addedFields.Add((type, builder.Build()));
        return Behave(type, name, _ => builder.Behavior);
    }

    /// <summary>Adds a field to an input object.</summary>
    /// <param name="type">The input object.</param>
    /// <param name="name">The field's name, which must be free.</param>
    /// <param name="fieldType">The field's type as it is written: <c>[Int!]</c>.</param>
    /// <param name="defaultValue">Its default as a literal: <c>[1, 2]</c>.</param>
    /// <param name="description">What it is for.</param>
    public SchemaBuilder AddInputField(string type, string name, string fieldType, string? defaultValue = null, string? description = null)
    {
        var field = Nodes.InputValueOf(name, fieldType, defaultValue, description, null);
        addedInputsAndValues.Add(new InputObjectTypeNode(0, 0, isExtension: true, null, Nodes.NameOf(type), [], [field]));
        return this;
    }

    /// <summary>Adds a value to an enum.</summary>
    /// <param name="type">The enum.</param>
    /// <param name="name">The value's name, which must be free.</param>
    /// <param name="meaning">What resolvers get and give for it; its name when nothing is said.</param>
    /// <param name="description">What it is for.</param>
    public SchemaBuilder AddEnumValue(string type, string name, object? meaning = null, string? description = null)
    {
        addedInputsAndValues.Add(new EnumTypeNode(0, 0, isExtension: true, null, Nodes.NameOf(type), [], [EnumBuilder.NodeOf(name, description, null)]));
        return meaning is null ? this : EnumValue(type, name, meaning);
    }

    private FieldsBuilder Fields(string name, Action<FieldsBuilder> build)
    {
        var builder = new FieldsBuilder(name);
        build(builder);
        foreach (var field in builder.Fields.Where(field => field.Behavior != FieldBehavior.Default))
        {
            Behave(name, field.Name, _ => field.Behavior);
        }

        return builder;
    }

    private SchemaBuilder Define(TypeDefinitionNode type)
    {
        definitions.Add(new Definition(null, type));
        return this;
    }

    /// <summary>What was added to types, as their extensions. Whether a type is an interface is known when all definitions are there.</summary>
    private IEnumerable<Definition> AddedMembers()
    {
        var interfaces = definitions.Select(definition => definition.Node).OfType<InterfaceTypeNode>().Select(node => node.Name.Value).ToHashSet(StringComparer.Ordinal);
        var fields = addedFields.Select(TypeDefinitionNode (added) =>
            interfaces.Contains(added.Type) || below?.TypeNamed(added.Type) is InterfaceType
                ? new InterfaceTypeNode(0, 0, isExtension: true, null, Nodes.NameOf(added.Type), [], [], [added.Field])
                : new ObjectTypeNode(0, 0, isExtension: true, null, Nodes.NameOf(added.Type), [], [], [added.Field]));
        return fields.Concat(addedInputsAndValues).Select(node => new Definition(null, node));
    }
}
