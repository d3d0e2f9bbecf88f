using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Validation.Rules;

/// <summary>Fragment Spreads Must Not Form Cycles (5.5.2.2). Each fragment is followed once, and without recursion: chains may be as long as a document.</summary>
internal sealed class NoFragmentCyclesRule(ValidationContext context) : Rule
{
    private readonly HashSet<string> visited = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> placeInPath = new(StringComparer.Ordinal);
    private readonly List<FragmentSpreadNode> path = [];
    private readonly Stack<Visit> visits = new();

    public override void Enter(FragmentDefinitionNode fragment)
    {
        Begin(fragment);
        while (visits.TryPeek(out var visit) && !context.IsDone)
        {
            context.Count(1);
            if (visit.Next == visit.Spreads.Count)
            {
                End(visit);
                continue;
            }

            var spread = visit.Spreads[visit.Next++];
            var name = spread.Name.Value;
            path.Add(spread);
            if (placeInPath.TryGetValue(name, out var place))
            {
                Report(name, path[place..]);
                path.RemoveAt(path.Count - 1);
            }
            else if (context.Facts.FragmentNamed(name) is not { } target || !Begin(target))
            {
                path.RemoveAt(path.Count - 1);
            }
        }
    }

    /// <summary>False when there is nothing to follow.</summary>
    private bool Begin(FragmentDefinitionNode fragment)
    {
        var name = fragment.Name.Value;
        if (!visited.Add(name))
        {
            return false;
        }

        var spreads = context.Fragments.SpreadsIn(fragment.SelectionSet);
        if (spreads.Count == 0)
        {
            return false;
        }

        placeInPath.Add(name, path.Count);
        visits.Push(new Visit(name, spreads));
        return true;
    }

    private void End(Visit visit)
    {
        placeInPath.Remove(visit.Fragment);
        visits.Pop();
        if (visits.Count > 0)
        {
            path.RemoveAt(path.Count - 1);
        }
    }

    private void Report(string name, List<FragmentSpreadNode> cycle)
    {
        var via = string.Join(", ", cycle.SkipLast(1).Select(spread => $"\"{spread.Name.Value}\""));
        context.Report(
            $"Cannot spread fragment \"{name}\" within itself{(via.Length > 0 ? $" via {via}." : ".")}",
            cycle.Select(spread => spread.Start).ToArray());
    }

    private sealed class Visit(string fragment, List<FragmentSpreadNode> spreads)
    {
        public string Fragment { get; } = fragment;

        public List<FragmentSpreadNode> Spreads { get; } = spreads;

        public int Next { get; set; }
    }
}
