using System.Text;

namespace ClientLedger.GraphQL.Language;

/// <summary>Writes nodes: executable definitions here, values and the type system in the other parts.</summary>
/// <param name="maxIndentDepth">Blocks that lie deeper are written on one line.</param>
internal sealed partial class PrintWriter(int maxIndentDepth)
{
    private const int MaxLineLength = 80;

    private readonly StringBuilder output = new();
    private int depth;
    private bool areBracesTaken;

    public override string ToString() => output.ToString();

    public void Write(Node node)
    {
        switch (node)
        {
            case DocumentNode document:
                WriteDocument(document);
                break;
            case OperationDefinitionNode operation:
                WriteOperation(operation);
                break;
            case FragmentDefinitionNode fragment:
                WriteFragment(fragment);
                break;
            case VariableDefinitionNode variable:
                WriteVariableDefinition(variable);
                break;
            case SelectionSetNode selectionSet:
                WriteSelectionSet(selectionSet);
                break;
            case FieldNode field:
                WriteField(field);
                break;
            case FragmentSpreadNode spread:
                Append("...").Append(spread.Name.Value);
                WriteDirectives(spread.Directives);
                break;
            case InlineFragmentNode fragment:
                WriteInlineFragment(fragment);
                break;
            case ArgumentNode argument:
                WriteNamedValue(argument.Name, argument.Value);
                break;
            case ObjectFieldNode field:
                WriteNamedValue(field.Name, field.Value);
                break;
            case DirectiveNode directive:
                WriteDirective(directive);
                break;
            case ValueNode value:
                WriteValue(value);
                break;
            case TypeNode type:
                WriteType(type);
                break;
            default:
                WriteTypeSystem(node);
                break;
        }
    }

    private void WriteDocument(DocumentNode document)
    {
        var separator = "";
        foreach (var definition in document.Definitions)
        {
            Append(separator);
            Write(definition);
            separator = "\n\n";
            areBracesTaken = TakesBraces(definition);
        }
    }

    /// <summary>Whether a definition could have a block and has none: braces behind it would be read as its own.</summary>
    private static bool TakesBraces(Node definition) => definition switch
    {
        SchemaNode schema => schema.OperationTypes.IsEmpty,
        FieldsTypeNode type => type.Fields.IsEmpty,
        EnumTypeNode enumType => enumType.Values.IsEmpty,
        InputObjectTypeNode input => input.Fields.IsEmpty,
        _ => false,
    };

    private void WriteOperation(OperationDefinitionNode operation)
    {
        WriteDescription(operation.Description);
        var isShorthand = !areBracesTaken && operation is { Operation: OperationType.Query, Description: null, Name: null, Variables.IsEmpty: true, Directives.IsEmpty: true };
        if (!isShorthand)
        {
            Append(operation.Operation.Keyword());
            if (operation.Name is { } name)
            {
                Append(" ").Append(name.Value);
            }
            else if (!operation.Variables.IsEmpty)
            {
                Append(" ");
            }

            WriteVariables(operation.Variables);
            WriteDirectives(operation.Directives);
            Append(" ");
        }

        WriteSelectionSet(operation.SelectionSet);
    }

    private void WriteVariables(NodeList<VariableDefinitionNode> variables)
    {
        if (variables.IsEmpty)
        {
            return;
        }

        // As the reference implementation has it, the lines aren't indented.
        var lines = variables.Any(variable => IsMultiline(variable.Description, variable.DefaultValue, variable.Directives));
        var isFirst = true;
        Append("(");
        if (lines)
        {
            Break();
        }

        foreach (var variable in variables)
        {
            SeparateList(lines, ref isFirst);
            WriteVariableDefinition(variable);
        }

        if (lines)
        {
            Break();
        }

        Append(")");
    }

    private void WriteVariableDefinition(VariableDefinitionNode variable)
    {
        WriteDescription(variable.Description);
        Append("$").Append(variable.Variable.Name.Value).Append(": ");
        WriteType(variable.Type);
        WriteDefault(variable.DefaultValue);
        WriteDirectives(variable.Directives);
    }

    private void WriteFragment(FragmentDefinitionNode fragment)
    {
        WriteDescription(fragment.Description);
        Append("fragment ").Append(fragment.Name.Value).Append(" on ").Append(fragment.TypeCondition.Name);
        WriteDirectives(fragment.Directives);
        Append(" ");
        WriteSelectionSet(fragment.SelectionSet);
    }

    private void WriteSelectionSet(SelectionSetNode selectionSet)
    {
        if (selectionSet.Selections.IsEmpty)
        {
            Append("{}");
            return;
        }

        Open("{");
        var isFirst = true;
        foreach (var selection in selectionSet.Selections)
        {
            if (!isFirst)
            {
                Break();
            }

            Write(selection);
            isFirst = false;
        }

        Close("}");
    }

    private void WriteField(FieldNode field)
    {
        var prefix = field.Name.Value.Length;
        if (field.Alias is { } alias)
        {
            Append(alias.Value).Append(": ");
            prefix += alias.Value.Length + 2;
        }

        Append(field.Name.Value);
        WriteArgumentsOfField(prefix, field.Arguments);
        WriteDirectives(field.Directives);
        if (field.SelectionSet is { } selectionSet)
        {
            Append(" ");
            WriteSelectionSet(selectionSet);
        }
    }

    /// <summary>On one line if it is short enough, else each on its own.</summary>
    private void WriteArgumentsOfField(int prefix, NodeList<ArgumentNode> arguments)
    {
        if (arguments.IsEmpty)
        {
            return;
        }

        var length = prefix + 2 + (2 * (arguments.Count - 1));
        foreach (var argument in arguments)
        {
            length += Measure(argument.Name, argument.Value).Length;
        }

        var lines = length > MaxLineLength;
        var isFirst = true;
        OpenList("(", lines);
        foreach (var argument in arguments)
        {
            SeparateList(lines, ref isFirst);
            Append(argument.Name.Value).Append(": ");
            WriteMeasured(argument.Value);
        }

        CloseList(")", lines);
    }

    private void WriteInlineFragment(InlineFragmentNode fragment)
    {
        Append("...");
        if (fragment.TypeCondition is { } type)
        {
            Append(" on ").Append(type.Name);
        }

        WriteDirectives(fragment.Directives);
        Append(" ");
        WriteSelectionSet(fragment.SelectionSet);
    }

    private void WriteDirectives(NodeList<DirectiveNode> directives)
    {
        foreach (var directive in directives)
        {
            Append(" ");
            WriteDirective(directive);
        }
    }

    private void WriteDirective(DirectiveNode directive)
    {
        Append("@").Append(directive.Name.Value);
        var separator = "(";
        foreach (var argument in directive.Arguments)
        {
            Append(separator);
            WriteNamedValue(argument.Name, argument.Value);
            separator = ", ";
        }

        Append(directive.Arguments.IsEmpty ? "" : ")");
    }

    private void WriteType(TypeNode type)
    {
        switch (type)
        {
            case ListTypeNode list:
                Append("[");
                WriteType(list.Type);
                Append("]");
                break;
            case NonNullTypeNode nonNull:
                WriteType(nonNull.Type);
                Append("!");
                break;
            case NamedTypeNode named:
                Append(named.Name);
                break;
        }
    }

    private StringBuilder Append(string text) => output.Append(text);

    /// <summary>Ends the line.</summary>
    private void Break()
    {
        if (depth >= maxIndentDepth)
        {
            Append(" ");
        }
        else
        {
            output.Append('\n').Append(' ', 2 * depth);
        }
    }

    private void Open(string bracket)
    {
        Append(bracket);
        Break();
        Append(depth < maxIndentDepth ? "  " : "");
        depth++;
    }

    private void Close(string bracket)
    {
        depth--;
        Break();
        Append(bracket);
    }

    private void OpenList(string bracket, bool lines)
    {
        if (lines)
        {
            Open(bracket);
        }
        else
        {
            Append(bracket);
        }
    }

    private void SeparateList(bool lines, ref bool isFirst)
    {
        if (!isFirst)
        {
            if (lines)
            {
                Break();
            }
            else
            {
                Append(", ");
            }
        }

        isFirst = false;
    }

    private void CloseList(string bracket, bool lines)
    {
        if (lines)
        {
            Close(bracket);
        }
        else
        {
            Append(bracket);
        }
    }
}
