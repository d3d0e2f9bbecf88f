using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Validation.Rules;

/// <summary>Fragments Must Be Used (5.5.1.4): an operation reaches every fragment.</summary>
internal sealed class NoUnusedFragmentsRule(ValidationContext context) : Rule
{
    public override void Leave(DocumentNode document)
    {
        var fragments = document.Definitions.OfType<FragmentDefinitionNode>().ToList();
        if (fragments.Count == 0)
        {
            return;
        }

        var used = context.Fragments.ReachedFrom(document.Definitions.OfType<OperationDefinitionNode>())
            .Select(fragment => fragment.Name.Value)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var fragment in fragments.Where(fragment => !used.Contains(fragment.Name.Value)))
        {
            context.Report($"Fragment \"{fragment.Name.Value}\" is never used.", fragment.Start);
        }
    }
}
