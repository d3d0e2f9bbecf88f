namespace ClientLedger.Benchmarks.Measuring;

/// <summary>Something that is claimed of the product's speed or size.</summary>
/// <param name="Name">By which it is measured: <c>page-postgres</c>.</param>
/// <param name="Claim">The claim in words.</param>
/// <param name="Measure">Measures it and fills in the sheet.</param>
internal sealed record Figure(string Name, string Claim, Func<Sheet, Task> Measure);
