using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Types.Building;

/// <summary>Builds an enum.</summary>
public sealed class EnumBuilder
{
    private readonly Dictionary<string, object> meanings = new(StringComparer.Ordinal);
    private readonly Name name;
    private string? description;
    private NodeList<EnumValueDefinitionNode>.Builder values;

    internal EnumBuilder(string name) => this.name = Nodes.NameOf(name);

    internal IReadOnlyDictionary<string, object> Meanings => meanings;

    /// <summary>Says what the type is for, as Markdown.</summary>
    public EnumBuilder Describe(string text)
    {
        description = text;
        return this;
    }

    /// <summary>Adds a value.</summary>
    /// <param name="value">Its name.</param>
    /// <param name="meaning">What resolvers get and give for it; its name when nothing is said.</param>
    /// <param name="text">What it is for.</param>
    /// <param name="deprecation">Why it should not be used any more.</param>
    public EnumBuilder Value(string value, object? meaning = null, string? text = null, string? deprecation = null)
    {
        values.Add(NodeOf(value, text, deprecation));
        if (meaning is not null)
        {
            meanings[value] = meaning;
        }

        return this;
    }

    internal static EnumValueDefinitionNode NodeOf(string value, string? text, string? deprecation) =>
        new(0, 0, Nodes.TextOf(text), Nodes.NameOf(value), Nodes.Deprecated(deprecation));

    internal EnumTypeNode Build() => new(0, 0, isExtension: false, Nodes.TextOf(description), name, [], values.Complete());
}
