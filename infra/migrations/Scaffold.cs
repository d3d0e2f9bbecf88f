#pragma warning disable EF1001 // The scaffolder's services have no public way in but the dotnet-ef tool, which knows one provider at a time.
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Design.Internal;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.Extensions.DependencyInjection;

namespace ClientLedger.Migrations;

/// <summary>Writes a migration for every context and provider whose model has changed since its newest.</summary>
internal static class Scaffold
{
    /// <summary>Writes them below <c>src</c> and tells what it wrote.</summary>
    /// <param name="name">Pascal case, what the migration is for.</param>
    public static async Task AddAsync(string name, TextWriter output)
    {
        foreach (var migrated in MigratedContext.All)
        {
            await using var context = migrated.Create();
            if (!context.Database.HasPendingModelChanges())
            {
                continue;
            }

            var project = Path.Combine(SourceFolder(), migrated.Project);
            var reports = new OperationReporter(new OperationReportHandler(message => throw new InvalidOperationException(message), output.WriteLine));
            var services = new DesignTimeServicesBuilder(typeof(Scaffold).Assembly, typeof(Scaffold).Assembly, reports, []).Build(context);
            await using var scope = ((ServiceProvider)services).CreateAsyncScope();
            var scaffolder = scope.ServiceProvider.GetRequiredService<IMigrationsScaffolder>();
            var migration = scaffolder.ScaffoldMigration(name, migrated.Project, "Migrations." + migrated.Name, "C#");
            var files = scaffolder.Save(project, migration, Path.Combine(project, "Migrations", migrated.Name), dryRun: false);
            await output.WriteLineAsync(files.MigrationFile);
        }
    }

    private static string SourceFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ClientLedger.sln")))
            {
                return Path.Combine(folder.FullName, "src");
            }
        }

        throw new InvalidOperationException("Run this from a working copy: migrations are source files.");
    }
}
