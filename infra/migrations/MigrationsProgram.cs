namespace ClientLedger.Migrations;

/// <summary>Writes the migrations of the three providers. Its commands come with the contexts.</summary>
internal static class MigrationsProgram
{
    private static int Main(string[] arguments)
    {
        Console.Error.WriteLine($"Unknown command '{string.Join(' ', arguments)}'.");
        return 2;
    }
}
