using System.Globalization;
using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Execution.Selecting;
using ClientLedger.GraphQL.Language;
using ClientLedger.GraphQL.Types;

namespace ClientLedger.GraphQL.Execution.Pricing;

/// <summary>How many items a field's list has, as its <c>@listSize</c> says.</summary>
internal sealed class ListSize
{
    private readonly FieldDefinition field;
    private readonly FieldNode node;
    private readonly int? assumed;
    private readonly List<string> slicing;
    private readonly bool mustSlice;

    private ListSize(Schema schema, FieldDefinition field, FieldNode node, DirectiveNode directive)
    {
        this.field = field;
        this.node = node;
        assumed = Argument(directive, "assumedSize") is IntValueNode size && int.TryParse(size.Text, CultureInfo.InvariantCulture, out var number) ? number : null;
        slicing = NamesIn(directive, "slicingArguments").FindAll(path => IsVisible(schema, field, path));
        SizedFields = NamesIn(directive, "sizedFields");
        mustSlice = slicing.Count > 0 && Argument(directive, "requireOneSlicingArgument") is not BooleanValueNode { Value: false };
    }

    /// <summary>The fields within that are the lists: <c>edges</c>, <c>page.items</c>. When there are none, the field itself is the list.</summary>
    public IReadOnlyList<string> SizedFields { get; }

    /// <summary>Whether it is the same for every request.</summary>
    public bool IsFixed => slicing.Count == 0 || !ArgumentVariables.AreIn(node);

    /// <summary>About how many bytes it holds.</summary>
    public long Bytes => 250 + (8L * (slicing.Count + SizedFields.Count));

    public static ListSize? Of(Schema schema, FieldDefinition field, FieldNode node) =>
        field.Directives.FirstOrDefault(directive => directive.Name.Value == "listSize") is { } directive ? new ListSize(schema, field, node, directive) : null;

    /// <summary>The size for a request; a <see cref="GraphQLException"/> when it doesn't say which size it wants and must.</summary>
    public double For(RequestArguments arguments, int otherwise)
    {
        var asked = slicing.Select(path => ValueAt(arguments.ValuesOf(field, node), path)).OfType<int>().ToList();
        if (mustSlice && asked.Count != 1)
        {
            throw new GraphQLException(new GraphQLError(
                $"Field \"{field}\" must be asked with exactly one of the arguments {string.Join(", ", slicing.Select(name => $"\"{name}\""))}: it says how many items are wanted.", ErrorCodes.BadUserInput)
            {
                Locations = [arguments.Source.LocationOf(node.Start)],
            });
        }

        return asked.Count > 0 ? Math.Max(0, asked.Max()) : assumed ?? otherwise;
    }

    /// <summary>Whether the caller can give an argument, or a field within it: an overlay may hide it, and who can't give it isn't asked for it.</summary>
    private static bool IsVisible(Schema schema, FieldDefinition field, string path)
    {
        var inputs = field.Arguments;
        foreach (var step in path.Split('.'))
        {
            if (inputs?.Find(step) is not { } input)
            {
                return false;
            }

            inputs = input.Type.Innermost is InputObjectType type ? schema.InputFieldsOf(type) : null;
        }

        return true;
    }

    /// <summary>The value of an argument, or of a field within it: <c>page.first</c>.</summary>
    private static object? ValueAt(IReadOnlyDictionary<string, object?> values, string path)
    {
        object? value = values;
        foreach (var step in path.Split('.'))
        {
            value = value is IReadOnlyDictionary<string, object?> fields && fields.TryGetValue(step, out var inner) ? inner : null;
        }

        return value;
    }

    private static ValueNode? Argument(DirectiveNode directive, string name) => directive.Arguments.FirstOrDefault(argument => argument.Name.Value == name)?.Value;

    private static List<string> NamesIn(DirectiveNode directive, string name) => Argument(directive, name) switch
    {
        ListValueNode list => [.. list.Values.OfType<StringValueNode>().Select(text => text.Value)],
        StringValueNode text => [text.Value],
        _ => [],
    };
}
