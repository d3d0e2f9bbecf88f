using System.Collections.Immutable;
using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Types.SchemaRules;

/// <summary>Not of the specification: what <c>@cost</c> says is a number, so that no request is the first to find out that it isn't.</summary>
internal static class CostWeights
{
    public static void Check(SchemaCheck check)
    {
        foreach (var type in check.Types)
        {
            Check(check, type, check.Schema.DirectivesOf(type));
            switch (type)
            {
                case FieldsType fieldsType:
                    foreach (var field in check.Schema.FieldsOf(fieldsType))
                    {
                        Check(check, field, field.Directives);
                        CheckAll(check, field.Arguments);
                    }

                    break;
                case InputObjectType input:
                    CheckAll(check, check.Schema.InputFieldsOf(input));
                    break;
            }
        }
    }

    private static void CheckAll(SchemaCheck check, MemberCollection<InputValueDefinition> values)
    {
        foreach (var value in values)
        {
            Check(check, value, value.Directives);
        }
    }

    private static void Check(SchemaCheck check, ISchemaElement element, ImmutableArray<DirectiveNode> directives)
    {
        foreach (var directive in directives)
        {
            if (directive.Name.Value == CostDirectives.Cost && CostDirectives.WeightIn(directive) is null)
            {
                check.Report($"The weight of {element.Coordinate} must be a number in a string, but {directive} has none.", Places.Of(element));
            }
        }
    }
}
