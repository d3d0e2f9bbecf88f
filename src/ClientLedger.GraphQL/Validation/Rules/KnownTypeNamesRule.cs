using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Language;
using ClientLedger.GraphQL.Types;

namespace ClientLedger.GraphQL.Validation.Rules;

/// <summary>Fragment Spread Type Existence (5.5.1.2), and the same for variables: types that are named are there.</summary>
internal sealed class KnownTypeNamesRule(ValidationContext context) : Rule
{
    private static readonly string[] Standard = [.. SpecifiedScalars.All.Select(type => type.Name), .. Introspection.Types.Select(type => type.Name)];

    public override void Enter(NamedTypeNode type, bool isTypeSystem)
    {
        var name = type.Name;
        if (context.Schema.TypeNamed(name) is not null || context.DefinedHere.Types.Contains(name) || (isTypeSystem && Standard.Contains(name)))
        {
            return;
        }

        context.Report($"Unknown type \"{name}\".{(context.Suggest ? Suggestion(name, isTypeSystem) : "")}", type.Start);
    }

    private string Suggestion(string name, bool isTypeSystem)
    {
        var known = context.Schema.Types.Select(type => type.Name).Concat(context.DefinedHere.Types);
        return Suggestions.DidYouMean(null, Suggestions.Near(name, isTypeSystem ? Standard.Concat(known) : known));
    }
}
