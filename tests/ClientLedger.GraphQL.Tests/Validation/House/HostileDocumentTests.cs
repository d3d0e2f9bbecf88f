using ClientLedger.GraphQL.Language;
using ClientLedger.GraphQL.Types;
using ClientLedger.GraphQL.Validation;
using ClientLedger.GraphQL.Validation.Facts;
using ClientLedger.GraphQL.Validation.Rules.House;

namespace ClientLedger.GraphQL.Tests.Validation.House;

/// <summary>What hostile documents cost grows with their length, whatever is in them. Bytes that a thread allocates stand for its work, since a walk can't go on without making something.</summary>
public sealed class HostileDocumentTests
{
    private static readonly Schema Schema = new SchemaBuilder().Sdl("type Query { a(x: Int): Int q: Query i: I } interface I { a: Int i: I }").Build();

    public static TheoryData<string, Func<int, string>> Kinds() => new()
    {
        { "one field many times", size => $"{{ {Repeat(size, _ => "a ")} }}" },
        { "many aliases of one field", size => $"{{ {Repeat(size, index => $"a{index}: a ")} }}" },
        { "one key with many arguments", size => $"{{ {Repeat(size, index => $"x: a(x: {index}) ")} }}" },
        { "one object many times", size => $"{{ {Repeat(size, _ => "q { q { a } } ")} }}" },
        { "fragments in a chain", size => $"{{ ...F0 }} {Repeat(size, index => $"fragment F{index} on Query {{ a ...F{index + 1} }} ")} fragment F{size} on Query {{ a }}" },
        { "fragments in a circle", size => $"{{ ...F0 }} {Repeat(size, index => $"fragment F{index} on Query {{ a ...F{(index + 1) % size} }} ")}" },
        { "fragments that double", size => $"{{ ...F0 }} {Repeat(size, index => $"fragment F{index} on Query {{ q {{ ...F{index + 1} }} q {{ ...F{index + 1} }} }} ")} fragment F{size} on Query {{ a }}" },
        { "one fragment many times", size => $"{{ {Repeat(size, _ => "...F ")} }} fragment F on Query {{ q {{ a }} }}" },
        { "fragments that spread each other", size => $"{{ ...F0 }} {Repeat(20, index => $"fragment F{index} on Query {{ {Repeat(size / 20, to => $"...F{to % 20} ")} a }} ")}" },
        { "unknown names", size => $"{{ {Repeat(size, index => $"unknown{index} ")} }}" },
        { "introspection in circles", size => $"{{ __schema {{ types {{ {Repeat(size, _ => "ofType { kind } ")} }} }} }}" },
        { "variables that nobody uses", size => $"query ({Repeat(size, index => $"$v{index}: Int ")}) {{ a }}" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Validation_is_linear_in_the_document(string kind, Func<int, string> make)
    {
        Assert.NotEmpty(kind);
        Validate(make(100));
        var (once, twice) = (Validate(make(800)), Validate(make(1_600)));
        Assert.True(twice < 3 * once + 100_000, $"Twice as long, and {(double)twice / once:F1} times the work: {once:N0} and {twice:N0} bytes.");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Measuring_is_linear_in_the_document(string kind, Func<int, string> make)
    {
        Assert.NotEmpty(kind);
        var document = Parser.Parse(make(2_000), ParserOptions.Trusted);
        var extents = new DocumentExtents(document);
        foreach (var operation in document.Definitions.OfType<OperationDefinitionNode>())
        {
            extents.Of(operation);
        }

        Assert.InRange(extents.Steps, 1, 2 * document.TokenCount);
    }

    [Fact]
    public void Many_operations_that_reach_many_fragments_are_given_up()
    {
        var text = Repeat(500, index => $"query Q{index} {{ {Repeat(500, fragment => $"...F{fragment} ")} }} ") + Repeat(500, index => $"fragment F{index} on Query {{ a(x: $v) }} ");
        var errors = Validator.Validate(Schema, Parser.Parse(text, ParserOptions.Trusted), new ValidationOptions { MaxErrors = 1_000_000 });
        Assert.Contains(errors, error => error.Message == "Validation aborted.");
    }

    /// <summary>What a validation allocates.</summary>
    private static long Validate(string text)
    {
        var document = Parser.Parse(text, ParserOptions.Trusted);
        _ = FactCollector.Collect(Schema, document);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Validator.Validate(Schema, document);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string Repeat(int count, Func<int, string> make) => string.Concat(Enumerable.Range(0, count).Select(make));
}
