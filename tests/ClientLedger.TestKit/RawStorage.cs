using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ClientLedger.Storage;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace ClientLedger.TestKit;

/// <summary>What somebody has who stole the files of a database, or a dump of it.</summary>
public static class RawStorage
{
    /// <summary>The bytes of a database: on SQLite those of every file beside it, its log written back or not; on PostgreSQL those of a <c>pg_dump</c>;
    /// on SQL Server, whose files are its own, every value of every table.</summary>
    /// <param name="address">Connection string of the owner.</param>
    public static async Task<IReadOnlyList<byte[]>> ReadAsync(Provider provider, string address) => provider switch
    {
        Provider.Sqlite => [.. await FilesAsync(address), .. await WrittenBackAsync(address)],
        Provider.Postgres => [await DumpAsync(new NpgsqlConnectionStringBuilder(address))],
        _ => [Encoding.UTF8.GetBytes(await PastTheFences.DumpAsync(provider, address))],
    };

    /// <summary>Forms in which a text betrays itself: its own bytes in two encodings, as hexadecimal and base 64 digits, and the same of its bare SHA-256.</summary>
    public static IReadOnlyList<byte[]> FormsOf(string secret)
    {
        var own = Encoding.UTF8.GetBytes(secret);
        var hash = SHA256.HashData(own);
        List<byte[]> forms = [own, Encoding.Unicode.GetBytes(secret), hash];
        foreach (var bytes in new[] { own, hash })
        {
            var base64 = Convert.ToBase64String(bytes).TrimEnd('=');
            forms.AddRange(new[] { Convert.ToHexString(bytes), Convert.ToHexStringLower(bytes), base64, base64.Replace('+', '-').Replace('/', '_') }.Select(Encoding.ASCII.GetBytes));
        }

        return forms;
    }

    /// <summary>Whether a secret stands in one of these bytes in any of its forms, in any of the ways in which people write it.</summary>
    /// <param name="spellings">With and without spaces, say.</param>
    public static bool HoldsAny(IEnumerable<byte[]> storage, IEnumerable<string> spellings) => spellings.Any(spelling => Holds(storage, spelling));

    /// <summary>Whether a text stands in one of these bytes in any of its forms.</summary>
    public static bool Holds(IEnumerable<byte[]> storage, string text)
    {
        var forms = FormsOf(text);
        return storage.Any(bytes => forms.Any(form => bytes.AsSpan().IndexOf(form) >= 0));
    }

    private static async Task<IReadOnlyList<byte[]>> FilesAsync(string address)
    {
        var files = new List<byte[]>();
        foreach (var path in Directory.GetFiles(Path.GetDirectoryName(new SqliteConnectionStringBuilder(address).DataSource)!).Where(path => !path.EndsWith(".lock", StringComparison.Ordinal)))
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var copy = new MemoryStream();
            await file.CopyToAsync(copy);
            files.Add(copy.ToArray());
        }

        return files;
    }

    private static async Task<IReadOnlyList<byte[]>> WrittenBackAsync(string address)
    {
        await using (var connection = new SqliteConnection(address))
        {
            await connection.OpenAsync();
            await using var command = new SqliteCommand("PRAGMA wal_checkpoint(TRUNCATE)", connection);
            await command.ExecuteNonQueryAsync();
        }

        return await FilesAsync(address);
    }

    private static async Task<byte[]> DumpAsync(NpgsqlConnectionStringBuilder address)
    {
        var start = new ProcessStartInfo(ProgramOf("pg_dump"), ["--host", address.Host!, "--port", $"{address.Port}", "--username", address.Username!, address.Database!])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
            Environment = { ["PGPASSWORD"] = address.Password },
        };
        return await OutputAsync(start);
    }

    /// <summary>A program of PostgreSQL's: where packages put it, the newest first, or else on the path.</summary>
    private static string ProgramOf(string name)
    {
        const string packages = "/usr/lib/postgresql";
        var versions = Directory.Exists(packages) ? Directory.GetDirectories(packages).OrderByDescending(folder => int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture)) : Enumerable.Empty<string>();
        return versions.Select(folder => Path.Combine(folder, "bin", name)).FirstOrDefault(File.Exists) ?? name;
    }

    private static async Task<byte[]> OutputAsync(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        using var output = new MemoryStream();
        await process.StandardOutput.BaseStream.CopyToAsync(output);
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return output.ToArray();
    }
}
