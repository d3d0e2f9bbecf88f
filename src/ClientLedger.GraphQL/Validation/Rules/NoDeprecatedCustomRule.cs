using ClientLedger.GraphQL.Language;
using ClientLedger.GraphQL.Types;

namespace ClientLedger.GraphQL.Validation.Rules;

/// <summary>Not of the specification: nothing deprecated is used.</summary>
internal sealed class NoDeprecatedCustomRule(ValidationContext context) : Rule
{
    public override void Enter(FieldNode field)
    {
        if (context.Field is { DeprecationReason: { } reason } definition)
        {
            context.Report($"The field {definition} is deprecated. {reason}", field.Start);
        }
    }

    public override void Enter(ArgumentNode argument)
    {
        if (context.Argument is { DeprecationReason: { } reason } definition)
        {
            context.Report($"The argument \"{definition}\" is deprecated. {reason}", argument.Start);
        }
    }

    public override void Enter(ObjectFieldNode field)
    {
        if (InputPlaces.FieldOf(context.Schema, context.ParentInputType, field.Name.Value) is { DeprecationReason: { } reason } definition)
        {
            context.Report($"The input field {definition} is deprecated. {reason}", field.Start);
        }
    }

    public override void Enter(EnumValueNode value)
    {
        if (context.InputType?.Innermost is EnumType type && context.Schema.ValuesOf(type).Find(value.Name) is { DeprecationReason: { } reason } definition)
        {
            context.Report($"The enum value \"{definition}\" is deprecated. {reason}", value.Start);
        }
    }
}
