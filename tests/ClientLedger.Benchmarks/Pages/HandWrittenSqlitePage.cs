using System.Buffers;
using ClientLedger.Fields;
using Microsoft.Data.Sqlite;

namespace ClientLedger.Benchmarks.Pages;

/// <summary>The page by Microsoft.Data.Sqlite: one connection that stays open, and one command that stays prepared.</summary>
internal sealed class HandWrittenSqlitePage : HandWrittenPage
{
    private readonly SqliteConnection connection;
    private readonly SqliteCommand command;

    public HandWrittenSqlitePage(string address, PageQuestion question)
    {
        connection = new SqliteConnection(address);
        connection.Open();
        command = new SqliteCommand(
            $"""
            SELECT {Columns} c."Custom" ->> '$.tier', c."Custom" ->> '$.note' FROM "Customers" c
            WHERE c."TenantId" = $1 AND c."DeletedAt" IS NULL AND {question.SqliteCondition}
            ORDER BY c."UpdatedAt" DESC, c."Id" LIMIT {PageQuestion.Size + 1}
            """,
            connection);
        command.Parameters.AddWithValue("$1", 0);
        command.Parameters.AddWithValue("$2", question.Value);
        if (question.SqliteCondition.Contains("$3", StringComparison.Ordinal))
        {
            command.Parameters.AddWithValue("$3", 0);
        }

        command.Prepare();
    }

    public override async Task<bool> ReadAsync(int tenant, IBufferWriter<byte> output)
    {
        command.Parameters[0].Value = tenant;
        if (command.Parameters.Count > 2)
        {
            command.Parameters[2].Value = CustomField.FirstId + (tenant * 10);
        }

        await using var reader = await command.ExecuteReaderAsync();
        await using var writer = Begin(output);
        var count = 0;
        while (await reader.ReadAsync())
        {
            if (count++ == PageQuestion.Size)
            {
                break;
            }

            // Moments are stored as they are shown.
            WriteRow(writer, reader, static (json, row, column) => json.WriteStringValue(row.GetString(column)));
        }

        End(writer);
        return count > PageQuestion.Size;
    }

    public override void Dispose()
    {
        command.Dispose();
        connection.Dispose();
        base.Dispose();
    }
}
