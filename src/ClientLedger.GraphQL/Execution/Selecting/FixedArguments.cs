using System.Collections.Concurrent;
using ClientLedger.GraphQL.Language;
using ClientLedger.GraphQL.Types;

namespace ClientLedger.GraphQL.Execution.Selecting;

/// <summary>The arguments of a plan in which no variable stands: they are the same for all its requests, and coerced once.</summary>
internal sealed class FixedArguments(PlanMemory memory)
{
    private const int BytesOfEach = 250, BytesPerCharacter = 8;

    private readonly ConcurrentDictionary<(FieldDefinition Field, FieldNode Node), object?> known = new();

    /// <summary>What the arguments of a field come to, if that is the same for all requests.</summary>
    /// <param name="field">The field; one node can be several, of the types that an interface or a union stands for.</param>
    /// <param name="node">Where the arguments stand.</param>
    /// <param name="coerce">Coerces them.</param>
    /// <returns>What <paramref name="coerce"/> gave; null where variables stand in them.</returns>
    public object? Of(FieldDefinition field, FieldNode node, Func<FieldDefinition, FieldNode, object> coerce)
    {
        if (known.TryGetValue((field, node), out var found))
        {
            return found;
        }

        var made = ArgumentVariables.AreIn(node) ? null : coerce(field, node);
        if (known.TryAdd((field, node), made))
        {
            memory.Add(BytesOfEach + (node.Arguments.First is { } first ? BytesPerCharacter * (node.Arguments.Last().End - first.Start) : 0));
        }

        return made;
    }
}
