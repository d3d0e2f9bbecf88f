namespace ClientLedger.GraphQL.Tests.Generators;

/// <summary>Definitions of the type system and their extensions.</summary>
internal sealed partial class RandomSyntax
{
    private static readonly string[] Locations = ["QUERY", "FIELD", "FRAGMENT_SPREAD", "VARIABLE_DEFINITION", "SCHEMA", "OBJECT", "ENUM_VALUE", "INPUT_FIELD_DEFINITION", "DIRECTIVE_DEFINITION"];

    private void TypeSystem()
    {
        if (chance.In(30))
        {
            Words("extend");
        }
        else
        {
            Description();
        }

        switch (chance.Between(0, 7))
        {
            case 0:
                Words("schema");
                Directives();
                Many("{", "}", OperationType, percent: 90);
                break;
            case 1:
                Words("scalar", Name());
                Directives();
                break;
            case 2 or 3:
                Words(chance.Pick((string[])["type", "interface"]), Name());
                Types("implements", "&", percent: 30);
                Directives();
                Many("{", "}", Field, percent: 80);
                break;
            case 4:
                Words("union", Name());
                Directives();
                Types("=", "|", percent: 80);
                break;
            case 5:
                Words("enum", Name());
                Directives();
                Many("{", "}", EnumValue, percent: 80);
                break;
            case 6:
                Words("input", Name());
                Directives();
                Many("{", "}", InputValue, percent: 80);
                break;
            default:
                Directive();
                break;
        }
    }

    private void OperationType() => Words(chance.Pick((string[])["query", "mutation", "subscription"]), ":", Name());

    private void Types(string keyword, string separator, int percent)
    {
        if (!chance.In(percent))
        {
            return;
        }

        Words(keyword);
        if (chance.In(20))
        {
            Words(separator);
        }

        Words(Name());
        while (chance.In(40))
        {
            Words(separator, Name());
        }
    }

    private void Field()
    {
        Description();
        Words(Name());
        Many("(", ")", InputValue, percent: 40);
        Words(":");
        Type();
        Directives();
    }

    private void InputValue()
    {
        Description();
        Words(Name(), ":");
        Type();
        Default();
        Directives();
    }

    private void EnumValue()
    {
        Description();
        Words(Name());
        Directives();
    }

    private void Directive()
    {
        Words("directive", "@", Name());
        Many("(", ")", InputValue, percent: 40);
        Directives();
        if (chance.In(30))
        {
            Words("repeatable");
        }

        Words("on");
        if (chance.In(20))
        {
            Words("|");
        }

        Words(chance.Pick(Locations));
        while (chance.In(50))
        {
            Words("|", chance.Pick(Locations));
        }
    }
}
