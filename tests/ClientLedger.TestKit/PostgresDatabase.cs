using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace ClientLedger.TestKit;

/// <summary>A fresh database of the run's PostgreSQL cluster, dropped when it is disposed of.</summary>
public sealed class PostgresDatabase : IAsyncDisposable
{
    private static int created;

    private PostgresDatabase(string name) => Name = name;

    public string Name { get; }

    /// <summary>The superuser's connection string. Row-level security doesn't hold it back.</summary>
    public string Address => PostgresCluster.AddressOf(Name);

    /// <summary>The connection string of another role, made by <see cref="EnsureRoleAsync"/>.</summary>
    public string AddressOf(string role, string password) =>
        new NpgsqlConnectionStringBuilder(Address) { Username = role, Password = password }.ConnectionString;

    /// <summary>An empty database.</summary>
    public static Task<PostgresDatabase> CreateAsync() => CopyAsync("template0");

    /// <summary>
    /// A copy of a prepared database. The first who asks for a key prepares it, in this run or in this process; all others copy.
    /// </summary>
    /// <param name="key">Names what is prepared; the same key must always mean the same content.</param>
    /// <param name="prepare">Fills an empty database; given the superuser's connection string.</param>
    public static async Task<PostgresDatabase> CreateAsync(string key, Func<string, Task> prepare)
    {
        var template = "template_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..24];
        await PrepareOnceAsync(template, prepare);
        return await CopyAsync(template);
    }

    /// <summary>Makes a login role that owns nothing and is under row-level security, unless the cluster has it: roles belong to all databases.</summary>
    public static Task EnsureRoleAsync(string role, string password) => PostgresCluster.RunAsync($"""
        DO $$ BEGIN
          PERFORM pg_advisory_xact_lock(hashtext('{role}'));
          IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{role}') THEN
            CREATE ROLE "{role}" LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD '{password}';
          END IF;
        END $$
        """);

    public async ValueTask DisposeAsync()
    {
        await PostgresCluster.RunAsync($"""DROP DATABASE IF EXISTS "{Name}" WITH (FORCE)""");
    }

    private static async Task<PostgresDatabase> CopyAsync(string template)
    {
        var number = Interlocked.Increment(ref created);
        var name = string.Create(CultureInfo.InvariantCulture, $"test_{Environment.ProcessId}_{number}");
        await PostgresCluster.RunAsync($"""CREATE DATABASE "{name}" TEMPLATE "{template}" """);
        return new PostgresDatabase(name);
    }

    private static async Task PrepareOnceAsync(string template, Func<string, Task> prepare)
    {
        await using var connection = new NpgsqlConnection(PostgresCluster.Address);
        await connection.OpenAsync();

        // Assemblies run in processes of their own and share the cluster: the lock is the server's.
        await using var wait = new NpgsqlCommand($"SELECT pg_advisory_lock(hashtext('{template}'))", connection);
        await wait.ExecuteNonQueryAsync();
        try
        {
            await using var look = new NpgsqlCommand($"SELECT count(*) FROM pg_database WHERE datname = '{template}'", connection);
            if (await look.ExecuteScalarAsync() is 1L)
            {
                return;
            }

            // Prepared under another name: a preparation that fails leaves no half template behind.
            var draft = "draft_" + template;
            await PostgresCluster.RunAsync($"""DROP DATABASE IF EXISTS "{draft}" WITH (FORCE)""");
            await PostgresCluster.RunAsync($"""CREATE DATABASE "{draft}" TEMPLATE template0""");
            await prepare(PostgresCluster.AddressOf(draft));
            NpgsqlConnection.ClearAllPools();
            await PostgresCluster.RunAsync($"""
                SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{draft}'
                """);
            await PostgresCluster.RunAsync($"""ALTER DATABASE "{draft}" RENAME TO "{template}" """);
        }
        finally
        {
            await using var release = new NpgsqlCommand($"SELECT pg_advisory_unlock(hashtext('{template}'))", connection);
            await release.ExecuteNonQueryAsync();
        }
    }
}
