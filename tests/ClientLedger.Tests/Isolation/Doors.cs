using System.Reflection;
using ClientLedger.Storage;
using ClientLedger.Tenancy;
using Microsoft.Extensions.Hosting;

namespace ClientLedger.Tests.Isolation;

/// <summary>The ways into a ledger, found by reflection.</summary>
internal static class Doors
{
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

    /// <summary>What runs without anybody asking: hosted services, and classes that a scheduler calls.</summary>
    public static IReadOnlySet<string> Jobs() => new[] { typeof(LedgerScope).Assembly, typeof(ClientLedger.Web.LedgerHost).Assembly }
        .SelectMany(assembly => assembly.GetTypes())
        .Where(type => type is { IsClass: true, IsAbstract: false } && type.GetInterfaces().Any(each => each == typeof(IHostedService) || each.Name == "IJob"))
        .Select(type => type.Name)
        .ToHashSet();

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
