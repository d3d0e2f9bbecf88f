namespace ClientLedger.GraphQL.Types.SchemaRules;

/// <summary>A value can be given for every input object: what it requires doesn't lead back to itself (3.10, Circular References).</summary>
internal sealed class FiniteInputObjects
{
    private readonly SchemaCheck check;
    private readonly HashSet<InputObjectType> finite;
    private readonly HashSet<InputObjectType> visited = [];

    /// <summary>The fields that lead to the type that is looked at.</summary>
    private readonly List<InputValueDefinition> path = [];

    /// <summary>For each type on the way the length of the path to it.</summary>
    private readonly Dictionary<InputObjectType, int> onPath = [];

    private FiniteInputObjects(SchemaCheck check)
    {
        this.check = check;
        finite = FindFinite();
    }

    public static void Check(SchemaCheck check)
    {
        var search = new FiniteInputObjects(check);
        foreach (var type in check.Types.OfType<InputObjectType>())
        {
            if (!search.finite.Contains(type))
            {
                search.ReportCycles(type);
            }
        }
    }

    /// <summary>The types that a finite value can be given for: found from those that require no other, back to those that require them.</summary>
    private HashSet<InputObjectType> FindFinite()
    {
        var found = new HashSet<InputObjectType>();
        var next = new Stack<InputObjectType>();
        var missing = new Dictionary<InputObjectType, int>();
        var dependents = new Dictionary<InputObjectType, List<InputObjectType>>();
        foreach (var type in check.Types.OfType<InputObjectType>())
        {
            var required = RequiredBy(type).ToList();
            missing[type] = type.IsOneOf ? 1 : required.Count;
            foreach (var (_, target) in required)
            {
                if (!dependents.TryGetValue(target, out var list))
                {
                    dependents[target] = list = [];
                }

                list.Add(type);
            }

            var fieldCount = check.Schema.InputFieldsOf(type).Count;
            if (type.IsOneOf ? fieldCount == 0 || required.Count < fieldCount : required.Count == 0)
            {
                Mark(type);
            }
        }

        while (next.TryPop(out var type))
        {
            foreach (var dependent in dependents.GetValueOrDefault(type) ?? [])
            {
                if (--missing[dependent] == 0)
                {
                    Mark(dependent);
                }
            }
        }

        return found;

        void Mark(InputObjectType type)
        {
            if (found.Add(type))
            {
                next.Push(type);
            }
        }
    }

    private void ReportCycles(InputObjectType type)
    {
        if (!visited.Add(type))
        {
            return;
        }

        onPath[type] = path.Count;
        foreach (var (field, target) in RequiredBy(type))
        {
            if (finite.Contains(target))
            {
                continue;
            }

            path.Add(field);
            if (onPath.TryGetValue(target, out var start))
            {
                var cycle = path[start..];
                check.Report(
                    $"Input Object {target} cannot be provided a finite value because it references itself through fields: {string.Join(", ", cycle)}.",
                    cycle.SelectMany(Places.Of));
            }
            else
            {
                ReportCycles(target);
            }

            path.RemoveAt(path.Count - 1);
        }

        onPath.Remove(type);
    }

    /// <summary>The input objects that a value of the type can't be without; of those of a OneOf input object, one.</summary>
    private IEnumerable<(InputValueDefinition Field, InputObjectType Target)> RequiredBy(InputObjectType type) =>
        from field in check.Schema.InputFieldsOf(type)
        let target = type.IsOneOf ? field.Type as InputObjectType : (field.Type as NonNullType)?.OfType as InputObjectType
        where target is not null
        select (field, target);
}
