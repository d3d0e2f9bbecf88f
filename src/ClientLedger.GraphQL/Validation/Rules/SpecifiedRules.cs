using System.Collections.Immutable;

namespace ClientLedger.GraphQL.Validation.Rules;

/// <summary>The rules that an executable document must pass, with the sections of the specification that demand them, in the reference implementation's order.</summary>
internal static class SpecifiedRules
{
    public static ImmutableArray<KnownRule> All { get; } =
    [
        KnownRule.Of("5.1.1", context => new ExecutableDefinitionsRule(context)),
        KnownRule.Of("5.2.1.1", context => new KnownOperationTypesRule(context)),
        KnownRule.Of("5.2.2.1", context => new UniqueOperationNamesRule(context)),
        KnownRule.Of("5.2.3.1", context => new LoneAnonymousOperationRule(context)),
        KnownRule.Of("5.2.4.1", context => new SingleFieldSubscriptionsRule(context)),
        KnownRule.Of("5.5.1.2", context => new KnownTypeNamesRule(context)),
        KnownRule.Of("5.5.1.3", context => new FragmentsOnCompositeTypesRule(context)),
        KnownRule.Of("5.8.2", context => new VariablesAreInputTypesRule(context)),
        KnownRule.Of("5.3.3", context => new ScalarLeafsRule(context)),
        KnownRule.Of("5.3.1", context => new FieldsOnCorrectTypeRule(context)),
        KnownRule.Of("5.5.1.1", context => new UniqueFragmentNamesRule(context)),
        KnownRule.Of("5.5.2.1", context => new KnownFragmentNamesRule(context)),
        KnownRule.Of("5.5.1.4", context => new NoUnusedFragmentsRule(context)),
        KnownRule.Of("5.5.2.3", context => new PossibleFragmentSpreadsRule(context)),
        KnownRule.Of("5.5.2.2", context => new NoFragmentCyclesRule(context)),
        KnownRule.Of("5.8.1", context => new UniqueVariableNamesRule(context)),
        KnownRule.Of("5.8.3", context => new NoUndefinedVariablesRule(context)),
        KnownRule.Of("5.8.4", context => new NoUnusedVariablesRule(context)),
        KnownRule.Of("5.7.1, 5.7.2", context => new KnownDirectivesRule(context)),
        KnownRule.Of("5.7.3", context => new UniqueDirectivesPerLocationRule(context)),
        KnownRule.Silent("DeferStreamDirectiveOnRootFieldRule"),
        KnownRule.Silent("DeferStreamDirectiveOnValidOperationsRule"),
        KnownRule.Silent("DeferStreamDirectiveLabelRule"),
        KnownRule.Silent("StreamDirectiveOnListFieldRule"),
        KnownRule.Of("5.4.1", context => new KnownArgumentNamesRule(context)),
        KnownRule.Of("5.4.2", context => new UniqueArgumentNamesRule(context)),
        KnownRule.Of("5.6.1, 5.6.2, 5.6.4", context => new ValuesOfCorrectTypeRule(context)),
        KnownRule.Of("5.4.2.1", context => new ProvidedRequiredArgumentsRule(context)),
        KnownRule.Of("5.8.5", context => new VariablesInAllowedPositionRule(context)),
        KnownRule.Of("5.3.2", context => new OverlappingFieldsCanBeMergedRule(context)),
        KnownRule.Of("5.6.3", context => new UniqueInputFieldNamesRule(context)),
        KnownRule.Of("none", context => new MaxIntrospectionDepthRule(context)),
    ];

    /// <summary>Rules that the specification doesn't demand and a host may add, by the reference implementation's names.</summary>
    public static ImmutableArray<KnownRule> Custom { get; } =
    [
        KnownRule.Of("none", context => new NoDeprecatedCustomRule(context)),
        KnownRule.Of("none", context => new NoSchemaIntrospectionCustomRule(context)),
    ];

    /// <summary>The rule of that name, or null.</summary>
    public static KnownRule? Named(string name) => All.Concat(Custom).FirstOrDefault(rule => rule.Name == name);
}
