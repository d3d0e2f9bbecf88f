using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Validation.Rules;

/// <summary>Directives Are Defined (5.7.1) and Are in Valid Locations (5.7.2).</summary>
internal sealed class KnownDirectivesRule(ValidationContext context) : Rule
{
    public override void Enter(DirectiveNode directive, string location)
    {
        var name = directive.Name.Value;
        var allowed = context.DefinedHere.Directives.TryGetValue(name, out var definedHere)
            ? definedHere.Locations.Any(known => known.Value == location)
            : context.Directive?.Locations.Contains(location);
        if (allowed is null)
        {
            context.Report($"Unknown directive \"@{name}\".", directive.Start);
        }
        else if (allowed is false)
        {
            context.Report($"Directive \"@{name}\" may not be used on {location}.", directive.Start);
        }
    }
}
