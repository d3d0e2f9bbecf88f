using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Language;
using ClientLedger.GraphQL.Types;
using ClientLedger.GraphQL.Validation.Rules;

namespace ClientLedger.GraphQL.Validation;

/// <summary>Validates documents (5).</summary>
internal static class Validator
{
    private static readonly RuleSet Specified = new(SpecifiedRules.All);

    /// <summary>What is wrong with a document by the rules of the specification; nothing when it may be executed.</summary>
    public static IReadOnlyList<GraphQLError> Validate(Schema schema, DocumentNode document, ValidationOptions? options = null) =>
        Validate(schema, document, Specified, options);

    /// <summary>What is wrong with a document by some rules.</summary>
    public static IReadOnlyList<GraphQLError> Validate(Schema schema, DocumentNode document, RuleSet rules, ValidationOptions? options = null) =>
        Validate(new ValidationContext(schema, document, options ?? ValidationOptions.Default), rules).Errors;

    /// <summary>Validates by the rules of the specification, and gives what it knows then.</summary>
    public static ValidationContext Validate(ValidationContext context) => Validate(context, Specified);

    private static ValidationContext Validate(ValidationContext context, RuleSet rules)
    {
        new DocumentWalk(context, rules).Walk();
        return context;
    }
}
