using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Types.Building;

/// <summary>Builds an input object.</summary>
public sealed class InputBuilder
{
    private readonly Name name;
    private string? description;
    private NodeList<InputValueDefinitionNode>.Builder fields;
    private bool isOneOf;

    internal InputBuilder(string name) => this.name = Nodes.NameOf(name);

    /// <summary>Says what the type is for, as Markdown.</summary>
    public InputBuilder Describe(string text)
    {
        description = text;
        return this;
    }

    /// <summary>Says that exactly one field must be given.</summary>
    public InputBuilder OneOf()
    {
        isOneOf = true;
        return this;
    }

    /// <summary>Adds a field.</summary>
    /// <param name="field">Its name.</param>
    /// <param name="type">Its type as it is written: <c>[Int!]</c>.</param>
    /// <param name="defaultValue">Its default as a literal: <c>[1, 2]</c>.</param>
    /// <param name="text">What it is for.</param>
    /// <param name="deprecation">Why it should not be used any more.</param>
    public InputBuilder Field(string field, string type, string? defaultValue = null, string? text = null, string? deprecation = null)
    {
        fields.Add(Nodes.InputValueOf(field, type, defaultValue, text, deprecation));
        return this;
    }

    internal InputObjectTypeNode Build() => new(
        0, 0, isExtension: false, Nodes.TextOf(description), name, isOneOf ? [new DirectiveNode(0, 0, new Name("oneOf", 0), [])] : [], fields.Complete());
}
