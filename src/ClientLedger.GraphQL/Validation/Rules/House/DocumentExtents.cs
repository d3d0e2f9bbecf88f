using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Validation.Rules.House;

/// <summary>
/// Measures the operations of a document. Each fragment is measured once, however often it is spread, so that the work is linear in the document. Recursion goes through the nesting of the text alone, which the parser limits;
/// fragments in fragments wait on a stack.
/// </summary>
internal sealed class DocumentExtents
{
    private readonly Dictionary<string, FragmentDefinitionNode> fragments = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Extent?> measured = new(StringComparer.Ordinal);
    private readonly Stack<FragmentDefinitionNode> waiting = new();

    public DocumentExtents(DocumentNode document)
    {
        foreach (var fragment in document.Definitions.OfType<FragmentDefinitionNode>())
        {
            fragments[fragment.Name.Value] = fragment;
        }
    }

    /// <summary>How many selections were looked at: what the measuring has cost.</summary>
    public int Steps { get; private set; }

    public Extent Of(OperationDefinitionNode operation)
    {
        AwaitFragmentsIn(operation.SelectionSet);
        while (waiting.TryPeek(out var fragment))
        {
            MeasureOrWait(fragment);
        }

        return Sum(operation.SelectionSet);
    }

    /// <summary>A fragment is looked at twice: to let those within it be measured first, and then to sum them up. One in a cycle counts as nothing within itself; another rule refuses it.</summary>
    private void MeasureOrWait(FragmentDefinitionNode fragment)
    {
        if (measured.TryAdd(fragment.Name.Value, null))
        {
            AwaitFragmentsIn(fragment.SelectionSet);
            return;
        }

        waiting.Pop();
        measured[fragment.Name.Value] ??= Sum(fragment.SelectionSet);
    }

    private void AwaitFragmentsIn(SelectionSetNode set)
    {
        foreach (var selection in set.Selections)
        {
            Steps++;
            if (selection is FragmentSpreadNode spread)
            {
                if (!measured.ContainsKey(spread.Name.Value) && fragments.TryGetValue(spread.Name.Value, out var fragment))
                {
                    waiting.Push(fragment);
                }
            }
            else if (InnerOf(selection) is { } inner)
            {
                AwaitFragmentsIn(inner);
            }
        }
    }

    private Extent Sum(SelectionSetNode set)
    {
        var sum = Extent.Nothing;
        foreach (var selection in set.Selections)
        {
            Steps++;
            var inner = InnerOf(selection) is { } within ? Sum(within) : Extent.Nothing;
            sum += selection switch
            {
                FieldNode => inner.Within(),
                FragmentSpreadNode spread => measured.GetValueOrDefault(spread.Name.Value) ?? Extent.Nothing,
                _ => inner,
            };
        }

        return sum;
    }

    private static SelectionSetNode? InnerOf(SelectionNode selection) => selection switch
    {
        FieldNode field => field.SelectionSet,
        InlineFragmentNode fragment => fragment.SelectionSet,
        _ => null,
    };
}
