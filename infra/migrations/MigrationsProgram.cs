namespace ClientLedger.Migrations;

/// <summary>What is made from the model when the product is built, not when it runs.</summary>
internal static class MigrationsProgram
{
    private static async Task<int> Main(string[] arguments)
    {
        switch (arguments)
        {
            case ["add", var name]:
                await Scaffold.AddAsync(name, Console.Out);
                return 0;
            case ["rebuild"]:
                await Scaffold.RebuildAsync(Console.Out);
                return 0;
            case ["sqlserver-script", var folder]:
                await SqlServerScript.WriteAsync(folder);
                await SqlServerWrites.WriteAsync(folder);
                return 0;
            default:
                await Console.Error.WriteLineAsync("Commands: add NAME, rebuild, sqlserver-script FOLDER");
                return 2;
        }
    }
}
