using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Language;
using ClientLedger.GraphQL.Types.Assembly;

namespace ClientLedger.GraphQL.Types.SdlRules;

/// <summary>What an extension extends is there, and of its kind (3.4.3).</summary>
internal static class PossibleTypeExtensions
{
    public static void Check(SdlCheck check)
    {
        var defined = new Dictionary<string, (Definition Definition, TypeDefinitionNode Node)>(StringComparer.Ordinal);
        foreach (var type in check.TypeDefinitions)
        {
            defined[type.Node.Name.Value] = type;
        }

        foreach (var (definition, node) in check.TypeExtensions)
        {
            var name = node.Name.Value;
            var isDefined = defined.TryGetValue(name, out var type);
            var expected = isDefined ? KindOf(type.Node) : check.Extended?.TypeNamed(name) is { } known ? KindOf(known) : null;
            if (expected is null)
            {
                var names = defined.Keys.Concat(check.Extended?.Types.Select(existing => existing.Name) ?? []);
                check.Report($"Cannot extend type \"{name}\" because it is not defined.{Suggestions.DidYouMean(null, Suggestions.Near(name, names))}", definition.PlaceOf(node.Name));
            }
            else if (expected != KindOf(node))
            {
                check.Report($"Cannot extend non-{KindOf(node)} type \"{name}\".", isDefined ? [type.Definition.Place, definition.Place] : [definition.Place]);
            }
        }
    }

    private static string KindOf(TypeDefinitionNode node) => node switch
    {
        ScalarTypeNode => "scalar",
        ObjectTypeNode => "object",
        InterfaceTypeNode => "interface",
        UnionTypeNode => "union",
        EnumTypeNode => "enum",
        _ => "input object",
    };

    private static string KindOf(NamedType type) => type switch
    {
        ScalarType => "scalar",
        ObjectType => "object",
        InterfaceType => "interface",
        UnionType => "union",
        EnumType => "enum",
        _ => "input object",
    };
}
