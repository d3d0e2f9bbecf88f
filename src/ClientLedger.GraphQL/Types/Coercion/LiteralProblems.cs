using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Types.Coercion;

/// <summary>Says what is wrong with a literal: a default value, or an argument's.</summary>
/// <param name="schema">The schema that the caller sees.</param>
/// <param name="report">Gets each problem, the node that it is of, and where it is within the value.</param>
/// <param name="variables">The variables of the request; null while none are known, when variables are taken to be right.</param>
/// <param name="suggest">Whether problems may suggest names.</param>
internal sealed class LiteralProblems(Schema schema, Action<string, Node, InputPath?> report, VariableValues? variables = null, bool suggest = true)
{
    public void Find(ValueNode literal, GraphQLType type) => Find(literal, type, null);

    private void Find(ValueNode literal, GraphQLType type, InputPath? path)
    {
        switch (literal)
        {
            case VariableNode variable:
                FindInVariable(variable, type, path);
                return;
            case NullValueNode:
                if (type is NonNullType)
                {
                    report($"Expected value of non-null type \"{type}\" not to be null.", literal, path);
                }

                return;
        }

        switch (type.Nullable)
        {
            case ListType list when literal is ListValueNode items:
                for (var index = 0; index < items.Values.Length; index++)
                {
                    Find(items.Values[index], list.OfType, InputPath.At(path, index));
                }

                break;
            case ListType list:
                Find(literal, list.OfType, path);
                break;
            case InputObjectType input:
                FindInObject(literal, input, path);
                break;
            case ScalarType or EnumType:
                FindInLeaf(literal, (NamedType)type.Nullable, path);
                break;
        }
    }

    private void FindInVariable(VariableNode variable, GraphQLType type, InputPath? path)
    {
        if (variables is null || type is not NonNullType)
        {
            return;
        }

        var name = variable.Name.Value;
        if (!variables.TryGet(name, out var value))
        {
            report($"Expected variable \"${name}\" provided to type \"{type}\" to provide a runtime value.", variable, path);
        }
        else if (value is null)
        {
            report($"Expected variable \"${name}\" provided to non-null type \"{type}\" not to be null.", variable, path);
        }
    }

    private void FindInObject(ValueNode literal, InputObjectType type, InputPath? path)
    {
        if (literal is not ObjectValueNode { Fields: var given })
        {
            report($"Expected value of type \"{type}\" to be an object, found: {Printer.PrintForError(literal)}.", literal, path);
            return;
        }

        var fields = schema.InputFieldsOf(type);
        foreach (var field in fields)
        {
            if (given.LastOrDefault(node => node.Name.Value == field.Name) is { } node)
            {
                FindInField(literal, node.Value, type, field, path);
            }
            else if (field.IsRequired)
            {
                report($"Expected value of type \"{type}\" to include required field \"{field.Name}\", found: {Printer.PrintForError(literal)}.", literal, path);
            }
        }

        foreach (var node in given.Where(node => fields.Find(node.Name.Value) is null))
        {
            var name = node.Name.Value;
            var suggestion = suggest ? Suggestions.DidYouMean(null, Suggestions.Near(name, fields.Select(field => field.Name))) : "";
            var found = suggestion.Length > 0 ? $".{suggestion} Found" : ", found";
            report($"Expected value of type \"{type}\" not to include unknown field \"{name}\"{found}: {Printer.PrintForError(literal)}.", node, path);
        }

        if (type.IsOneOf)
        {
            FindNotOne(literal, type, [.. given.Where(node => fields.Find(node.Name.Value) is not null)], path);
        }
    }

    private void FindInField(ValueNode literal, ValueNode value, InputObjectType type, InputValueDefinition field, InputPath? path)
    {
        if (value is VariableNode variable && variables is not null)
        {
            var name = variable.Name.Value;
            var hasValue = variables.TryGet(name, out var given);
            if (type.IsOneOf && given is null)
            {
                var problem = hasValue ? "not to be null" : "to provide a runtime value";
                report($"Expected variable \"${name}\" provided to field \"{field.Name}\" for OneOf Input Object type \"{type}\" {problem}.", literal, path);
            }
            else if (!hasValue && !field.IsRequired)
            {
                // The field is left out, and has its default.
                return;
            }
        }

        Find(value, field.Type, InputPath.At(path, field.Name));
    }

    private void FindNotOne(ValueNode literal, InputObjectType type, List<ObjectFieldNode> known, InputPath? path)
    {
        if (known.Count != 1)
        {
            report(InputProblems.NotOne(type), literal, path);
        }
        else if (known[0].Value is NullValueNode)
        {
            report(InputProblems.NotOne(type), literal, InputPath.At(path, known[0].Name.Value));
        }
    }

    private void FindInLeaf(ValueNode literal, NamedType type, InputPath? path)
    {
        try
        {
            LeafCoercion.Parse(schema, type, new RawValue(ValueLiteral.WithoutVariables(schema, literal, variables)), suggest);
        }
        catch (GraphQLException refusal)
        {
            report(refusal.Message, literal, path);
        }
    }
}
