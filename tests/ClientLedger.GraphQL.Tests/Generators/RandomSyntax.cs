using System.Text;
using ClientLedger.TestKit.Generators;

namespace ClientLedger.GraphQL.Tests.Generators;

/// <summary>Documents that the grammar allows, and that mean nothing: operations and fragments here, values and the type system in the other parts. Now and then one is empty where the grammar wants something.</summary>
internal sealed partial class RandomSyntax(Chance chance)
{
    private static readonly string[] Names = ["a", "b", "on", "type", "query", "fragment", "true", "null", "input", "extend", "_", "__typename", "Name9", "averylongnamethatmakeslineslong", "repeatable"];
    private static readonly string[] Ignored = [" ", " ", "  ", "\n", "\r\n", "\r", ",", "\t", "# comment \"}\n", "\uFEFF"];

    private readonly StringBuilder text = new();
    private int depth;

    /// <summary>A document of some definitions.</summary>
    public string Document()
    {
        text.Clear();
        do
        {
            Definition();
        }
        while (chance.In(50));
        return text.ToString();
    }

    private void Definition()
    {
        switch (chance.Between(0, 3))
        {
            case 0:
                Operation();
                break;
            case 1:
                Description();
                Words("fragment", Name(), "on", Name());
                Directives();
                SelectionSet();
                break;
            default:
                TypeSystem();
                break;
        }
    }

    private void Operation()
    {
        if (chance.In(70))
        {
            Description();
            Words(chance.Pick((string[])["query", "mutation", "subscription"]));
            if (chance.In(70))
            {
                Words(Name());
            }

            Many("(", ")", Variable, percent: 50);
            Directives();
        }

        SelectionSet();
    }

    private void Variable()
    {
        Description();
        Words("$", Name(), ":");
        Type();
        Default();
        Directives();
    }

    private void SelectionSet() => Many("{", "}", Selection, percent: 99);

    private void Selection()
    {
        if (chance.In(20))
        {
            Words("...");
            if (chance.In(50))
            {
                Words(Name());
                Directives();
                return;
            }

            if (chance.In(70))
            {
                Words("on", Name());
            }

            Directives();
            SelectionSet();
            return;
        }

        Words(Name());
        if (chance.In(30))
        {
            Words(":", Name());
        }

        Arguments();
        Directives();
        if (chance.In(40))
        {
            SelectionSet();
        }
    }

    private void Arguments() => Many("(", ")", Argument, percent: 40);

    private void Argument()
    {
        Words(Name(), ":");
        Value();
    }

    private void Directives()
    {
        while (chance.In(20))
        {
            Words("@", Name());
            Arguments();
        }
    }

    private void Description()
    {
        if (chance.In(20))
        {
            String();
        }
    }

    private string Name() => chance.Pick(Names);

    /// <summary>Some of a kind in brackets, or nothing.</summary>
    private void Many(string open, string close, Action one, int percent)
    {
        if (depth > 5 || !chance.In(percent))
        {
            return;
        }

        depth++;
        Words(open);
        for (var count = chance.In(2) ? 0 : chance.Between(1, 4); count > 0; count--)
        {
            one();
        }

        Words(close);
        depth--;
    }

    private void Words(params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            text.Append(word).Append(chance.Pick(Ignored));
        }
    }
}
