namespace ClientLedger.Architecture.Tests;

/// <summary>Fails with everything that was found, one a line.</summary>
internal static class Violations
{
    public static void None(IEnumerable<string> found)
    {
        var lines = found.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (lines.Count > 0)
        {
            Assert.Fail(string.Join('\n', lines));
        }
    }
}
