using System.Text;
using ClientLedger.GraphQL.Language;
using ClientLedger.GraphQL.Types.Assembly;

namespace ClientLedger.GraphQL.Types;

/// <summary>Prints a schema as SDL, in the layout of the reference implementation: what it defines, without what every schema has.</summary>
internal sealed class SchemaPrinter
{
    private const string Indent = "  ";

    private readonly Schema schema;
    private readonly StringBuilder text = new();

    private SchemaPrinter(Schema schema) => this.schema = schema;

    public static string Print(Schema schema)
    {
        var printer = new SchemaPrinter(schema);
        printer.PrintSchema();
        foreach (var directive in schema.Directives.Where(directive => Introspection.SpecifiedDirectives.Find(directive.Name) is null))
        {
            printer.Separate();
            printer.PrintDirective(directive);
        }

        foreach (var type in schema.Types.Where(type => SpecifiedScalars.All.Find(type.Name) is null && Introspection.Types.Find(type.Name) is null))
        {
            printer.Separate();
            printer.PrintType(type);
        }

        return printer.text.ToString();
    }

    private void Separate() => text.Append(text.Length > 0 ? "\n\n" : "");

    /// <summary>The schema's own definition, where it says more than that the roots have their default names.</summary>
    private void PrintSchema()
    {
        var roots = Enum.GetValues<OperationType>().Select(operation => (Operation: operation, Type: schema.DeclaredRootOf(operation))).ToList();
        var hasDefaultNames = roots.TrueForAll(root => root.Type == schema.TypeNamed(root.Operation.ToString()));
        if (roots.TrueForAll(root => root.Type is null) || (schema.Description is null && hasDefaultNames))
        {
            return;
        }

        PrintDescription(schema.Description);
        text.Append("schema {\n");
        foreach (var (operation, type) in roots.Where(root => root.Type is not null))
        {
            text.Append(Indent).Append(operation.Keyword()).Append(": ").Append(type).Append('\n');
        }

        text.Append('}');
    }

    private void PrintDirective(DirectiveDefinition directive)
    {
        PrintDescription(directive.Description);
        text.Append("directive ").Append(directive);
        PrintArguments(directive.Arguments, "");
        PrintDeprecation(directive.DeprecationReason);
        text.Append(directive.IsRepeatable ? " repeatable" : "").Append(" on ").AppendJoin(" | ", directive.Locations);
    }

    private void PrintType(NamedType type)
    {
        PrintDescription(type.Description);
        switch (type)
        {
            case ScalarType scalar:
                text.Append("scalar ").Append(scalar);
                if (schema.SpecifiedByUrlOf(scalar) is { } url)
                {
                    text.Append(" @specifiedBy(url: ").Append(StringLiteral.Print(url)).Append(')');
                }

                break;
            case FieldsType fieldsType:
                text.Append(fieldsType is ObjectType ? "type " : "interface ").Append(fieldsType);
                PrintNames(" implements ", " & ", schema.DeclaredInterfacesOf(fieldsType));
                PrintBlock(schema.FieldsOf(fieldsType), PrintField);
                break;
            case UnionType union:
                text.Append("union ").Append(union);
                PrintNames(" = ", " | ", schema.DeclaredMembersOf(union));
                break;
            case EnumType enumType:
                text.Append("enum ").Append(enumType);
                PrintBlock(schema.ValuesOf(enumType), PrintEnumValue);
                break;
            case InputObjectType input:
                text.Append("input ").Append(input).Append(input.IsOneOf ? " @oneOf" : "");
                PrintBlock(schema.InputFieldsOf(input), PrintInputValue);
                break;
        }
    }

    private void PrintNames(string before, string separator, IReadOnlyCollection<NamedType> types)
    {
        if (types.Count > 0)
        {
            text.Append(before).AppendJoin(separator, types);
        }
    }

    private void PrintBlock<T>(MemberCollection<T> members, Action<T> print)
        where T : class, ISchemaElement
    {
        if (members.Count == 0)
        {
            return;
        }

        text.Append(" {\n");
        PrintLines(members, Indent, print);
        text.Append('}');
    }

    private void PrintLines<T>(IEnumerable<T> members, string indent, Action<T> print)
        where T : class, ISchemaElement
    {
        var isFirst = true;
        foreach (var member in members)
        {
            if (!isFirst && member.Description is not null)
            {
                text.Append('\n');
            }

            PrintDescription(member.Description, indent);
            text.Append(indent);
            print(member);
            text.Append('\n');
            isFirst = false;
        }
    }

    private void PrintField(FieldDefinition field)
    {
        text.Append(field.Name);
        PrintArguments(field.Arguments, Indent);
        text.Append(": ").Append(field.Type);
        PrintDeprecation(field.DeprecationReason);
    }

    /// <summary>On one line, unless one of them is described.</summary>
    private void PrintArguments(MemberCollection<InputValueDefinition> arguments, string indent)
    {
        if (arguments.Count == 0)
        {
            return;
        }

        text.Append('(');
        if (arguments.All(argument => argument.Description is null))
        {
            var isFirst = true;
            foreach (var argument in arguments)
            {
                text.Append(isFirst ? "" : ", ");
                PrintInputValue(argument);
                isFirst = false;
            }
        }
        else
        {
            text.Append('\n');
            PrintLines(arguments, Indent + indent, PrintInputValue);
            text.Append(indent);
        }

        text.Append(')');
    }

    private void PrintInputValue(InputValueDefinition value)
    {
        text.Append(value.Name).Append(": ").Append(value.Type);
        if (value.DefaultValue is { } literal)
        {
            text.Append(" = ").Append(Printer.Print(literal));
        }

        PrintDeprecation(value.DeprecationReason);
    }

    private void PrintEnumValue(EnumValueDefinition value)
    {
        text.Append(value.Name);
        PrintDeprecation(value.DeprecationReason);
    }

    private void PrintDeprecation(string? reason)
    {
        if (reason is not null)
        {
            text.Append(" @deprecated").Append(reason == AppliedDirective.DefaultDeprecationReason ? "" : $"(reason: {StringLiteral.Print(reason)})");
        }
    }

    private void PrintDescription(string? description, string indent = "")
    {
        if (description is null)
        {
            return;
        }

        var literal = BlockString.CanHold(description) ? BlockString.Print(description) : StringLiteral.Print(description);
        text.Append(indent).Append(literal.Replace("\n", "\n" + indent, StringComparison.Ordinal)).Append('\n');
    }
}
