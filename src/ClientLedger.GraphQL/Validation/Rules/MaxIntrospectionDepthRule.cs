using System.Runtime.CompilerServices;
using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Validation.Rules;

/// <summary>Not of the specification, but among the reference implementation's rules: introspection doesn't go through lists of fields and types again and again, where the answer grows beyond measure.</summary>
internal sealed class MaxIntrospectionDepthRule(ValidationContext context) : Rule
{
    private readonly Dictionary<string, int> passed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> exceeded = new(StringComparer.Ordinal);
    private FieldNode? refused;

    public override void Enter(FieldNode field)
    {
        if (refused is not null || field.Name.Value is not ("__schema" or "__type"))
        {
            return;
        }

        if (Exceeds(field, 0, new Dictionary<string, int>(StringComparer.Ordinal)))
        {
            context.Report(ErrorCodes.LimitExceeded, "Maximum introspection depth exceeded", extensions: null, field.Start);
            refused = field;
        }
    }

    public override void Leave(FieldNode field)
    {
        if (refused == field)
        {
            refused = null;
        }
    }

    /// <param name="selection">A selection below the first field of introspection.</param>
    /// <param name="lists">How many lists lie around it.</param>
    /// <param name="visiting">The fragments that were entered from there, with the number of lists around them; it ends cycles.</param>
    private bool Exceeds(SelectionNode selection, int lists, Dictionary<string, int> visiting) => selection switch
    {
        FragmentSpreadNode spread => Exceeds(spread, lists, visiting),
        FieldNode { Name.Value: "fields" or "interfaces" or "possibleTypes" or "inputFields" } list =>
            lists + 1 >= context.MaxIntrospectionLists || Exceeds(list.SelectionSet, lists + 1, visiting),
        FieldNode field => Exceeds(field.SelectionSet, lists, visiting),
        InlineFragmentNode inline => Exceeds(inline.SelectionSet, lists, visiting),
        _ => false,
    };

    private bool Exceeds(SelectionSetNode? set, int lists, Dictionary<string, int> visiting)
    {
        if (set is null)
        {
            return false;
        }

        foreach (var selection in set.Selections)
        {
            if (Exceeds(selection, lists, visiting))
            {
                return true;
            }
        }

        return false;
    }

    private bool Exceeds(FragmentSpreadNode spread, int lists, Dictionary<string, int> visiting)
    {
        var name = spread.Name.Value;
        if (exceeded.TryGetValue(name, out var least) && least <= lists)
        {
            return true;
        }

        if ((visiting.TryGetValue(name, out var most) && most >= lists)
            || (passed.TryGetValue(name, out most) && most >= lists)
            || context.Facts.FragmentNamed(name) is not { } fragment)
        {
            return false;
        }

        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            context.Abort("following the fragments of introspection");
            return true;
        }

        visiting[name] = lists;
        var exceeds = Exceeds(fragment.SelectionSet, lists, visiting);
        (exceeds ? exceeded : passed)[name] = lists;
        return exceeds;
    }
}
