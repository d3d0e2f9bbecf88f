using System.Globalization;
using ClientLedger.Settings;
using Npgsql;

namespace ClientLedger.Benchmarks.Api;

/// <summary>
/// The data set of <c>shared/bench</c> in one database twice: as its own tables, and the same rows in the product's. A transaction is an order; what its
/// sheet calls grade is the stage here, which has as many codes.
/// </summary>
internal sealed class BenchTables(string address, string bench)
{
    /// <summary>Tenants of the data set.</summary>
    public const int Tenants = 20;

    private static readonly string[] Scripts = ["01_schema.sql", "02_seed.sql", "03_indexes.sql"];

    private static readonly string[] Filled = ["Customers", "Orders", "CustomerTotals"];

    /// <summary>Makes the data set's own tables. Twelve industries become the sections A to L.</summary>
    public async Task CreateAsync()
    {
        await using var connection = await OpenAsync();
        foreach (var statement in Scripts.SelectMany(script => StatementsOf(File.ReadAllText(Path.Combine(bench, "sql", script)))))
        {
            await RunAsync(connection, statement);
        }
    }

    /// <summary>Puts its rows into the product's tables.</summary>
    /// <param name="tenants">Ids of the product's tenants, in the order of the data set's.</param>
    public async Task FillAsync(IReadOnlyList<int> tenants, string currency)
    {
        await using var connection = await OpenAsync();
        await RunAsync(connection, "SET session_replication_role = replica; SET maintenance_work_mem = '1GB'");
        var indexes = await IndexesAsync(connection);
        await RunAsync(connection, string.Join("; ", indexes.Select(index => index.Drop)));
        await RunAsync(connection, $"""
            CREATE TABLE app.own_tenants (tenant_id int PRIMARY KEY, own int NOT NULL);
            INSERT INTO app.own_tenants VALUES {string.Join(", ", tenants.Select((own, place) => string.Create(CultureInfo.InvariantCulture, $"({place + 1}, {own})")))};
            CREATE TABLE app.own_ids AS SELECT tenant_id, id AS customer, row_number() OVER (ORDER BY created_at, id) * 4096 AS own FROM app.customers;
            CREATE UNIQUE INDEX ON app.own_ids (customer);
            ANALYZE app.own_ids
            """);
        await RunAsync(connection, $$"""
            INSERT INTO "Customers" ("TenantId", "Id", "Version", "CreatedAt", "UpdatedAt", "Number", "NumberKey", "Name", "NameKey", "ShortName", "ShortNameKey", "Kind", "Phones",
                "Emails", "Industry", "Region", "Grade", "Stage", "OwnerId", "Book", "Custom")
            SELECT t.own, m.own, 1, c.created_at, c.updated_at, 'C-' || lpad((m.own / 4096)::text, 7, '0'), 'c-' || lpad((m.own / 4096)::text, 7, '0'), c.name, lower(c.name),
                c.company, lower(c.company), 'organisation', jsonb_build_array(c.phone), jsonb_build_array(c.email),
                chr(64 + array_position(array['retail','manufacturing','logistics','finance','health','education','energy','media','construction','hospitality','agriculture','software'], c.industry)),
                (110000 + array_position(array['north','south','east','west','central','overseas'], c.region))::text,
                (array['ordinary','ordinary','core','important','ordinary'])[array_position(array['lead','prospect','active','dormant','lost'], c.stage)],
                (array['acquire','nurture','develop','maintain','winBack'])[ascii(c.grade) - 64],
                c.owner_id, {{Book.DefaultId}},
                jsonb_build_object('tier', c.custom->>'tier', 'tier~', c.custom->>'tier', 'origin', c.custom->>'source', 'origin~', c.custom->>'source')
            FROM app.customers c JOIN app.own_ids m ON m.customer = c.id JOIN app.own_tenants t ON t.tenant_id = c.tenant_id ORDER BY c.created_at
            """);
        await RunAsync(connection, $$"""
            INSERT INTO "Orders" ("TenantId", "Id", "Version", "CreatedAt", "UpdatedAt", "Number", "NumberKey", "CustomerId", "Kind", "State", "OrderedAt", "Currency", "Amount", "Custom")
            SELECT t.own, x.id * 4096, 1, x.occurred_at, x.occurred_at, x.product || ' ' || x.id, lower(x.product) || ' ' || x.id, m.own, 'purchase', 'completed', x.occurred_at,
                '{{currency}}', (x.amount * 10000)::bigint, jsonb_build_object('quantity', x.qty)
            FROM app.transactions x JOIN app.own_ids m ON m.customer = x.customer_id JOIN app.own_tenants t ON t.tenant_id = x.tenant_id ORDER BY x.occurred_at
            """);
        await RunAsync(connection, """
            INSERT INTO "CustomerTotals" ("TenantId", "CustomerId", "OrderCount", "ReturnCount", "FirstOrderOn", "LastOrderOn", "BaseAmount", "BaseReturned", "WithoutRate")
            SELECT "TenantId", "CustomerId", count(*), 0, min("OrderedAt")::date, max("OrderedAt")::date, sum("Amount"), 0, 0 FROM "Orders" GROUP BY 1, 2
            """);
        foreach (var index in indexes)
        {
            await RunAsync(connection, index.Create);
        }

        foreach (var table in Filled)
        {
            await RunAsync(connection, $"VACUUM ANALYZE \"{table}\"");
        }
    }

    /// <summary>The variables of the data set's requests: ten customers of each industry of each tenant, mixed.</summary>
    public async Task<IReadOnlyList<BenchVariables>> VariablesAsync()
    {
        await using var connection = await OpenAsync();
        await using var command = new NpgsqlCommand(
            """
            SELECT tenant_id, industry, ascii_industry, id, own FROM (
                SELECT c.*, m.own, i."Industry" AS ascii_industry, row_number() OVER (PARTITION BY c.tenant_id, c.industry ORDER BY md5(c.id::text || 's')) k
                FROM app.customers c JOIN app.own_ids m ON m.customer = c.id JOIN app.own_tenants t ON t.tenant_id = c.tenant_id
                JOIN "Customers" i ON i."TenantId" = t.own AND i."Id" = m.own) c
            WHERE k <= 10 ORDER BY md5(id::text)
            """,
            connection) { CommandTimeout = 0 };
        await using var reader = await command.ExecuteReaderAsync();
        var variables = new List<BenchVariables>();
        while (await reader.ReadAsync())
        {
            variables.Add(new(reader.GetInt32(0), reader.GetString(1), reader.GetString(2), reader.GetGuid(3), reader.GetInt64(4)));
        }

        return variables;
    }

    private static async Task<List<(string Drop, string Create)>> IndexesAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(
            """
            SELECT format('DROP INDEX %I', indexname), indexdef FROM pg_indexes i
            WHERE schemaname = 'public' AND tablename = ANY($1) AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conname = i.indexname)
            """,
            connection) { Parameters = { new() { Value = Filled } } };
        await using var reader = await command.ExecuteReaderAsync();
        var indexes = new List<(string, string)>();
        while (await reader.ReadAsync())
        {
            indexes.Add((reader.GetString(0), reader.GetString(1)));
        }

        return indexes;
    }

    /// <summary>One by one, since some can't be run within a transaction; without the commands that are psql's own.</summary>
    private static IEnumerable<string> StatementsOf(string script) =>
        string.Join('\n', script.Split('\n').Where(line => !line.StartsWith('\\')).Select(line => line.Split("--")[0])).Split(';').Where(statement => !string.IsNullOrWhiteSpace(statement));

    private async Task<NpgsqlConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(address) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string statement)
    {
        await using var command = new NpgsqlCommand(statement, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }
}

/// <summary>What a request asks for.</summary>
/// <param name="Tenant">Number in the data set, from 1.</param>
/// <param name="Industry">As the data set calls it.</param>
/// <param name="Section">As the product does.</param>
/// <param name="Customer">Id in the data set.</param>
/// <param name="Own">Id in the product.</param>
internal sealed record BenchVariables(int Tenant, string Industry, string Section, Guid Customer, long Own);
