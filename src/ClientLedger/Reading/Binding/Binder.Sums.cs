using ClientLedger.Access;
using ClientLedger.Fields;
using ClientLedger.Messages;

namespace ClientLedger.Reading.Binding;

/// <content>What is added up over all records of a query.</content>
internal sealed partial class Binder
{
    private List<BoundSum> Sums(BoundTable table, IReadOnlyList<string> names)
    {
        var sums = new List<BoundSum>(names.Count);
        var currencies = new List<BoundField>();
        Shape.Add('S').Add(names.Count);
        foreach (var name in names)
        {
            Enter();
            var field = Field(table, name);
            if (!field.Field.IsSummable || !KnowsCurrency(table, field.Field))
            {
                throw Refused(Refusal.Of(ReadMessages.NotAggregable, ("field", field.Field.Label), ("function", AggregateFunction.Sum)), name);
            }

            sums.Add(new BoundSum(field, field.Field.CurrencyField is { } currency ? Currency(table, currency, currencies) : null));
            Leave();
        }

        return sums;
    }

    /// <summary>Whoever may not see the currency of an amount can't tell what it would be added to.</summary>
    private static bool KnowsCurrency(BoundTable table, FieldDescriptor field) =>
        field.CurrencyField is not { } currency || table.Rights?.Best(table.Entity.OrdinalOf(currency)) is null or ReadRight.Clear;

    private BoundField Currency(BoundTable table, string name, List<BoundField> currencies)
    {
        var at = currencies.FindIndex(currency => currency.Field.Name == name);
        Shape.Add(at);
        if (at < 0)
        {
            at = currencies.Count;
            currencies.Add(Field(table, name));
        }

        return currencies[at];
    }
}
