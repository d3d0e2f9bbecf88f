using System.Text;
using ClientLedger.Writing.Sql;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ClientLedger.Sqlite;

/// <summary>
/// A prepared statement that runs once for each row, with a parameter for each column in their order. It speaks to SQLite itself: through the provider's
/// commands every value is boxed, its parameter found by name and a reader made anew for each row, which takes as long as the writing.
/// </summary>
internal sealed class RowStatement : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;
    private byte[] utf8 = new byte[512];

    /// <summary>Prepares it.</summary>
    /// <exception cref="SqliteException">The text is no statement.</exception>
    public RowStatement(SqliteConnection connection, string text)
    {
        database = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(database, text, out statement));
    }

    /// <summary>Runs it with the values of a row.</summary>
    /// <returns>How many rows of the table it changed.</returns>
    /// <exception cref="SqliteException">The row breaks a rule of the table.</exception>
    public int Run(IReadOnlyList<RowColumn> columns, int row)
    {
        for (var place = 0; place < columns.Count; place++)
        {
            Check(Bind(place + 1, columns[place], row));
        }

        Check(raw.sqlite3_step(statement));
        Check(raw.sqlite3_reset(statement));
        return raw.sqlite3_changes(database);
    }

    public void Dispose() => statement.Dispose();

    private int Bind(int place, RowColumn column, int row) => column switch
    {
        RowColumn<string?> texts => texts[row] is { } text ? BindText(place, text) : BindNull(place),
        RowColumn<long?> numbers => numbers[row] is { } number ? raw.sqlite3_bind_int64(statement, place, number) : BindNull(place),
        RowColumn<int?> numbers => numbers[row] is { } number ? raw.sqlite3_bind_int64(statement, place, number) : BindNull(place),
        RowColumn<long> numbers => raw.sqlite3_bind_int64(statement, place, numbers[row]),
        RowColumn<int> numbers => raw.sqlite3_bind_int64(statement, place, numbers[row]),
        RowColumn<bool?> flags => flags[row] is { } flag ? raw.sqlite3_bind_int64(statement, place, flag ? 1 : 0) : BindNull(place),
        RowColumn<DateTime?> moments => moments[row] is { } moment ? BindText(place, SqliteArguments.ToText(moment)) : BindNull(place),
        RowColumn<DateOnly?> dates => dates[row] is { } date ? BindText(place, SqliteArguments.ToText(date)) : BindNull(place),
        RowColumn<byte[]?> blobs => blobs[row] is { } bytes ? BindBytes(place, bytes) : BindNull(place),
        _ => throw new ArgumentException($"SQLite keeps no values of a {column.GetType().Name}.", nameof(column)),
    };

    private int BindNull(int place) => raw.sqlite3_bind_null(statement, place);

    private int BindText(int place, string text)
    {
        if (text.Length == 0)
        {
            // Without a byte there is nothing to point at, which would mean null.
            return raw.sqlite3_bind_text(statement, place, "");
        }

        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (utf8.Length < most)
        {
            utf8 = new byte[most];
        }

        return raw.sqlite3_bind_text(statement, place, utf8.AsSpan(0, Encoding.UTF8.GetBytes(text, utf8)));
    }

    private int BindBytes(int place, byte[] bytes) =>
        bytes.Length == 0 ? raw.sqlite3_bind_zeroblob(statement, place, 0) : raw.sqlite3_bind_blob(statement, place, bytes);

    private void Check(int code) => SqliteException.ThrowExceptionForRC(code, database);
}
