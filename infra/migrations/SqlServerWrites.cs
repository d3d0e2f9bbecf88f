using ClientLedger.SqlServer;
using ClientLedger.Storage;
using ClientLedger.Writing.Sql;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ClientLedger.Migrations;

/// <summary>The statements by which rows are written on SQL Server, one of each kind for each table, for the check against the model.</summary>
internal static class SqlServerWrites
{
    /// <summary>Writes <c>queries/insert_TABLE.sql</c>, <c>update_</c> and <c>delete_</c> below a folder.</summary>
    public static async Task WriteAsync(string folder)
    {
        var queries = Directory.CreateDirectory(Path.Combine(folder, "queries")).FullName;
        await using var context = new LedgerContext(SqlServerLedger.Options("Server=localhost"), tenantId: 0);
        foreach (var type in context.Model.GetEntityTypes())
        {
            var keys = type.FindPrimaryKey()!.Properties;
            var others = type.GetProperties().Except(keys).ToList();
            var named = RowsOf(type, keys);
            await SaveAsync("insert", type, SqlServerTableWriter.InsertText(RowsOf(type, [.. keys, .. others])));
            await SaveAsync("delete", type, SqlServerTableWriter.DeleteText(named));
            if (others.Count > 0)
            {
                await SaveAsync("update", type, SqlServerTableWriter.UpdateText(RowsOf(type, [.. keys, .. others]), keys.Count, report: 0));
            }
        }

        Task SaveAsync(string verb, IEntityType type, string text) =>
            File.WriteAllTextAsync(Path.Combine(queries, $"{verb}_{type.GetTableName()}.sql"), $"DECLARE @rows nvarchar(max) = N'[]';\n{text};\n");
    }

    private static TableRows RowsOf(IEntityType type, IEnumerable<IProperty> properties)
    {
        var table = new PlainTable(type);
        var rows = new TableRows(table.Name);
        foreach (var property in properties)
        {
            rows.Add(table[property.Name]);
        }

        return rows;
    }
}
