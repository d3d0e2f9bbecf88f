using System.Globalization;
using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Types.Building;

/// <summary>Builds a field of an object type or interface.</summary>
public sealed class FieldBuilder
{
    private readonly Name name;
    private readonly TypeNode type;
    private string? description;
    private NodeList<InputValueDefinitionNode>.Builder arguments;
    private NodeList<DirectiveNode>.Builder directives;

    internal FieldBuilder(string name, string type)
    {
        this.name = Nodes.NameOf(name);
        this.type = Nodes.TypeOf(type);
    }

    internal string Name => name.Value;

    internal FieldBehavior Behavior { get; private set; } = FieldBehavior.Default;

    /// <summary>Says what the field is for, as Markdown.</summary>
    public FieldBuilder Describe(string text)
    {
        description = text;
        return this;
    }

    /// <summary>Adds an argument.</summary>
    /// <param name="argument">Its name.</param>
    /// <param name="argumentType">Its type as it is written: <c>[Int!]</c>.</param>
    /// <param name="defaultValue">Its default as a literal: <c>[1, 2]</c>.</param>
    /// <param name="text">What it is for.</param>
    public FieldBuilder Argument(string argument, string argumentType, string? defaultValue = null, string? text = null)
    {
        arguments.Add(Nodes.InputValueOf(argument, argumentType, defaultValue, text, null));
        return this;
    }

    /// <summary>Says that the field should not be used any more, and why.</summary>
    public FieldBuilder Deprecate(string reason)
    {
        directives.Add(Nodes.Deprecation(reason));
        return this;
    }

    /// <summary>Says what resolving the field costs; the schema must define the <see cref="CostDirectives"/>.</summary>
    public FieldBuilder Cost(double weight)
    {
        directives.Add(Nodes.Applied("cost", "weight", weight.ToString(CultureInfo.InvariantCulture)));
        return this;
    }

    /// <summary>Says how many items the field's list has; the schema must define the <see cref="CostDirectives"/>.</summary>
    /// <param name="assumedSize">How many, when no argument says so.</param>
    /// <param name="slicingArguments">The arguments that say so: <c>first</c>, <c>page.size</c>.</param>
    /// <param name="sizedFields">The lists within the field that it is said of: <c>edges</c>, <c>nodes</c>. Without them, it is said of the field.</param>
    /// <param name="requireOne">Whether exactly one of these arguments must be given.</param>
    public FieldBuilder ListSize(int? assumedSize = null, IEnumerable<string>? slicingArguments = null, IEnumerable<string>? sizedFields = null, bool requireOne = true)
    {
        directives.Add(Nodes.ListSize(assumedSize, slicingArguments ?? [], sizedFields ?? [], requireOne));
        return this;
    }

    /// <summary>Says how the field is answered; without it, by a property of the source.</summary>
    public FieldBuilder Resolve(Resolver resolver)
    {
        Behavior = Behavior with { Resolve = resolver };
        return this;
    }

    /// <summary>Says how the field writes its whole answer.</summary>
    public FieldBuilder Write(WritingResolver resolver)
    {
        Behavior = Behavior with { Write = resolver };
        return this;
    }

    /// <summary>Says how a field of the subscription type opens its stream.</summary>
    public FieldBuilder Subscribe(Subscriber subscriber)
    {
        Behavior = Behavior with { Subscribe = subscriber };
        return this;
    }

    internal FieldDefinitionNode Build() => new(0, 0, Nodes.TextOf(description), name, arguments.Complete(), type, directives.Complete());
}
