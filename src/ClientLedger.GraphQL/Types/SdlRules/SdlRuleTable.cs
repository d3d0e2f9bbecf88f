using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Types.Assembly;

namespace ClientLedger.GraphQL.Types.SdlRules;

/// <summary>A rule that definitions must pass before a schema is made of them.</summary>
/// <param name="Section">Where the specification has it.</param>
/// <param name="Name">Its name in the reference implementation.</param>
/// <param name="Check">Reports what breaks it.</param>
internal sealed record SdlRule(string Section, string Name, Action<SdlCheck> Check);

/// <summary>The rules for SDL. What passes them can be made into a schema, which is then looked at as a whole.</summary>
internal static class SdlRuleTable
{
    public static IReadOnlyList<SdlRule> All { get; } =
    [
        new("3.3", "LoneSchemaDefinitionRule", LoneSchemaDefinition.Check),
        new("3.3.1", "UniqueOperationTypesRule", UniqueOperationTypes.Check),
        new("3.3", "UniqueTypeNamesRule", UniqueTypeNames.Check),
        new("3.9", "UniqueEnumValueNamesRule", UniqueEnumValueNames.Check),
        new("3.6", "UniqueFieldDefinitionNamesRule", UniqueFieldDefinitionNames.Check),
        new("3.6.1", "UniqueArgumentDefinitionNamesRule", UniqueArgumentDefinitionNames.Check),
        new("3.3", "UniqueDirectiveNamesRule", UniqueDirectiveNames.Check),
        new("3.4", "KnownTypeNamesRule", KnownTypeNames.Check),
        new("5.7.1", "KnownDirectivesRule", KnownDirectives.Check),
        new("5.7.3", "UniqueDirectivesPerLocationRule", UniqueDirectivesPerLocation.Check),
        new("3.4.3", "PossibleTypeExtensionsRule", PossibleTypeExtensions.Check),
        new("5.4.1", "KnownArgumentNamesOnDirectivesRule", KnownArgumentNames.Check),
        new("5.4.2", "UniqueArgumentNamesRule", UniqueArgumentNames.Check),
        new("5.6.3", "UniqueInputFieldNamesRule", UniqueInputFieldNames.Check),
        new("5.4.3", "ProvidedRequiredArgumentsOnDirectivesRule", ProvidedRequiredArguments.Check),
    ];

    /// <summary>What is wrong with definitions; nothing when a schema can be made of them.</summary>
    /// <param name="definitions">The definitions of all texts.</param>
    /// <param name="extended">The schema that they extend, if they do.</param>
    public static IReadOnlyList<GraphQLError> Check(IReadOnlyList<Definition> definitions, Schema? extended = null)
    {
        var check = new SdlCheck(definitions, extended);
        foreach (var rule in All)
        {
            rule.Check(check);
        }

        return check.Errors;
    }
}
