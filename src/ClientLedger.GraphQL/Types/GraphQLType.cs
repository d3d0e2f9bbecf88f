namespace ClientLedger.GraphQL.Types;

/// <summary>A type (3.4): a named one, or a list or non-null type of another. A schema has one object for each, so types are compared by reference.</summary>
public abstract class GraphQLType
{
    private ListType? list;
    private NonNullType? nonNull;

    private protected GraphQLType()
    {
    }

    /// <summary>The list of this type.</summary>
    public ListType List => list ?? Interlocked.CompareExchange(ref list, new ListType(this), null) ?? list;

    /// <summary>This type, without null.</summary>
    public NonNullType NonNull => nonNull ?? Interlocked.CompareExchange(ref nonNull, new NonNullType(this), null) ?? nonNull;

    /// <summary>This type, with null.</summary>
    public GraphQLType Nullable => this is NonNullType { OfType: var type } ? type : this;

    /// <summary>The named type within lists and non-null marks.</summary>
    public NamedType Innermost
    {
        get
        {
            var type = this;
            while (true)
            {
                switch (type)
                {
                    case NamedType named:
                        return named;
                    case ListType list:
                        type = list.OfType;
                        break;
                    case NonNullType nonNull:
                        type = nonNull.OfType;
                        break;
                }
            }
        }
    }

    /// <summary>IsInputType (3.4.2): whether arguments and variables may be of it.</summary>
    public bool IsInput => Innermost is ScalarType or EnumType or InputObjectType;

    /// <summary>IsOutputType (3.4.2): whether fields may be of it.</summary>
    public bool IsOutput => Innermost is not InputObjectType;

    /// <summary>A scalar or an enum.</summary>
    public bool IsLeaf => this is ScalarType or EnumType;

    /// <summary>The type as it is written.</summary>
    public abstract override string ToString();
}

/// <summary>A list (3.11).</summary>
public sealed class ListType : GraphQLType
{
    internal ListType(GraphQLType ofType) => OfType = ofType;

    /// <summary>What the list holds.</summary>
    public GraphQLType OfType { get; }

    /// <inheritdoc/>
    public override string ToString() => $"[{OfType}]";
}

/// <summary>A type without null (3.12).</summary>
public sealed class NonNullType : GraphQLType
{
    internal NonNullType(GraphQLType ofType) => OfType = ofType;

    /// <summary>The type with null.</summary>
    public GraphQLType OfType { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{OfType}!";
}
