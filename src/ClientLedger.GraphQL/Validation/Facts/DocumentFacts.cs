using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Validation.Facts;

/// <summary>
/// What the schema says of a document's operations and fragments, asked once before the rules look at it: the definition of each field, what each selection set holds, where variables are used.
/// Everything lies in flat lists and is named by its index in them.
/// </summary>
internal sealed class DocumentFacts
{
    private readonly Dictionary<string, int> fragments;

    public DocumentFacts(
        DefinitionFact[] definitions, Dictionary<string, int> fragments, FactList<FieldFact> fields, FactList<SelectionSetFact> sets, FactList<SpreadFact> spreads, FactList<VariableUsage> usages)
    {
        Definitions = definitions;
        this.fragments = fragments;
        Fields = fields;
        SelectionSets = sets;
        Spreads = spreads;
        Usages = usages;
    }

    /// <summary>Operations and fragments; the selection set of each has the same index.</summary>
    public DefinitionFact[] Definitions { get; }

    /// <summary>Fields in the order of the document.</summary>
    public FactList<FieldFact> Fields { get; }

    /// <summary>Selection sets of definitions and fields. An inline fragment's belongs to the one that it stands in.</summary>
    public FactList<SelectionSetFact> SelectionSets { get; }

    public FactList<SpreadFact> Spreads { get; }

    /// <summary>Where variables are used, without what variables' definitions use; each definition has a part of it.</summary>
    public FactList<VariableUsage> Usages { get; }

    /// <summary>The fragment of that name, or null. Of several the last counts, as in the reference implementation.</summary>
    public FragmentDefinitionNode? FragmentNamed(string name) =>
        fragments.TryGetValue(name, out var index) ? (FragmentDefinitionNode)Definitions[index].Node : null;
}
