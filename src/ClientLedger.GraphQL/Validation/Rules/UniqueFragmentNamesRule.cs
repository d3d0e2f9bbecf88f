using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Validation.Rules;

/// <summary>Fragment Name Uniqueness (5.5.1.1): no two fragments have one name.</summary>
internal sealed class UniqueFragmentNamesRule(ValidationContext context) : Rule
{
    private Dictionary<string, Name>? known;

    public override void Enter(FragmentDefinitionNode fragment)
    {
        var name = fragment.Name;
        known ??= new Dictionary<string, Name>(StringComparer.Ordinal);
        if (!known.TryAdd(name.Value, name))
        {
            context.Report($"There can be only one fragment named \"{name.Value}\".", known[name.Value].Start, name.Start);
        }
    }
}
