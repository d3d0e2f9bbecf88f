using System.Text.Json.Nodes;
using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Types;
using ClientLedger.GraphQL.Validation;
using ClientLedger.GraphQL.Validation.Rules;

namespace ClientLedger.GraphQL.Conformance;

/// <summary>Validates documents.</summary>
internal static class ValidationActions
{
    /// <summary>The schema that was asked last: many requests in a row ask the same.</summary>
    private static (string Sdl, Schema Schema)? last;

    /// <summary>By the rules that are named, or by those of the specification.</summary>
    public static JsonObject Validate(Request request)
    {
        var schema = SchemaOf(request.Text("schema"));
        var document = Documents.Parse(request.Text("document"));
        return Answers.Verdict(request.OptionalTexts("rules") is { } rules
            ? Validator.Validate(schema, document, new RuleSet(rules.Select(RuleNamed)))
            : Validator.Validate(schema, document));
    }

    private static KnownRule RuleNamed(string name) =>
        SpecifiedRules.Named(name) ?? throw new GraphQLException($"Unknown rule \"{name}\": known are {string.Join(", ", SpecifiedRules.All.Concat(SpecifiedRules.Custom).Select(rule => rule.Name))}.");

    private static Schema SchemaOf(string sdl)
    {
        if (last is not { } known || known.Sdl != sdl)
        {
            last = known = (sdl, new SchemaBuilder().Sdl(sdl).Build());
        }

        return known.Schema;
    }
}
