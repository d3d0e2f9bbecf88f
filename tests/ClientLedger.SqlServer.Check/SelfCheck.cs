namespace ClientLedger.SqlServer.Check;

/// <summary>Faults planted in a small model: a check that doesn't find them proves nothing.</summary>
internal static class SelfCheck
{
    private const string Model = """
        CREATE TABLE [Planted] ([TenantId] int NOT NULL, [Id] bigint NOT NULL, [Name] nvarchar(200) NULL, PRIMARY KEY ([TenantId], [Id]));
        GO
        CREATE INDEX [IX_Planted_Name] ON [Planted] ([TenantId], [Name]) WHERE [Name] IS NOT NULL;
        GO
        """;

    private static readonly Dictionary<string, string> Good = new(StringComparer.Ordinal)
    {
        ["page"] = "DECLARE @tenant int = 1; SELECT [Id], [Name] FROM [Planted] WHERE [TenantId] = @tenant ORDER BY [Name] OFFSET 0 ROWS FETCH NEXT 50 ROWS ONLY;",
        ["json"] = "DECLARE @ids nvarchar(max) = N'[1]'; SELECT p.[Id] FROM [Planted] p JOIN OPENJSON(@ids) WITH ([value] bigint '$') i ON i.[value] = p.[Id];",
    };

    private static readonly Dictionary<string, string> Bad = new(StringComparer.Ordinal)
    {
        ["column"] = "SELECT [Nmae] FROM [Planted];",
        ["inner_column"] = "SELECT 1 FROM [Planted] p WHERE EXISTS (SELECT 1 FROM [Planted] q WHERE q.[Parent] = p.[Id]);",
        ["table"] = "SELECT 1 FROM [Panted];",
        ["variable"] = "SELECT [Id] FROM [Planted] WHERE [TenantId] = @tenant;",
        ["dialect"] = "SELECT [Id] FROM [Planted] LIMIT 1;",
    };

    /// <summary>What the check doesn't find, or finds where nothing is.</summary>
    public static IEnumerable<string> Failures()
    {
        using var model = new LedgerModel();
        foreach (var error in model.Add(Model))
        {
            yield return $"the planted model is right, but: {error}";
        }

        foreach (var errors in model.AddQueries(Good))
        {
            yield return $"the planted query '{errors.Key}' is right, but: {errors.First()}";
        }

        var found = model.AddQueries(Bad);
        foreach (var missed in Bad.Keys.Where(name => !found.Contains(name)))
        {
            yield return $"the fault '{missed}' was planted and not found.";
        }

        using var other = new LedgerModel();
        if (other.Add(Model.Replace("[TenantId], [Name])", "[TenantId], [Nmae])", StringComparison.Ordinal)).Count == 0)
        {
            yield return "the fault in the index was planted and not found.";
        }
    }
}
