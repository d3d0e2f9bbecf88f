using ClientLedger.Fields;
using ClientLedger.Fields.Lists;
using ClientLedger.Fields.Values;
using ClientLedger.Imports.Files;

namespace ClientLedger.Imports.Mapping;

/// <summary>How well the values of a column suit a field.</summary>
internal static class ColumnFit
{
    private const double Unlikely = 0.2;
    private const double Possible = 0.7;

    /// <summary>A factor for the confidence that a heading gives: 1 when the values suit, near 0 when they can't be meant.</summary>
    public static double Of(FieldDescriptor field, ColumnProfile column)
    {
        if (column.Kind == CellKind.Empty)
        {
            return Possible;
        }

        return field.Type switch
        {
            FieldType.Email => column.Kind == CellKind.Email ? 1 : Unlikely,
            FieldType.Phone => column.Kind switch
            {
                CellKind.Phone => 1,
                CellKind.Email or CellKind.Boolean or CellKind.Moment => Unlikely,
                _ => Share(column, text => text.Count(char.IsAsciiDigit) >= 5),
            },
            FieldType.Date or FieldType.Moment => column.Kind is CellKind.Date or CellKind.Moment ? 1 : Unlikely,
            FieldType.Decimal or FieldType.Money or FieldType.Integer => column.Kind == CellKind.Number ? 1 : Unlikely,
            FieldType.Boolean => Share(column, text => FoldedText.Plain(text) is "0" or "1" or "true" or "false" or "yes" or "no" or "y" or "n" or "是" or "否"),
            FieldType.Choice when field.List is { } name && ReferenceLists.Find(name) is { } list => Share(column, text => list.TryResolve(TextCleaning.Line(text), out _, out _)),
            FieldType.WebAddress => Share(column, text => text.Contains('.', StringComparison.Ordinal) && !text.Contains('@', StringComparison.Ordinal)),
            FieldType.TaxNumber or FieldType.NationalId or FieldType.BankAccount => Share(column, text => text.Length >= 8 && text.Any(char.IsAsciiDigit)),
            FieldType.Person or FieldType.Handle => Unlikely,
            FieldType.Text when field.Unique => column.Kind is CellKind.Date or CellKind.Moment or CellKind.Boolean or CellKind.Email ? Unlikely : 1,
            FieldType.Text => column.Kind is CellKind.Moment or CellKind.Email ? Unlikely : 1,
            _ => 1,
        };
    }

    /// <summary>The type of field that values show without a heading that says it; null for the many that could be anything.</summary>
    public static FieldType? TypeOf(ColumnProfile column) => column.Kind switch
    {
        CellKind.Email => FieldType.Email,
        CellKind.Phone => FieldType.Phone,
        CellKind.Text when column.Examples.Count > 0 && column.Examples.All(text => text.Trim().Length == 18 && TaxNumbers.TryParse(text, "CN", out _, out _)) => FieldType.TaxNumber,
        _ => null,
    };

    private static double Share(ColumnProfile column, Func<string, bool> suits) =>
        column.Examples.Count == 0 ? Possible : Math.Max(Unlikely, (double)column.Examples.Count(suits) / column.Examples.Count);
}
