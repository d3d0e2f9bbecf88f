using System.Text.RegularExpressions;
using Microsoft.SqlServer.Dac.Model;

namespace ClientLedger.SqlServer.Check;

/// <summary>The database as SQL Server 2019 would know it, made from its create script; queries are checked against it.</summary>
internal sealed partial class LedgerModel : IDisposable
{
    private readonly TSqlModel model = new(SqlServerVersion.Sql150, new TSqlModelOptions());

    /// <summary>Adds the batches of a script. Answers with what stands against one, alone or among the others.</summary>
    public IReadOnlyList<string> Add(string script)
    {
        var errors = new List<string>();
        foreach (var batch in Batches.Of(script))
        {
            errors.AddRange(AddBatch(batch));
        }

        errors.AddRange(model.Validate().Select(Show));
        return errors;
    }

    /// <summary>Adds queries, each as the body of a procedure of its name. Answers with the errors of each that has some.</summary>
    public ILookup<string, string> AddQueries(IReadOnlyDictionary<string, string> queries)
    {
        var errors = new List<(string Query, string Error)>();
        foreach (var (name, text) in queries)
        {
            var procedure = $"CREATE PROCEDURE [check_{name}] AS\nBEGIN\n{text}\nEND";
            errors.AddRange(AddBatch(procedure).Select(error => (name, error)));
        }

        foreach (var message in model.Validate())
        {
            errors.Add((Procedure().Match(message.Message).Groups["name"].Value, Show(message)));
        }

        return errors.ToLookup(x => x.Query, x => x.Error, StringComparer.Ordinal);
    }

    public void Dispose() => model.Dispose();

    private List<string> AddBatch(string batch)
    {
        var errors = Batches.ParseErrors(batch).ToList();
        if (errors.Count == 0)
        {
            try
            {
                model.AddObjects(batch);
            }
            catch (Exception exception) when (exception is DacModelException or ArgumentException)
            {
                errors.Add(exception.Message);
            }
        }

        return errors;
    }

    private static string Show(DacModelMessage message) => $"{message.MessageType} {message.Prefix}{message.Number}: {message.Message}";

    [GeneratedRegex(@"\[check_(?<name>[^\]]+)\]", RegexOptions.None, 1_000)]
    private static partial Regex Procedure();
}
