namespace ClientLedger.GraphQL.Language;

/// <summary>Type: a reference to a type (2.11).</summary>
internal abstract class TypeNode(int start, int end) : ListedNode(start, end)
{
    /// <summary>The named type within lists and non-null marks.</summary>
    public NamedTypeNode Innermost
    {
        get
        {
            var type = this;
            while (true)
            {
                switch (type)
                {
                    case ListTypeNode list:
                        type = list.Type;
                        break;
                    case NonNullTypeNode nonNull:
                        type = nonNull.Type;
                        break;
                    default:
                        return (NamedTypeNode)type;
                }
            }
        }
    }
}

internal sealed class NamedTypeNode(int start, int end, string name) : TypeNode(start, end)
{
    public string Name { get; } = name;
}

internal sealed class ListTypeNode(int start, int end, TypeNode type) : TypeNode(start, end)
{
    public TypeNode Type { get; } = type;
}

internal sealed class NonNullTypeNode(int start, int end, TypeNode type) : TypeNode(start, end)
{
    public TypeNode Type { get; } = type;
}
