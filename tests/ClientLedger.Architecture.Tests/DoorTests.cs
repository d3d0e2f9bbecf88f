using System.Reflection;
using ClientLedger.Access;
using ClientLedger.Jobs;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Hosting;

namespace ClientLedger.Architecture.Tests;

/// <summary>Every way in says who may use it.</summary>
public sealed class DoorTests
{
    [Fact]
    public void Every_page_handler_and_job_declares_its_access() => Violations.None(
        Product.Assemblies.SelectMany(assembly => assembly.GetTypes()).SelectMany(Undeclared));

    [Fact]
    public void Finds_a_planted_job_and_a_planted_page()
    {
        Assert.Single(Undeclared(typeof(PlantedJob)));
        Assert.Single(Undeclared(typeof(PlantedPage)));
        Assert.Empty(Undeclared(typeof(DeclaredPage)));
    }

    private static IEnumerable<string> Undeclared(Type type)
    {
        if (type.IsAbstract || type.GetCustomAttribute<DoorAccessAttribute>() is { } declared && (declared.Admission != Admission.System || declared.Actor is not null))
        {
            return [];
        }

        return type.IsAssignableTo(typeof(IHostedService)) || type.IsAssignableTo(typeof(IJob)) ? [$"{type} doesn't say what it acts as."]
            : type.IsAssignableTo(typeof(PageModel)) ? Handlers(type).Where(handler => handler.GetCustomAttribute<DoorAccessAttribute>() is null).Select(handler => $"{type}.{handler.Name} doesn't say who may come in.")
            : [];
    }

    private static IEnumerable<MethodInfo> Handlers(Type page) => page.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
        .Where(method => method.Name.StartsWith("On", StringComparison.Ordinal));

    private sealed class PlantedJob : BackgroundService
    {
        protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.CompletedTask;
    }

    private sealed class PlantedPage : PageModel
    {
        public void OnGet() => ViewData.Clear();
    }

    [DoorAccess(Admission.Member)]
    private sealed class DeclaredPage : PageModel
    {
        public void OnGet() => ViewData.Clear();
    }
}
