using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Validation.Rules;

/// <summary>Argument Uniqueness (5.4.2): no argument is given twice.</summary>
internal sealed class UniqueArgumentNamesRule(ValidationContext context) : Rule
{
    public override void Enter(FieldNode field) => Check(field.Arguments);

    public override void Enter(DirectiveNode directive, string location) => Check(directive.Arguments);

    private void Check(NodeList<ArgumentNode> arguments)
    {
        foreach (var group in DuplicateNames.In(arguments, argument => argument.Name))
        {
            context.Report($"There can be only one argument named \"{group[0].Value}\".", DuplicateNames.PlacesOf(group));
        }
    }
}
