using System.Reflection;
using System.Runtime.CompilerServices;
using ClientLedger.Sqlite;
using ClientLedger.Storage;
using ClientLedger.Storage.Catalog;
using ClientLedger.Tenancy;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Hosting;

namespace ClientLedger.Tests.Isolation;

/// <summary>The ways into a ledger, found by reflection.</summary>
internal static class Doors
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Type[] Keys = [typeof(LedgerScope), typeof(LedgerContext), typeof(LedgerDatabase), typeof(Shards)];

    /// <summary>
    /// Public methods of the product through which somebody can reach a tenant's rows: they are given a scope, a context, a database or the id of a
    /// tenant, or belong to a type that was. Named <c>Type.Method</c>.
    /// </summary>
    public static IReadOnlySet<string> Methods() => typeof(LedgerScope).Assembly.GetExportedTypes()
        .Where(type => !type.IsAssignableTo(typeof(Delegate)) && type != typeof(LedgerScope) && type != typeof(LedgerContext))
        .SelectMany(MethodsOf)
        .Select(method => $"{method.DeclaringType!.Name}.{method.Name}")
        .ToHashSet();

    /// <summary>
    /// Types that the product keeps to itself and that are given a tenant's key, in a constructor or a method. Pages are left out: their handlers are found
    /// and tried by themselves.
    /// </summary>
    public static IReadOnlySet<string> Inside() => typeof(LedgerScope).Assembly.GetTypes()
        .Where(type => !type.IsVisible && !type.IsAssignableTo(typeof(PageModel)) && !type.IsAssignableTo(typeof(Delegate)) && !IsGenerated(type))
        .Where(type => type.GetConstructors(Declared).Cast<MethodBase>().Concat(type.GetMethods(Declared)).SelectMany(method => method.GetParameters()).Any(IsKey))
        .Select(NameOf)
        .ToHashSet();

    /// <summary>Tables of the catalog whose rows belong to a tenant.</summary>
    public static IReadOnlySet<string> CatalogTables()
    {
        using var catalog = new CatalogContext(SqliteCatalog.Options("Data Source=:memory:"));
        return catalog.Model.GetEntityTypes().Where(type => type.FindProperty("TenantId") is not null).Select(type => type.ClrType.Name).ToHashSet();
    }

    /// <summary>What runs without anybody asking: hosted services, and classes that a scheduler calls.</summary>
    public static IReadOnlySet<string> Jobs() => new[] { typeof(LedgerScope).Assembly, typeof(ClientLedger.Web.LedgerHost).Assembly }
        .SelectMany(assembly => assembly.GetTypes())
        .Where(type => type is { IsClass: true, IsAbstract: false } && type.GetInterfaces().Any(each => each == typeof(IHostedService) || each.Name == "IJob"))
        .Select(type => type.Name)
        .ToHashSet();

    private static bool IsGenerated(Type type) => type.Name.Contains('<', StringComparison.Ordinal) || type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
        || type.Namespace is null or "AspNetCoreGeneratedDocument";

    private static string NameOf(Type type) => type.DeclaringType is { } outer ? $"{NameOf(outer)}.{type.Name}" : type.Name;

    private static IEnumerable<MethodInfo> MethodsOf(Type type)
    {
        var holdsKey = type.GetConstructors().SelectMany(constructor => constructor.GetParameters()).Any(IsKey) || type.IsAssignableTo(typeof(LedgerDatabase));
        return type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(method => !method.IsSpecialName && method.GetBaseDefinition().DeclaringType != typeof(object) && method.Name is not (nameof(IDisposable.Dispose) or nameof(IAsyncDisposable.DisposeAsync)))
            .Where(method => holdsKey || method.GetParameters().Any(IsKey));
    }

    private static bool IsKey(ParameterInfo parameter) =>
        Keys.Contains(parameter.ParameterType) || (parameter.ParameterType == typeof(int) && parameter.Name is "tenantId" or "tenant");
}
