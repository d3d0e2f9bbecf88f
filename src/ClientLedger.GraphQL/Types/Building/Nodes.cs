using System.Globalization;
using System.Text.RegularExpressions;
using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Types.Building;

/// <summary>Makes the nodes of definitions that code describes: they go the same way as those of SDL, without a place.</summary>
internal static partial class Nodes
{
    public static Name NameOf(string name) => IsName().IsMatch(name)
        ? new Name(name, 0)
        : throw new GraphQLException($"\"{name}\" is no name: names begin with a letter or an underscore, and letters, digits and underscores follow.", ErrorCodes.InvalidSchema);

    public static NamedTypeNode ReferenceTo(string type) => new(0, 0, NameOf(type).Value);

    public static TypeNode TypeOf(string type) => Parser.ParseType(type);

    public static StringValueNode? TextOf(string? text) => text is null ? null : new StringValueNode(0, 0, text, isBlock: true);

    public static InputValueDefinitionNode InputValueOf(string name, string type, string? defaultValue, string? description, string? deprecation) => new(
        0, 0, TextOf(description), NameOf(name), TypeOf(type), defaultValue is null ? null : Parser.ParseConstValue(defaultValue), Deprecated(deprecation));

    public static NodeList<DirectiveNode> Deprecated(string? reason) => reason is null ? [] : [Deprecation(reason)];

    public static DirectiveNode Deprecation(string reason) => Applied("deprecated", "reason", reason);

    public static DirectiveNode Applied(string directive, string argument, string value) =>
        new(0, 0, NameOf(directive), [new ArgumentNode(0, NameOf(argument), new StringValueNode(0, 0, value, isBlock: false))]);

    public static DirectiveNode ListSize(int? assumed, IEnumerable<string> slicing, IEnumerable<string> sized, bool requireOne)
    {
        List<ArgumentNode> arguments =
        [
            Argument("slicingArguments", Texts(slicing)), Argument("sizedFields", Texts(sized)), Argument("requireOneSlicingArgument", new BooleanValueNode(0, 0, requireOne)),
        ];
        if (assumed is { } size)
        {
            arguments.Insert(0, Argument("assumedSize", new IntValueNode(0, 0, size.ToString(CultureInfo.InvariantCulture))));
        }

        return new DirectiveNode(0, 0, NameOf("listSize"), [.. arguments]);

        static ArgumentNode Argument(string name, ValueNode value) => new(0, NameOf(name), value);
        static ListValueNode Texts(IEnumerable<string> texts) => new(0, 0, [.. texts.Select(text => new StringValueNode(0, 0, text, isBlock: false))]);
    }

    [GeneratedRegex(@"\A[_A-Za-z][_0-9A-Za-z]*\z", RegexOptions.None, 1_000)]
    private static partial Regex IsName();
}
