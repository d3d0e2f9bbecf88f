using System.Text.Json.Nodes;
using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Types;
using ClientLedger.GraphQL.Types.Assembly;
using ClientLedger.GraphQL.Types.SdlRules;
using ClientLedger.GraphQL.Validation;
using ClientLedger.GraphQL.Validation.Rules;

namespace ClientLedger.GraphQL.Conformance;

/// <summary>Validates documents.</summary>
internal static class ValidationActions
{
    /// <summary>The schema that was asked last: many requests in a row ask the same.</summary>
    private static (string Sdl, Schema Schema)? last;

    /// <summary>By the rules that are named, or by those of the specification. A rule for definitions takes the document for an extension of the schema.</summary>
    public static JsonObject Validate(Request request)
    {
        var schema = SchemaOf(request.Text("schema"));
        var document = Documents.Parse(request.Text("document"));
        if (request.OptionalTexts("rules") is not { } names)
        {
            return Answers.Verdict(Validator.Validate(schema, document));
        }

        RequireKnown(names);
        var check = new SdlCheck([.. Definition.In(document)], schema);
        foreach (var rule in names.Where(name => SpecifiedRules.Named(name) is null).Select(SdlRuleNamed))
        {
            rule!.Check(check);
        }

        return Answers.Verdict([.. Validator.Validate(schema, document, new RuleSet(names.Select(SpecifiedRules.Named).OfType<KnownRule>())), .. check.Errors]);
    }

    private static void RequireKnown(IEnumerable<string> names)
    {
        if (names.FirstOrDefault(name => SpecifiedRules.Named(name) is null && SdlRuleNamed(name) is null) is { } unknown)
        {
            var known = SpecifiedRules.All.Concat(SpecifiedRules.Custom).Select(rule => rule.Name).Union(SdlRuleTable.All.Select(rule => rule.Name));
            throw new GraphQLException($"Unknown rule \"{unknown}\": known are {string.Join(", ", known)}.");
        }
    }

    private static SdlRule? SdlRuleNamed(string name) => SdlRuleTable.All.FirstOrDefault(rule => rule.Name == name);

    private static Schema SchemaOf(string sdl)
    {
        if (last is not { } known || known.Sdl != sdl)
        {
            last = known = (sdl, new SchemaBuilder().Sdl(sdl).Build());
        }

        return known.Schema;
    }
}
