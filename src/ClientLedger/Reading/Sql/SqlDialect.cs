using ClientLedger.Storage;

namespace ClientLedger.Reading.Sql;

/// <summary>
/// The few places where the providers' SQL differs. Expressions and conditions go in and come out as text; parameters are named without a prefix
/// character and stand in the text as <c>@name</c>. Text is compared by code point everywhere.
/// </summary>
public abstract class SqlDialect
{
    public abstract Provider Provider { get; }

    /// <summary>How a row source that depends on the one before it is joined, or null where the provider has none.</summary>
    public abstract string? Lateral { get; }

    /// <summary>Dates and moments are kept as the text that answers show.</summary>
    public abstract bool KeepsTimesAsText { get; }

    /// <summary>Counts rows, as a 64-bit number.</summary>
    public abstract string CountRows { get; }

    /// <summary>Statements are sent with numbered parameters: with named ones the provider would look for them in the text each time.</summary>
    public virtual bool NumbersParameters => false;

    /// <summary>Behind a table's name, in a query that locks the rows it reads.</summary>
    public virtual string LockHint => "";

    /// <summary>At the end of a query that locks the rows it reads.</summary>
    public virtual string LockSuffix => "";

    /// <summary>A condition that an expression equals an element of the list parameter of that name.</summary>
    public abstract string IsIn(string expression, string parameter, StoreKind kind);

    /// <summary>A column by which no index shall be read, since the order of the rows comes from it.</summary>
    public virtual string AsIs(string column) => column;

    /// <summary>A condition that an id is among those that another query finds, or isn't.</summary>
    /// <param name="id">Of the record.</param>
    /// <param name="found">The other query's column, never null.</param>
    /// <param name="source">Where the other query looks; it depends on no row of this one.</param>
    public virtual string IsAmong(string id, string found, string source, string condition, bool negated) =>
        $"{(negated ? "NOT " : "")}EXISTS (SELECT 1 FROM {source} WHERE {condition} AND {found} = {id})";

    /// <summary>At the end of a query within EXISTS that is asked for each row by itself: its rows aren't gathered beforehand.</summary>
    public virtual string RowByRow => "";

    /// <summary>The elements of a list parameter of 64-bit numbers as a row source with the one column <c>v</c>.</summary>
    public abstract string Rows(string parameter, string alias);

    /// <summary>The first element of a list parameter of 64-bit numbers.</summary>
    public abstract string FirstOf(string parameter);

    /// <summary>A condition that a text holds another one; no character is a wildcard.</summary>
    public abstract string Contains(string expression, string text);

    /// <summary>A condition that a text ends with another one.</summary>
    public abstract string EndsWith(string expression, string text);

    /// <summary>The value of the parameter that names a property of the JSON column of custom fields.</summary>
    public abstract string CustomProperty(string name);

    /// <summary>
    /// The value of a property of a JSON column: as <see cref="StoreKind.Text"/> or as <see cref="StoreKind.Int64"/>; null where there is none.
    /// </summary>
    /// <param name="property">The parameter whose value <see cref="CustomProperty"/> made.</param>
    public abstract string Custom(string column, string property, StoreKind kind);

    /// <summary>A date or moment of a JSON column, as a column of its own would hold it; null where there is none.</summary>
    public virtual string CustomTime(string column, string property, StoreKind kind) => Custom(column, property, StoreKind.Text);

    /// <summary>Something that isn't null where a property of a JSON column is there, also when it is an array.</summary>
    public virtual string CustomPresence(string column, string property) => Custom(column, property, StoreKind.Text);

    /// <summary>A true or false of a JSON column as 1 or 0.</summary>
    public abstract string CustomBoolean(string column, string property);

    /// <summary>The end of a statement after its ORDER BY: the first rows only.</summary>
    public abstract string First(int rows);

    /// <summary>The end of a statement without an order: some rows, no more than so many.</summary>
    public virtual string Any(int rows) => First(rows);

    /// <summary>One key of an ORDER BY: NULL is the smallest value.</summary>
    /// <param name="isNullable">False for a column that is never null.</param>
    public abstract string Ordered(string expression, bool descending, bool isNullable);

    /// <summary>The value of the parameter that names a zone for <see cref="LocalDay"/>.</summary>
    public virtual string ZoneName(TimeZoneInfo zone) => zone.Id;

    /// <summary>The day of a moment in a zone.</summary>
    public abstract string LocalDay(string moment, string zone);

    /// <summary>The first day of the week (its Monday), month, quarter or year in which a day lies.</summary>
    public abstract string StartOf(string day, PeriodUnit unit);

    /// <summary>
    /// An amount in the base currency: the product of ten-thousandths with a rate of hundred-millionths, rounded half to even; null where there is
    /// no rate. Does what <see cref="Settings.ExchangeRates.ToBase"/> does.
    /// </summary>
    public abstract string ToBase(string amount, string rate);

    /// <summary>The sum of 64-bit numbers as a 64-bit number, null over no rows.</summary>
    public abstract string Sum(string expression);

    /// <summary>Counts the rows where the expression isn't null, as a 64-bit number.</summary>
    public abstract string CountOf(string expression);

    /// <summary>A quoted name; the double quote is every provider's.</summary>
    public static string Quote(string name) => $"\"{name}\"";
}
