using ClientLedger.GraphQL.Language;
using ClientLedger.GraphQL.Types.Assembly;

namespace ClientLedger.GraphQL.Types.SdlRules;

/// <summary>What stands anywhere within definitions, each with the definition that it stands in. Documents may hold operations beside definitions: the rules look into them too.</summary>
internal sealed class SdlContents : Visitor
{
    private readonly List<Node> above = [];
    private Definition definition;

    private SdlContents()
    {
    }

    public List<(Definition Definition, NamedTypeNode Node)> TypeReferences { get; } = [];

    public List<(Definition Definition, ObjectValueNode Node)> ObjectValues { get; } = [];

    public List<(Definition Definition, FieldNode Node)> Fields { get; } = [];

    /// <summary>Directives with the node that they stand on.</summary>
    public List<AppliedDirectiveNode> Directives { get; } = [];

    public static SdlContents Of(IEnumerable<Definition> definitions)
    {
        var contents = new SdlContents();
        foreach (var each in definitions)
        {
            contents.definition = each;
            contents.Visit(each.Node);
        }

        return contents;
    }

    protected override bool Enter(Node node)
    {
        switch (node)
        {
            case NamedTypeNode reference:
                TypeReferences.Add((definition, reference));
                break;
            case ObjectValueNode value:
                ObjectValues.Add((definition, value));
                break;
            case FieldNode field:
                Fields.Add((definition, field));
                break;
            case DirectiveNode directive:
                Directives.Add(new AppliedDirectiveNode(definition, directive, above[^1], above.Count > 1 ? above[^2] : null));
                break;
        }

        above.Add(node);
        return true;
    }

    protected override void Leave(Node node) => above.RemoveAt(above.Count - 1);
}

/// <summary>A directive where it is used.</summary>
/// <param name="Definition">What it stands in.</param>
/// <param name="Node">The directive.</param>
/// <param name="Holder">What it stands on.</param>
/// <param name="Above">What the holder belongs to.</param>
internal readonly record struct AppliedDirectiveNode(Definition Definition, DirectiveNode Node, Node Holder, Node? Above)
{
    public string Name => Node.Name.Value;

    /// <summary>The name of its location (3.13).</summary>
    public string Location => Holder switch
    {
        OperationDefinitionNode { Operation: OperationType.Query } => DirectiveLocations.Query,
        OperationDefinitionNode { Operation: OperationType.Mutation } => DirectiveLocations.Mutation,
        OperationDefinitionNode => DirectiveLocations.Subscription,
        FieldNode => DirectiveLocations.Field,
        FragmentSpreadNode => DirectiveLocations.FragmentSpread,
        InlineFragmentNode => DirectiveLocations.InlineFragment,
        FragmentDefinitionNode => DirectiveLocations.FragmentDefinition,
        VariableDefinitionNode => DirectiveLocations.VariableDefinition,
        SchemaNode => DirectiveLocations.Schema,
        ScalarTypeNode => DirectiveLocations.Scalar,
        ObjectTypeNode => DirectiveLocations.Object,
        FieldDefinitionNode => DirectiveLocations.FieldDefinition,
        InterfaceTypeNode => DirectiveLocations.Interface,
        UnionTypeNode => DirectiveLocations.Union,
        EnumTypeNode => DirectiveLocations.Enum,
        EnumValueDefinitionNode => DirectiveLocations.EnumValue,
        InputObjectTypeNode => DirectiveLocations.InputObject,
        InputValueDefinitionNode => Above is InputObjectTypeNode ? DirectiveLocations.InputFieldDefinition : DirectiveLocations.ArgumentDefinition,
        _ => DirectiveLocations.DirectiveDefinition,
    };
}
