namespace ClientLedger.GraphQL.Language;

/// <summary>Definitions of the type system and their extensions.</summary>
internal sealed partial class PrintWriter
{
    private void WriteTypeSystem(Node node)
    {
        switch (node)
        {
            case SchemaNode schema:
                WriteStart(schema, "schema", name: null);
                WriteDirectives(schema.Directives);
                WriteBlock(schema.OperationTypes);
                break;
            case OperationTypeDefinitionNode operationType:
                Append(operationType.Operation.Keyword()).Append(": ").Append(operationType.Type.Name);
                break;
            case ScalarTypeNode scalar:
                WriteStart(scalar, "scalar", scalar.Name.Value);
                WriteDirectives(scalar.Directives);
                break;
            case FieldsTypeNode type:
                WriteStart(type, type is ObjectTypeNode ? "type" : "interface", type.Name.Value);
                WriteTypes(" implements ", " & ", type.Interfaces);
                WriteDirectives(type.Directives);
                WriteBlock(type.Fields);
                break;
            case UnionTypeNode union:
                WriteStart(union, "union", union.Name.Value);
                WriteDirectives(union.Directives);
                WriteTypes(" = ", " | ", union.Members);
                break;
            case EnumTypeNode enumType:
                WriteStart(enumType, "enum", enumType.Name.Value);
                WriteDirectives(enumType.Directives);
                WriteBlock(enumType.Values);
                break;
            case InputObjectTypeNode input:
                WriteStart(input, "input", input.Name.Value);
                WriteDirectives(input.Directives);
                WriteBlock(input.Fields);
                break;
            case DirectiveDefinitionNode directive:
                WriteDirectiveDefinition(directive);
                break;
            case FieldDefinitionNode field:
                WriteDescription(field.Description);
                Append(field.Name.Value);
                WriteArgumentDefinitions(field.Arguments);
                Append(": ");
                WriteType(field.Type);
                WriteDirectives(field.Directives);
                break;
            case InputValueDefinitionNode value:
                WriteDescription(value.Description);
                Append(value.Name.Value).Append(": ");
                WriteType(value.Type);
                WriteDefault(value.DefaultValue);
                WriteDirectives(value.Directives);
                break;
            case EnumValueDefinitionNode value:
                WriteDescription(value.Description);
                Append(value.Name.Value);
                WriteDirectives(value.Directives);
                break;
        }
    }

    private void WriteStart(TypeSystemNode node, string keyword, string? name)
    {
        WriteDescription(node.Description);
        Append(node.IsExtension ? "extend " : "").Append(keyword).Append(name is null ? "" : " ").Append(name);
    }

    private void WriteDescription(StringValueNode? description)
    {
        if (description is not null)
        {
            WriteMeasured(description);
            Break();
        }
    }

    private void WriteTypes(string before, string separator, NodeList<NamedTypeNode> types)
    {
        foreach (var type in types)
        {
            Append(before).Append(type.Name);
            before = separator;
        }
    }

    private void WriteBlock<T>(NodeList<T> nodes)
        where T : ListedNode
    {
        if (nodes.IsEmpty)
        {
            return;
        }

        Append(" ");
        Open("{");
        var isFirst = true;
        foreach (var node in nodes)
        {
            SeparateList(lines: true, ref isFirst);
            Write(node);
        }

        Close("}");
    }

    private void WriteArgumentDefinitions(NodeList<InputValueDefinitionNode> arguments)
    {
        if (arguments.IsEmpty)
        {
            return;
        }

        var lines = arguments.Any(argument => IsMultiline(argument.Description, argument.DefaultValue, argument.Directives));
        var isFirst = true;
        OpenList("(", lines);
        foreach (var argument in arguments)
        {
            SeparateList(lines, ref isFirst);
            Write(argument);
        }

        CloseList(")", lines);
    }

    private void WriteDirectiveDefinition(DirectiveDefinitionNode directive)
    {
        WriteDescription(directive.Description);
        Append(directive.IsExtension ? "extend directive @" : "directive @").Append(directive.Name.Value);
        WriteArgumentDefinitions(directive.Arguments);
        WriteDirectives(directive.Directives);
        Append(directive.IsRepeatable ? " repeatable" : "");
        var before = " on ";
        foreach (var location in directive.Locations)
        {
            Append(before).Append(location.Value);
            before = " | ";
        }
    }
}
