using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Validation.Rules;

/// <summary>Leaf Field Selections (5.3.3): a scalar or an enum has no selections, everything else must have some.</summary>
internal sealed class ScalarLeafsRule(ValidationContext context) : Rule
{
    public override void Enter(FieldNode field)
    {
        if (context.Type is not { } type)
        {
            return;
        }

        var name = field.Name.Value;
        if (type.Innermost.IsLeaf)
        {
            if (field.SelectionSet is { } selectionSet)
            {
                context.Report($"Field \"{name}\" must not have a selection since type \"{type}\" has no subfields.", selectionSet.Start);
            }
        }
        else if (field.SelectionSet is null)
        {
            context.Report($"Field \"{name}\" of type \"{type}\" must have a selection of subfields. Did you mean \"{name} {{ ... }}\"?", field.Start);
        }
    }
}
