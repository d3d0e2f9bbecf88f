using System.Buffers;
using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using ClientLedger.Fields;
using Npgsql;

namespace ClientLedger.Benchmarks.Pages;

/// <summary>The page by Npgsql: prepared statements on pooled connections, tenant and query sent as one batch under the app's role.</summary>
internal sealed class HandWrittenPostgresPage(NpgsqlDataSource source, PageQuestion question) : HandWrittenPage
{
    private readonly string text =
        $"""
        SELECT {Columns} c."Custom" ->> 'tier', c."Custom" ->> 'note' FROM "Customers" c
        WHERE c."TenantId" = $1 AND c."DeletedAt" IS NULL AND {question.PostgresCondition}
        ORDER BY c."UpdatedAt" DESC, c."Id" LIMIT {PageQuestion.Size + 1}
        """;

    /// <summary>What is looked up in the field index is planned for its value, as the gate does: a plan for all values is many times slower.</summary>
    private readonly string begin = question.PostgresCondition.Contains("FieldIndex", StringComparison.Ordinal)
        ? "SELECT set_config('app.tenant', $1, true), set_config('plan_cache_mode', 'force_custom_plan', true)"
        : "SELECT set_config('app.tenant', $1, true)";

    public override async Task<bool> ReadAsync(int tenant, IBufferWriter<byte> output)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new NpgsqlBatchCommand(begin)
                {
                    Parameters = { new NpgsqlParameter<string> { TypedValue = tenant.ToString(CultureInfo.InvariantCulture) } },
                },
                Page(tenant),
            },
        };
        await using var reader = await batch.ExecuteReaderAsync();
        await reader.NextResultAsync();
        await using var writer = Begin(output);
        var count = 0;
        while (await reader.ReadAsync())
        {
            if (count++ == PageQuestion.Size)
            {
                break;
            }

            WriteRow(writer, reader, WriteMoment);
        }

        End(writer);
        return count > PageQuestion.Size;
    }

    private NpgsqlBatchCommand Page(int tenant)
    {
        var page = new NpgsqlBatchCommand(text)
        {
            Parameters = { new NpgsqlParameter<int> { TypedValue = tenant }, new NpgsqlParameter<string> { TypedValue = question.Value } },
        };
        if (text.Contains("$3", StringComparison.Ordinal))
        {
            page.Parameters.Add(new NpgsqlParameter<int> { TypedValue = CustomField.FirstId + (tenant * 10) });
        }

        return page;
    }

    private static void WriteMoment(Utf8JsonWriter writer, DbDataReader row, int column)
    {
        Span<byte> moment = stackalloc byte[24];
        row.GetDateTime(column).TryFormat(moment, out var written, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        writer.WriteStringValue(moment[..written]);
    }
}
