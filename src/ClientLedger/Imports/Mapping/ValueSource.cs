using System.Text.Json.Serialization;

namespace ClientLedger.Imports.Mapping;

/// <summary>Where a value comes from. Columns are named by their headings, which are unique in a file.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(FromColumn), "column")]
[JsonDerivedType(typeof(FromColumns), "columns")]
[JsonDerivedType(typeof(JoinedColumns), "joined")]
[JsonDerivedType(typeof(ProductOfColumns), "product")]
[JsonDerivedType(typeof(RunningNumber), "runningNumber")]
[JsonDerivedType(typeof(Constant), "constant")]
[JsonDerivedType(typeof(RecordOfLine), "line")]
[JsonDerivedType(typeof(RecordByField), "record")]
public abstract record ValueSource;

/// <summary>The cell of a column.</summary>
public sealed record FromColumn(string Column) : ValueSource;

/// <summary>The cells of several columns together, for a field of several values.</summary>
public sealed record FromColumns(IReadOnlyList<string> Columns) : ValueSource;

/// <summary>The cells of columns as one text, as order and product number; empty when one of them is.</summary>
public sealed record JoinedColumns(IReadOnlyList<string> Columns, string Separator) : ValueSource;

/// <summary>The numbers of columns multiplied, rounded half to even at four places, as quantity, price and rate of discount; empty when one of them is.</summary>
public sealed record ProductOfColumns(IReadOnlyList<string> Columns) : ValueSource;

/// <summary>
/// The value of a column and the line's running number among the lines of the file that share the value: 536365-1, 536365-2. It depends on the
/// file alone and not on what became of other lines (<see cref="RowMarks"/>). A plan has at most one column to number by.
/// </summary>
public sealed record RunningNumber(string Group, string Separator) : ValueSource;

/// <summary>The same text for every line.</summary>
public sealed record Constant(string Value) : ValueSource;

/// <summary>For a reference: the record of another entity that the same line fills.</summary>
public sealed record RecordOfLine(string Entity) : ValueSource;

/// <summary>For a reference: the one record of the ledger whose field has the cell's value, the customer of that number.</summary>
public sealed record RecordByField(string Field, string Column) : ValueSource;
