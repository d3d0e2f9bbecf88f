using System.Collections.Immutable;
using ClientLedger.GraphQL.Language;
using ClientLedger.GraphQL.Types;

namespace ClientLedger.GraphQL.Execution.Pricing;

/// <summary>The weights of a schema's elements: what <c>@cost</c> says, or what holds without it.</summary>
internal static class Weights
{
    /// <summary>The weight of a field that is resolved.</summary>
    public static double Of(FieldDefinition field) => WrittenIn(field.Directives) ?? (field.Type.Innermost.IsLeaf ? 0 : 1);

    /// <summary>The weight of a value in the answer; of an interface or union, that of its heaviest type.</summary>
    public static double Of(Schema schema, NamedType type) => type switch
    {
        ScalarType or EnumType => WrittenIn(schema.DirectivesOf(type)) ?? 0,
        CompositeType composite and not ObjectType => schema.PossibleTypesOf(composite).Select(possible => Of(schema, possible)).DefaultIfEmpty(1).Max(),
        _ => WrittenIn(schema.DirectivesOf(type)) ?? 1,
    };

    /// <summary>The weight of an argument or input field that is given.</summary>
    public static double Of(Schema schema, InputValueDefinition input) => WrittenIn(input.Directives) ?? input.Type.Innermost switch
    {
        InputObjectType => 1,
        var leaf => WrittenIn(schema.DirectivesOf(leaf)) ?? 0,
    };

    private static double? WrittenIn(ImmutableArray<DirectiveNode> directives)
    {
        foreach (var directive in directives)
        {
            if (directive.Name.Value == CostDirectives.Cost)
            {
                return CostDirectives.WeightIn(directive) ?? throw new InvalidOperationException($"The weight in {directive} is no number.");
            }
        }

        return null;
    }
}
