using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Validation.Rules.Merging;

/// <summary>The directive <c>@stream</c> isn't part of the specification, but the reference implementation compares fields by it, whether the schema knows it or not.</summary>
internal static class StreamDirective
{
    public static DirectiveNode? On(FieldNode field)
    {
        foreach (var directive in field.Directives)
        {
            if (directive.Name.Value == "stream")
            {
                return directive;
            }
        }

        return null;
    }
}
