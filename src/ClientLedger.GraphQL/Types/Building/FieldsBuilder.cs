using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Types.Building;

/// <summary>Builds an object type or an interface.</summary>
public sealed class FieldsBuilder
{
    private readonly List<FieldBuilder> fields = [];
    private readonly Name name;
    private string? description;
    private NodeList<NamedTypeNode>.Builder interfaces;

    internal FieldsBuilder(string name) => this.name = Nodes.NameOf(name);

    internal IReadOnlyList<FieldBuilder> Fields => fields;

    /// <summary>Says what the type is for, as Markdown.</summary>
    public FieldsBuilder Describe(string text)
    {
        description = text;
        return this;
    }

    /// <summary>Says which interfaces it implements.</summary>
    public FieldsBuilder Implement(params IEnumerable<string> names)
    {
        foreach (var each in names)
        {
            interfaces.Add(Nodes.ReferenceTo(each));
        }

        return this;
    }

    /// <summary>Adds a field.</summary>
    /// <param name="field">Its name.</param>
    /// <param name="type">Its type as it is written: <c>[Customer!]!</c>.</param>
    /// <param name="build">What else there is to say of it.</param>
    public FieldsBuilder Field(string field, string type, Action<FieldBuilder>? build = null)
    {
        var builder = new FieldBuilder(field, type);
        build?.Invoke(builder);
        fields.Add(builder);
        return this;
    }

    internal ObjectTypeNode BuildObject() => new(0, 0, isExtension: false, Nodes.TextOf(description), name, interfaces.Complete(), [], [.. fields.Select(field => field.Build())]);

    internal InterfaceTypeNode BuildInterface() => new(0, 0, isExtension: false, Nodes.TextOf(description), name, interfaces.Complete(), [], [.. fields.Select(field => field.Build())]);
}
