using ClientLedger.Fields;
using ClientLedger.Fields.Lists;
using ClientLedger.Messages;
using ClientLedger.Reading;
using ClientLedger.Settings;

namespace ClientLedger.Views;

/// <summary>What kind of value a comparison takes, and so how it is entered.</summary>
internal enum Entered
{
    Nothing,
    Text,
    Number,
    Date,

    /// <summary>A whole number of days, months …</summary>
    Count,

    /// <summary>One of the choices that the field allows.</summary>
    Choice,
}

/// <summary>A way to compare a field, as filters of a list offer it.</summary>
/// <param name="Code">As addresses name it; for ever the same, since addresses are kept as bookmarks.</param>
/// <param name="Text">As it stands between field and value.</param>
/// <param name="Filter">The filter of a field and a value, today being a day in the tenant's zone.</param>
internal sealed record Comparison(string Code, Label Text, Entered Entered, Func<string, string, DateOnly, Filter> Filter)
{
    private static readonly Comparison Contains = Of("contains", new("包含", "contains"), Entered.Text, Operator.Contains);
    private static readonly Comparison Starts = Of("starts", new("开头是", "begins with"), Entered.Text, Operator.StartsWith);
    private static readonly Comparison Ends = Of("ends", new("结尾是", "ends with"), Entered.Text, Operator.EndsWith);
    private static readonly Comparison LastFour = Of("tail", new("最后四位是", "last four characters are"), Entered.Text, Operator.EndsWith);
    private static readonly Comparison Is = Of("is", new("是", "is"), Entered.Text, Operator.Equals);
    private static readonly Comparison IsNot = Is.Negated("isNot", new("不是", "isn't"));
    private static readonly Comparison Equal = Of("eq", new("等于", "="), Entered.Number, Operator.Equals);
    private static readonly Comparison Less = Of("lt", new("小于", "<"), Entered.Number, Operator.Less);
    private static readonly Comparison AtMost = Of("le", new("不大于", "≤"), Entered.Number, Operator.LessOrEqual);
    private static readonly Comparison Greater = Of("gt", new("大于", ">"), Entered.Number, Operator.Greater);
    private static readonly Comparison AtLeast = Of("ge", new("不小于", "≥"), Entered.Number, Operator.GreaterOrEqual);
    private static readonly Comparison Before = Of("before", new("早于", "before"), Entered.Date, Operator.Less);
    private static readonly Comparison From = Of("from", new("不早于", "on or after"), Entered.Date, Operator.GreaterOrEqual);
    private static readonly Comparison LastDays = Period("lastDays", new("最近几天内", "in the last days"), PeriodAnchor.Last, PeriodUnit.Day);
    private static readonly Comparison LastMonths = Period("lastMonths", new("最近几个月内", "in the last months"), PeriodAnchor.Last, PeriodUnit.Month);
    private static readonly Comparison NextDays = Period("nextDays", new("今后几天内", "in the next days"), PeriodAnchor.Next, PeriodUnit.Day);
    private static readonly Comparison ThisMonth = new("thisMonth", new("在本月", "this month"), Entered.Nothing, (field, _, _) => new PeriodFilter(field, PeriodAnchor.This, 1, PeriodUnit.Month));
    private static readonly Comparison ThisYear = new("thisYear", new("在今年", "this year"), Entered.Nothing, (field, _, _) => new PeriodFilter(field, PeriodAnchor.This, 1, PeriodUnit.Year));

    /// <summary>Longer ago than so many days; what lies ahead isn't.</summary>
    private static readonly Comparison OlderDays = new("olderDays", new("早于几天之前", "longer ago than days"), Entered.Count, (field, value, today) =>
        new FieldFilter(field, Operator.Less, today.AddDays(-Math.Clamp(Number(value), 0, MostDays)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));

    private static readonly Comparison Chosen = Of("is", new("是", "is"), Entered.Choice, Operator.Equals);
    private static readonly Comparison NotChosen = Chosen.Negated("isNot", new("不是", "isn't"));
    private static readonly Comparison Under = Of("under", new("属于", "lies in"), Entered.Text, Operator.Under);
    private static readonly Comparison Empty = new("empty", new("为空", "is empty"), Entered.Nothing, (field, _, _) => new FieldFilter(field, Operator.IsEmpty, []));
    private static readonly Comparison Filled = Empty.Negated("filled", new("不为空", "isn't empty"));

    private const int MostDays = 36_500;

    /// <summary>The comparisons that a field allows, the usual one first.</summary>
    public static IReadOnlyList<Comparison> For(FieldDescriptor field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return field switch
        {
            { Sensitivity: Sensitivity.Sensitive } => [Is, LastFour, Empty, Filled],
            { Type: FieldType.LongText } => [Contains, Empty, Filled],
            { Type: FieldType.Choice, List: { } list } when ReferenceLists.Find(list) is { HasLevels: true } => [Under, Empty, Filled],
            { Type: FieldType.Choice or FieldType.Person or FieldType.Boolean } => [Chosen, NotChosen, Empty, Filled],
            { Type: FieldType.Reference } => [Filled, Empty],
            _ when Book.IsNamedBy(field) => [Chosen, NotChosen],
            { Type: FieldType.Integer or FieldType.Decimal or FieldType.Money } => [AtLeast, AtMost, Equal, Greater, Less, Empty, Filled],
            { Type: FieldType.Date or FieldType.Moment } => [From, Before, LastDays, OlderDays, LastMonths, ThisMonth, ThisYear, NextDays, Empty, Filled],
            _ => [Contains, Is, IsNot, Starts, Ends, Empty, Filled],
        };
    }

    /// <summary>The comparison of a code that a field allows, or null.</summary>
    public static Comparison? Find(FieldDescriptor field, string code) => For(field).FirstOrDefault(comparison => comparison.Code == code);

    private static Comparison Of(string code, Label text, Entered entered, Operator @operator) =>
        new(code, text, entered, (field, value, _) => new FieldFilter(field, @operator, value));

    private static Comparison Period(string code, Label text, PeriodAnchor anchor, PeriodUnit unit) =>
        new(code, text, Entered.Count, (field, value, _) => new PeriodFilter(field, anchor, Number(value), unit));

    /// <summary>What isn't a number is none of a period: the read gate refuses 0 and says so.</summary>
    private static int Number(string value) => int.TryParse(value, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0;

    private Comparison Negated(string code, Label text) => new(code, text, Entered, (field, value, today) => new Not(Filter(field, value, today)));
}
