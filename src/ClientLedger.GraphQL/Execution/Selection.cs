using System.Collections.Immutable;
using ClientLedger.GraphQL.Types;

namespace ClientLedger.GraphQL.Execution;

/// <summary>
/// What a document asks of an object of one type, merged (6.3.2): fragments are resolved, <c>@skip</c> and <c>@include</c> decided, fields with the same response key are one. It is made once per document and outcome of its
/// conditions; arguments belong to each request.
/// </summary>
public sealed class Selection
{
    internal Selection(ObjectType type, ImmutableArray<SelectedField> fields)
    {
        Type = type;
        Fields = fields;
    }

    /// <summary>The type of the object.</summary>
    public ObjectType Type { get; }

    /// <summary>The fields, in the order of the answer.</summary>
    public ImmutableArray<SelectedField> Fields { get; }

    /// <summary>The field with that response key, or null.</summary>
    public SelectedField? Find(string responseKey) => Fields.FirstOrDefault(field => field.ResponseKey == responseKey);

    /// <summary>Whether a field of the type is asked for, under whatever response key.</summary>
    public bool Asks(string fieldName) => Fields.Any(field => field.Field.Name == fieldName);
}
