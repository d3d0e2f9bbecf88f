using System.Runtime.InteropServices;
using ClientLedger.GraphQL.Language;
using ClientLedger.GraphQL.Types;

namespace ClientLedger.GraphQL.Validation.Facts;

/// <summary>An operation or a fragment.</summary>
/// <param name="Node">The definition.</param>
/// <param name="FirstUsage">The first of the usages of variables in it.</param>
/// <param name="UsageCount">How many there are.</param>
internal readonly record struct DefinitionFact(ExecutableDefinitionNode Node, int FirstUsage, int UsageCount);

/// <summary>A field of the document.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct FieldFact
{
    public const int None = -1;

    public required FieldNode Node { get; init; }

    /// <summary>The type that the field is selected on; null when the document doesn't say it rightly.</summary>
    public required CompositeType? Parent { get; init; }

    /// <summary>Null when the schema knows no such field.</summary>
    public required FieldDefinition? Definition { get; init; }

    /// <summary>The field's own selection set, or none.</summary>
    public int SelectionSet { get; set; }

    /// <summary>The next field of the selection set that this one stands in, or none.</summary>
    public int Next { get; set; }
}

/// <summary>A selection set: its fields and spreads are two chains, which run through inline fragments.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct SelectionSetFact
{
    public SelectionSetFact()
    {
    }

    public int FirstField { get; set; } = FieldFact.None;

    public int LastField { get; set; } = FieldFact.None;

    public int FirstSpread { get; set; } = FieldFact.None;

    public int LastSpread { get; set; } = FieldFact.None;
}

/// <summary>The spread of a fragment.</summary>
internal struct SpreadFact
{
    /// <summary>The fragment's index among the definitions, or none.</summary>
    public required int Fragment { get; init; }

    /// <summary>The next spread of the selection set that this one stands in, or none.</summary>
    public int Next { get; set; }
}

/// <summary>A place where a variable is used.</summary>
/// <param name="Node">The variable.</param>
/// <param name="Type">The type that the place expects; null when the schema doesn't know the place.</param>
/// <param name="ParentType">The type of the list or object that the place lies in; null for an argument.</param>
/// <param name="HasDefault">Whether the place has a default value.</param>
internal readonly record struct VariableUsage(VariableNode Node, GraphQLType? Type, GraphQLType? ParentType, bool HasDefault);
