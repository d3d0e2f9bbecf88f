using System.Runtime.InteropServices;
using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Validation.Facts;

/// <summary>
/// What the schema says of a document's operations and fragments, asked once before the rules look at it: the definition of each field, what each selection set holds, where variables are used.
/// Everything lies in flat lists and is named by its index in them.
/// </summary>
internal sealed class DocumentFacts
{
    private readonly List<FieldFact> fields;
    private readonly List<SelectionSetFact> sets;
    private readonly List<SpreadFact> spreads;
    private readonly List<VariableUsage> usages;
    private readonly Dictionary<string, int> fragments;

    public DocumentFacts(
        DefinitionFact[] definitions, Dictionary<string, int> fragments, List<FieldFact> fields, List<SelectionSetFact> sets, List<SpreadFact> spreads, List<VariableUsage> usages)
    {
        Definitions = definitions;
        this.fragments = fragments;
        this.fields = fields;
        this.sets = sets;
        this.spreads = spreads;
        this.usages = usages;
    }

    /// <summary>Operations and fragments; the selection set of each has the same index.</summary>
    public DefinitionFact[] Definitions { get; }

    /// <summary>Fields in the order of the document.</summary>
    public ReadOnlySpan<FieldFact> Fields => CollectionsMarshal.AsSpan(fields);

    /// <summary>Selection sets of definitions and fields. An inline fragment's belongs to the one that it stands in.</summary>
    public ReadOnlySpan<SelectionSetFact> SelectionSets => CollectionsMarshal.AsSpan(sets);

    public ReadOnlySpan<SpreadFact> Spreads => CollectionsMarshal.AsSpan(spreads);

    /// <summary>Where variables are used in a definition, without what its own variables' definitions use.</summary>
    public ReadOnlySpan<VariableUsage> UsagesIn(DefinitionFact definition) =>
        CollectionsMarshal.AsSpan(usages).Slice(definition.FirstUsage, definition.UsageCount);

    /// <summary>The index of a fragment among the definitions, or -1. Of several with one name the last counts, as in the reference implementation.</summary>
    public int IndexOfFragment(string name) => fragments.TryGetValue(name, out var index) ? index : -1;

    /// <summary>The fragment of that name, or null.</summary>
    public FragmentDefinitionNode? FragmentNamed(string name) =>
        fragments.TryGetValue(name, out var index) ? (FragmentDefinitionNode)Definitions[index].Node : null;
}
