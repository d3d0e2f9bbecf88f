using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Execution.Pricing;

/// <summary>Looks for variables in the arguments of a field: where there are none, each request gives the same arguments.</summary>
internal sealed class ArgumentVariables : Visitor
{
    private bool hasFound;

    public static bool AreIn(FieldNode field)
    {
        var search = new ArgumentVariables();
        foreach (var argument in field.Arguments)
        {
            search.Visit(argument);
        }

        return search.hasFound;
    }

    protected override bool Enter(Node node)
    {
        hasFound |= node is VariableNode;
        return !hasFound;
    }

    protected override void Leave(Node node)
    {
    }
}
