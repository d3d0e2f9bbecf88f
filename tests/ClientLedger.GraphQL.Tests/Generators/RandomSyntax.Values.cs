namespace ClientLedger.GraphQL.Tests.Generators;

/// <summary>Values and references to types.</summary>
internal sealed partial class RandomSyntax
{
    private static readonly string[] Numbers = ["0", "-0", "1", "-12", "9007199254740993", "1.5", "-0.0", "1e3", "1E-3", "2.5e+10", "1234567890123456789012345678901234567890"];

    private static readonly string[] Strings =
    [
        "\"\"", "\"a\"", "\"客户\"", "\"\\n\\t\\\\ \\\" \\/ \\b\\f\\r\"", "\"\\u00e9\\u{1F600}\\uD83D\\uDE00\"", "\"a sentence that is long enough to make a line that holds it longer than eighty characters\"",
        "\"\u007F\u0085\"", "\"\U0001F600\"", "\"\"\"\"\"\"", "\"\"\"a\"\"\"", "\"\"\"\n  a\n    b\n\n  c\n\"\"\"", "\"\"\" a\n b\"\"\"", "\"\"\"a \\\"\"\" b\"\"\"", "\"\"\"ends with quote \\\"\"\"\"\"\"", "\"\"\"\\\\\"\"\"",
        "\"\"\"\n\ta\n\t\tb\r\n\tc\r\"\"\"", "\"\"\"a block that is long enough to be printed on a line that is all of its own, I hope\"\"\"", "\"\"\"客\uFEFF\u0000 \u0007\"\"\"",
    ];

    private void Value()
    {
        switch (chance.Between(0, 9))
        {
            case 0:
                Words("$", Name());
                break;
            case 1 or 2:
                Words(chance.Pick(Numbers));
                break;
            case 3 or 4:
                String();
                break;
            case 5:
                Words(chance.Pick((string[])["true", "false", "null"]));
                break;
            case 6 when depth <= 5:
                List("[", "]", Value);
                break;
            case 7 when depth <= 5:
                List("{", "}", Argument);
                break;
            default:
                Words(Name());
                break;
        }
    }

    private void List(string open, string close, Action one)
    {
        depth++;
        Words(open);
        for (var count = chance.Between(0, 4); count > 0; count--)
        {
            one();
        }

        Words(close);
        depth--;
    }

    private void String() => Words(chance.Pick(Strings));

    private void Default()
    {
        if (chance.In(30))
        {
            Words("=");
            Value();
        }
    }

    private void Type()
    {
        if (chance.In(25))
        {
            Words("[");
            Type();
            Words("]");
        }
        else
        {
            Words(Name());
        }

        if (chance.In(30))
        {
            Words("!");
        }
    }
}
