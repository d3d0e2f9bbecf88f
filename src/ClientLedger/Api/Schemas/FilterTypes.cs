using ClientLedger.GraphQL.Types;
using ClientLedger.GraphQL.Types.Building;
using ClientLedger.Reading;

namespace ClientLedger.Api.Schemas;

/// <summary>The inputs by which values are compared: one for each kind of field, with the operators that the read gate knows of it.</summary>
internal static class FilterTypes
{
    public const string Id = "IdWhere", Text = "TextWhere", LongText = "LongTextWhere", Sensitive = "SensitiveWhere", Long = "LongWhere", Decimal = "DecimalWhere",
        Boolean = "BooleanWhere", Date = "DateWhere", Moment = "MomentWhere", Choice = "ChoiceWhere", LeveledChoice = "LeveledChoiceWhere", Person = "PersonWhere",
        Period = "PeriodWhere", Anchor = "PeriodAnchor", Unit = "PeriodUnit", Function = "AggregateFunction", Direction = "SortDirection";

    /// <summary>The fields of a filter that are more than an operator.</summary>
    public const string And = "and", Or = "or", Not = "not", PeriodField = "period", Matches = "matches", Some = "some", None = "none", Every = "every", Aggregate = "aggregate";

    private static readonly Operator[] Order = [Operator.Less, Operator.LessOrEqual, Operator.Greater, Operator.GreaterOrEqual];
    private static readonly Operator[] Parts = [Operator.Contains, Operator.StartsWith, Operator.EndsWith];

    /// <summary>Operators by the names of their fields: <c>lessOrEqual</c>.</summary>
    public static IReadOnlyDictionary<string, Operator> Operators { get; } =
        Enum.GetValues<Operator>().ToDictionary(NameOf, StringComparer.Ordinal);

    /// <summary>The operators by which an aggregate is compared.</summary>
    public static IReadOnlyList<Operator> OfAggregates { get; } = [Operator.Equals, .. Order];

    /// <summary>Adds them all.</summary>
    public static void Add(SchemaBuilder schema)
    {
        AddComparison(schema, Id, FieldShape.Id, "A record's own id.", [Operator.Equals, Operator.In, .. Order]);
        AddComparison(schema, Text, FieldShape.Text, "A text. Upper and lower case, width and spaces make no difference.", [Operator.Equals, Operator.In, .. Order, .. Parts, Operator.IsEmpty]);
        AddComparison(schema, LongText, FieldShape.Text, "A text of several lines.", [.. Parts, Operator.IsEmpty]);
        AddComparison(schema, Sensitive, FieldShape.Text, "A value that is kept encrypted: it is found as a whole, or by its last four characters.", [Operator.Equals, Operator.In, Operator.EndsWith, Operator.IsEmpty]);
        AddComparison(schema, Long, ApiScalars.Long, "A whole number.", [Operator.Equals, Operator.In, .. Order, Operator.IsEmpty]);
        AddComparison(schema, Decimal, ApiScalars.Decimal, "A number with up to four places.", [Operator.Equals, Operator.In, .. Order, Operator.IsEmpty]);
        AddComparison(schema, Boolean, FieldShape.Boolean, "Yes or no.", [Operator.Equals, Operator.IsEmpty]);
        AddComparison(schema, Date, ApiScalars.Date, "A day.", [Operator.Equals, Operator.In, .. Order, Operator.IsEmpty], Period);
        AddComparison(schema, Moment, ApiScalars.DateTime, "A point in time.", [Operator.Equals, Operator.In, .. Order, Operator.IsEmpty], Period);
        AddComparison(schema, Choice, FieldShape.Text, "A code of a list.", [Operator.Equals, Operator.In, Operator.IsEmpty]);
        AddComparison(schema, LeveledChoice, FieldShape.Text, "A code of a list whose entries lie within others, as cities do in provinces.", [Operator.Equals, Operator.In, Operator.Under, Operator.IsEmpty]);
        AddComparison(schema, Person, FieldShape.Id, "A person, by the id of the account, `acc_…`, or a program, by the id of its key, `key_…`.", [Operator.Equals, Operator.In, Operator.IsEmpty]);
        AddPeriods(schema);
        schema.AddEnum(Function, type => EachValue<AggregateFunction>(type.Describe("What records come to."), FunctionTexts));
        schema.AddEnum(Direction, type => type.Describe("Which way a list is sorted. Empty values are the smallest.").Value("ASC", false, "The smallest first.").Value("DESC", true, "The largest first."));
    }

    /// <summary>Adds the fields of operators to an input.</summary>
    public static InputBuilder AddOperators(InputBuilder input, string type, IEnumerable<Operator> operators)
    {
        foreach (var each in operators)
        {
            input.Field(NameOf(each), each == Operator.IsEmpty ? FieldShape.Boolean : each == Operator.In ? $"[{type}!]" : type, text: TextOf(each));
        }

        return input;
    }

    private static string NameOf(Operator each) => char.ToLowerInvariant($"{each}"[0]) + $"{each}"[1..];

    private static void AddComparison(SchemaBuilder schema, string name, string type, string description, IReadOnlyList<Operator> operators, string? period = null) => schema.AddInput(name, input =>
    {
        AddOperators(input.Describe(description + " Several conditions must all be true."), type, operators);
        if (period is not null)
        {
            input.Field(PeriodField, period, text: "Lies in a period counted from today, where the tenant is.");
        }
    });

    private static void AddPeriods(SchemaBuilder schema)
    {
        schema.AddInput(Period, input => input.Describe("A period counted from today in the tenant's time zone: the last 12 months, this week, the next 7 days.")
            .Field("anchor", Anchor + "!", text: "Which way it lies from today.")
            .Field("count", "Int!", "1", "How many units, 1 to 1,000; with THIS it is 1.")
            .Field("unit", Unit + "!", text: "What it is counted in."));
        schema.AddEnum(Anchor, type => EachValue<PeriodAnchor>(type.Describe("Which way a period lies from today."), static anchor => anchor switch
        {
            PeriodAnchor.Last => "The units that end with the one in which today lies.",
            PeriodAnchor.This => "The unit in which today lies.",
            _ => "The units that begin after the one in which today lies.",
        }));
        schema.AddEnum(Unit, type => EachValue<PeriodUnit>(type.Describe("What a period is counted in, by the calendar of the tenant's zone."), static unit => unit == PeriodUnit.Week ? "Monday to Sunday." : null));
    }

    private static string? FunctionTexts(AggregateFunction function) => function switch
    {
        AggregateFunction.Count => "How many records; takes no field.",
        AggregateFunction.Sum => "The sum of a field; 0 over nothing.",
        AggregateFunction.Minimum => "The smallest value.",
        AggregateFunction.Maximum => "The largest value.",
        _ => "The average of a field's values, cut to four places.",
    };

    private static void EachValue<T>(EnumBuilder type, Func<T, string?> text)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            type.Value($"{value}".ToUpperInvariant(), value, text(value));
        }
    }

    private static string TextOf(Operator each) => each switch
    {
        Operator.Equals => "Is this value. Of several values, one that is suffices.",
        Operator.In => "Is one of these values, of which there are 1 to 1,000.",
        Operator.Less => "Is less than this, or earlier, or before it in the order.",
        Operator.LessOrEqual => "Is this or less.",
        Operator.Greater => "Is more than this, or later, or behind it in the order.",
        Operator.GreaterOrEqual => "Is this or more.",
        Operator.Contains => "Holds this text.",
        Operator.StartsWith => "Begins with this text.",
        Operator.EndsWith => "Ends with this text.",
        Operator.Under => "Is this entry or one below it.",
        _ => "Has no value; false: has one.",
    };
}
