using System.Reflection;
using System.Runtime.CompilerServices;
using ClientLedger.TestKit;

namespace ClientLedger.Architecture.Tests;

/// <summary>What is built from <c>src</c>.</summary>
internal static class Product
{
    /// <summary>Every project under <c>src</c> but the stand-in, which carries another product's names.</summary>
    public static IReadOnlyList<Assembly> Assemblies { get; } =
    [
        .. Repository.Files("src", "*.csproj")
            .Where(path => !path.StartsWith("src/Compat/", StringComparison.Ordinal))
            .Select(path => Assembly.Load(Path.GetFileNameWithoutExtension(path))),
    ];

    /// <summary>The types that somebody wrote.</summary>
    public static IEnumerable<Type> Types => Assemblies.SelectMany(assembly => assembly.GetTypes()).Where(type => !IsGenerated(type));

    /// <summary>The sources under <c>src</c>, without generated migrations.</summary>
    public static IReadOnlyList<SourceFile> Sources { get; } =
    [
        .. Repository.Files("src", "*.cs").Concat(Repository.Files("src", "*.cshtml"))
            .Where(path => !path.Contains("/Migrations/", StringComparison.Ordinal))
            .Select(path => new SourceFile(path, File.ReadAllText(Repository.PathOf(path)))),
    ];

    /// <summary>Whether a compiler, Razor or EF Core's scaffolder wrote it.</summary>
    public static bool IsGenerated(Type type) =>
        type.Name.Contains('<', StringComparison.Ordinal)
        || type.Namespace is null or "AspNetCoreGeneratedDocument"
        || type.Namespace.StartsWith("Microsoft.", StringComparison.Ordinal)
        || type.Namespace.StartsWith("System.", StringComparison.Ordinal)
        || type.Namespace.Split('.').Contains("Migrations", StringComparer.Ordinal)
        || type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
        || (type.DeclaringType is { } outer && IsGenerated(outer));
}
