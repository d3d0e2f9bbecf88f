using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Language;
using ClientLedger.GraphQL.Types;

namespace ClientLedger.GraphQL.Validation.Rules;

/// <summary>Field Selections (5.3.1): the type has the field.</summary>
internal sealed class FieldsOnCorrectTypeRule(ValidationContext context) : Rule
{
    public override void Enter(FieldNode field)
    {
        if (context.ParentType is { } type && context.Field is null)
        {
            var name = field.Name.Value;
            context.Report($"Cannot query field \"{name}\" on type \"{type}\".{(context.Suggest ? Suggestion(type, name) : "")}", field.Start);
        }
    }

    private string Suggestion(CompositeType type, string field)
    {
        var onTypes = Suggestions.DidYouMean("to use an inline fragment on", TypesWith(type, field));
        return onTypes.Length > 0 || type is not FieldsType fieldsType
            ? onTypes
            : Suggestions.DidYouMean(null, Suggestions.Near(field, context.Schema.FieldsOf(fieldsType).Select(known => known.Name)));
    }

    /// <summary>The possible types that have the field and their interfaces that have it: interfaces of most types first, and before what implements them.</summary>
    private List<string> TypesWith(CompositeType type, string field)
    {
        if (type is ObjectType)
        {
            return [];
        }

        var uses = new Dictionary<FieldsType, int>();
        foreach (var possible in context.Schema.PossibleTypesOf(type).Where(HasField))
        {
            uses[possible] = 1;
            foreach (var implemented in context.Schema.InterfacesOf(possible).Where(HasField))
            {
                uses[implemented] = uses.GetValueOrDefault(implemented) + 1;
            }
        }

        return InsertionSort.Sort(uses.Keys, Compare).ConvertAll(found => found.Name);

        bool HasField(FieldsType candidate) => context.Schema.FieldsOf(candidate).Find(field) is not null;

        int Compare(FieldsType one, FieldsType other)
        {
            if (uses[other] != uses[one])
            {
                return uses[other] - uses[one];
            }

            return one is InterfaceType && context.Schema.IsSubType(one, other) ? -1
                : other is InterfaceType && context.Schema.IsSubType(other, one) ? 1
                : NaturalOrder.Instance.Compare(one.Name, other.Name);
        }
    }
}
