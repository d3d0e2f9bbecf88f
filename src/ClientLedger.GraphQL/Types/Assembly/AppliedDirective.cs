using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Types.Assembly;

/// <summary>Reads the directives that give a meaning to definitions: <c>@deprecated</c>, <c>@specifiedBy</c>, <c>@oneOf</c> (3.13).</summary>
internal static class AppliedDirective
{
    public const string DefaultDeprecationReason = "No longer supported";

    public static string? DeprecationReason(Source? source, NodeList<DirectiveNode> directives) =>
        Find(directives, "deprecated") is { } directive ? StringArgument(source, directive, "reason", DefaultDeprecationReason) : null;

    public static string? SpecifiedByUrl(Source? source, NodeList<DirectiveNode> directives) =>
        Find(directives, "specifiedBy") is { } directive ? StringArgument(source, directive, "url", defaultValue: null) : null;

    public static bool IsOneOf(NodeList<DirectiveNode> directives) => Find(directives, "oneOf") is not null;

    private static DirectiveNode? Find(NodeList<DirectiveNode> directives, string name) => directives.FirstOrDefault(directive => directive.Name.Value == name);

    private static string StringArgument(Source? source, DirectiveNode directive, string name, string? defaultValue)
    {
        var argument = directive.Arguments.LastOrDefault(argument => argument.Name.Value == name);
        var coordinate = $"Argument \"@{directive.Name.Value}({name}:)\"";
        return argument?.Value switch
        {
            StringValueNode text => text.Value,
            null => defaultValue ?? throw Refused(directive, $"{coordinate} of required type \"String!\" was not provided."),
            NullValueNode value => throw Refused(value, $"{coordinate} has invalid value: Expected value of non-null type \"String!\" not to be null."),
            var value => throw Refused(value, $"{coordinate} has invalid value: String cannot represent a non string value: {Printer.PrintForError(value)}"),
        };

        GraphQLException Refused(Node at, string message) =>
            new(new GraphQLError(message, ErrorCodes.InvalidSchema) { Locations = source is null ? [] : [source.LocationOf(at.Start)] });
    }
}
