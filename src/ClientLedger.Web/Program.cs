var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHealthChecks();

var app = builder.Build();
app.MapHealthChecks("/health");
await app.RunAsync();

/// <summary>The host. Public, so that tests can start it.</summary>
public sealed partial class Program;
