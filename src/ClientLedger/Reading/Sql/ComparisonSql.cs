using ClientLedger.Fields;
using ClientLedger.Reading.Binding;
using ClientLedger.Storage;

namespace ClientLedger.Reading.Sql;

/// <summary>Comparisons of a field with values as conditions.</summary>
internal static class ComparisonSql
{
    public static void Write(SqlText sql, BoundComparison comparison, bool negated)
    {
        // A value that half the records have is best met on the way through the order, a rare one in its index.
        sql.DependsOnValues |= comparison.Field.ByIndex || (comparison.Field.Field is { Indexed: true } && comparison.Field.Ordinal != SystemFields.IdOrdinal);
        if (comparison.Comparison == Comparison.Empty)
        {
            WriteEmpty(sql, comparison.Field, negated);
        }
        else if (comparison.Field.ByIndex)
        {
            WriteByIndex(sql, comparison, negated);
        }
        else if (comparison.Field.Clear is null)
        {
            WriteDirect(sql, comparison, negated);
        }
        else
        {
            sql.Add(negated ? "CASE WHEN (" : "(");
            FilterSql.Write(sql, comparison.Field.Clear);
            sql.Add($" AND {Condition(sql, comparison, Expression(sql, comparison), comparison.Field.Kind)}");
            sql.Add(negated ? ") THEN 1 ELSE 0 END = 0" : ")");
        }
    }

    public static string Sign(Comparison comparison) => comparison switch
    {
        Comparison.Equal => "=",
        Comparison.Less => "<",
        Comparison.LessOrEqual => "<=",
        Comparison.Greater => ">",
        Comparison.GreaterOrEqual => ">=",
        _ => throw new ArgumentOutOfRangeException(nameof(comparison), comparison, "Has no sign."),
    };

    private static void WriteEmpty(SqlText sql, BoundField field, bool negated)
    {
        if (field.Clear is null)
        {
            sql.Add($"{FieldSql.Presence(sql, field)} IS {(negated ? "NOT NULL" : "NULL")}");
            return;
        }

        sql.Add(negated ? "(" : "(NOT (");
        sql.Add("CASE WHEN ");
        FilterSql.Write(sql, field.Clear);
        sql.Add($" AND {FieldSql.Presence(sql, field)} IS NOT NULL THEN 1 ELSE 0 END = 1");
        sql.Add(negated ? ")" : "))");
    }

    private static void WriteDirect(SqlText sql, BoundComparison comparison, bool negated)
    {
        var expression = Expression(sql, comparison);
        var condition = Condition(sql, comparison, expression, comparison.Field.Kind);
        sql.Add(!negated ? condition
            : comparison.Field.IsNeverNull ? $"NOT ({condition})"
            : $"({expression} IS NULL OR NOT ({condition}))");
    }

    /// <summary>Some row of the field index satisfies it.</summary>
    private static void WriteByIndex(SqlText sql, BoundComparison comparison, bool negated)
    {
        var field = comparison.Field;
        var clear = field.Clear is not null;
        sql.Add(clear ? negated ? "CASE WHEN (" : "(" : "");
        if (clear)
        {
            FilterSql.Write(sql, field.Clear!);
            sql.Add(" AND ");
        }

        var index = new FieldIndexSql(sql);
        var kind = Binder.IndexKind(field.Field);
        var value = index.Value(kind);
        var condition = Condition(sql, comparison, comparison.Lower ? $"lower({value})" : value, kind);
        sql.Add(sql.Dialect.IsAmong(
            FieldSql.Column(field.Table, field.Table.Storage.Id), index.RecordId, index.Source, $"{index.IsOf(field)} AND {condition}", negated && !clear));
        sql.Add(clear ? negated ? ") THEN 1 ELSE 0 END = 0" : ")" : "");
    }

    private static string Expression(SqlText sql, BoundComparison comparison)
    {
        var expression = comparison.Comparison switch
        {
            Comparison.HashIn => FieldSql.Hash(sql, comparison.Field, ofTail: false),
            Comparison.TailIn => FieldSql.Hash(sql, comparison.Field, ofTail: true),
            _ => FieldSql.Compared(sql, comparison.Field),
        };
        return comparison.Lower ? $"lower({expression})" : expression;
    }

    private static string Condition(SqlText sql, BoundComparison comparison, string expression, StoreKind kind) => comparison.Comparison switch
    {
        Comparison.In => sql.Dialect.IsIn(expression, sql.Name(comparison.Slot), kind),
        Comparison.HashIn or Comparison.TailIn => sql.Dialect.IsIn(expression, sql.Name(comparison.Slot), StoreKind.Text),
        Comparison.Between => $"({expression} >= {sql.Parameter(comparison.Slot)} AND {expression} < {sql.Parameter(comparison.Slot + 1)})",
        Comparison.Contains => sql.Dialect.Contains(expression, sql.Parameter(comparison.Slot)),
        Comparison.EndsWith => sql.Dialect.EndsWith(expression, sql.Parameter(comparison.Slot)),
        var sign => $"{expression} {Sign(sign)} {sql.Parameter(comparison.Slot)}",
    };
}
