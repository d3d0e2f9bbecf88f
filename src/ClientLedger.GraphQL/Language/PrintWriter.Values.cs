namespace ClientLedger.GraphQL.Language;

/// <summary>
/// Values. A list or object that would be longer than a line is broken into lines, wherever it stands; its length counts everything within it. Every value is measured once, before it is written.
/// </summary>
internal sealed partial class PrintWriter
{
    private readonly HashSet<ValueNode> broken = [];

    private readonly record struct Extent(int Length, int Newlines);

    private void WriteNamedValue(Name name, ValueNode value)
    {
        Append(name.Value).Append(": ");
        WriteValue(value);
    }

    private void WriteDefault(ValueNode? value)
    {
        if (value is not null)
        {
            Append(" = ");
            WriteValue(value);
        }
    }

    private void WriteValue(ValueNode value)
    {
        if (value is ListValueNode or ObjectValueNode)
        {
            Measure(value);
        }

        WriteMeasured(value);
    }

    private void WriteMeasured(ValueNode value)
    {
        switch (value)
        {
            case ListValueNode list:
                WriteList(list);
                break;
            case ObjectValueNode fields:
                WriteObject(fields);
                break;
            case StringValueNode { IsBlock: true } text:
                WriteBlockString(text.Value);
                break;
            default:
                Append(TextOf(value));
                break;
        }
    }

    private void WriteList(ListValueNode list)
    {
        var lines = broken.Contains(list);
        var isFirst = true;
        OpenList("[", lines);
        foreach (var value in list.Values)
        {
            SeparateList(lines, ref isFirst);
            WriteMeasured(value);
        }

        CloseList("]", lines);
    }

    private void WriteObject(ObjectValueNode value)
    {
        var lines = broken.Contains(value);
        var isFirst = true;
        OpenList(lines ? "{" : "{ ", lines);
        foreach (var field in value.Fields)
        {
            SeparateList(lines, ref isFirst);
            Append(field.Name.Value).Append(": ");
            WriteMeasured(field.Value);
        }

        CloseList(lines ? "}" : " }", lines);
    }

    private void WriteBlockString(string value)
    {
        var lines = BlockString.Print(value).Split('\n');
        Append(lines[0]);
        foreach (var line in lines.AsSpan(1))
        {
            output.Append('\n').Append(' ', 2 * Math.Min(depth, maxIndentDepth)).Append(line);
        }
    }

    /// <summary>A value that is never broken into lines.</summary>
    private static string TextOf(ValueNode value) => value switch
    {
        VariableNode variable => "$" + variable.Name.Value,
        IntValueNode number => number.Text,
        FloatValueNode number => number.Text,
        StringValueNode { IsBlock: true } text => BlockString.Print(text.Value),
        StringValueNode text => StringLiteral.Print(text.Value),
        BooleanValueNode { Value: true } => "true",
        BooleanValueNode => "false",
        EnumValueNode name => name.Name,
        _ => "null",
    };

    private bool IsMultiline(StringValueNode? description, ValueNode? defaultValue, NodeList<DirectiveNode> directives) =>
        description is not null
        || (defaultValue is not null && Measure(defaultValue).Newlines > 0)
        || directives.Any(directive => directive.Arguments.Any(argument => Measure(argument.Value).Newlines > 0));

    private Extent Measure(Name name, ValueNode value)
    {
        var (length, newlines) = Measure(value);
        return new Extent(name.Value.Length + 2 + length, newlines);
    }

    private Extent Measure(ValueNode value)
    {
        var content = default(Extent);
        switch (value)
        {
            case ListValueNode list:
                foreach (var item in list.Values)
                {
                    content = Sum(content, Measure(item));
                }

                return Bracket(list, content, list.Values.Length, brackets: 2);

            case ObjectValueNode fields:
                foreach (var field in fields.Fields)
                {
                    content = Sum(content, Measure(field.Name, field.Value));
                }

                return Bracket(fields, content, fields.Fields.Count, brackets: 4);

            default:
                var text = TextOf(value);
                return new Extent(text.Length, text.AsSpan().Count('\n'));
        }

        static Extent Sum(Extent one, Extent other) => new(one.Length + other.Length, one.Newlines + other.Newlines);
    }

    private Extent Bracket(ValueNode value, Extent content, int count, int brackets)
    {
        var separators = Math.Max(0, count - 1);
        var inline = brackets + content.Length + (2 * separators);
        if (inline <= MaxLineLength)
        {
            return new Extent(inline, content.Newlines);
        }

        // Bracket and line break on each side; one line break between items; two spaces before every line within.
        broken.Add(value);
        var newlines = content.Newlines + separators;
        return new Extent(4 + content.Length + separators + (2 * (newlines + 1)), newlines + 2);
    }
}
