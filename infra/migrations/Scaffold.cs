#pragma warning disable EF1001 // The scaffolder's services have no public way in but the dotnet-ef tool, which knows one provider at a time.
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Design.Internal;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.Extensions.DependencyInjection;

namespace ClientLedger.Migrations;

/// <summary>Writes migrations for every context and provider.</summary>
internal static class Scaffold
{
    /// <summary>Writes a migration where a model has changed since its newest, and tells what it wrote.</summary>
    /// <param name="name">Pascal case, what the migration is for.</param>
    public static async Task AddAsync(string name, TextWriter output)
    {
        foreach (var migrated in MigratedContext.All)
        {
            await using var context = migrated.Create();
            if (context.Database.HasPendingModelChanges())
            {
                await WriteAsync(migrated, context, name, static _ => { }, output);
            }
        }
    }

    /// <summary>
    /// Replaces all migrations by one, <c>Initial</c>, for each context and provider. Only for as long as no database exists that anybody keeps.
    /// </summary>
    public static async Task RebuildAsync(TextWriter output)
    {
        foreach (var migrated in MigratedContext.All)
        {
            var folder = FolderOf(migrated);
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }

            await using var context = migrated.Create();
            await WriteAsync(migrated, context, "Initial", services => services.AddSingleton<IMigrationsAssembly, NoMigrations>(), output);
        }
    }

    private static async Task WriteAsync(MigratedContext migrated, DbContext context, string name, Action<IServiceCollection> change, TextWriter output)
    {
        var reports = new OperationReporter(new OperationReportHandler(message => throw new InvalidOperationException(message), output.WriteLine));
        var services = new DesignTimeServicesBuilder(typeof(Scaffold).Assembly, typeof(Scaffold).Assembly, reports, []).CreateServiceCollection(context);
        change(services);
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        var scaffolder = scope.ServiceProvider.GetRequiredService<IMigrationsScaffolder>();
        var migration = scaffolder.ScaffoldMigration(name, migrated.Project, "Migrations." + migrated.Name, "C#");
        var files = scaffolder.Save(ProjectOf(migrated), migration, FolderOf(migrated), dryRun: false);
        await output.WriteLineAsync(files.MigrationFile);
    }

    private static string ProjectOf(MigratedContext migrated) => Path.Combine(SourceFolder(), migrated.Project);

    private static string FolderOf(MigratedContext migrated) => Path.Combine(ProjectOf(migrated), "Migrations", migrated.Name);

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
