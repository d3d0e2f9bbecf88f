using ClientLedger.GraphQL.Language;
using ClientLedger.GraphQL.Types;
using ClientLedger.GraphQL.Validation;
using ClientLedger.GraphQL.Validation.Rules.House;

namespace ClientLedger.GraphQL.Tests.Validation.House;

/// <summary>What hostile documents cost grows with their length, whatever is in them: counted in steps and in bytes, not in seconds.</summary>
public sealed class HostileDocumentTests
{
    private const int MostStepsPerToken = 20;

    private static readonly Schema Schema = new SchemaBuilder().Sdl("type Query { a(x: Int): Int q: Query i: I } interface I { a: Int i: I }").Build();

    public static TheoryData<string, Func<int, string>> Kinds() => new()
    {
        { "one field many times", size => $"{{ {Repeat(size, _ => "a ")} }}" },
        { "many aliases of one field", size => $"{{ {Repeat(size, index => $"a{index}: a ")} }}" },
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
    public void Validation_takes_steps_and_memory_in_proportion_to_the_document(string kind, Func<int, string> make)
    {
        Assert.NotEmpty(kind);
        Validate(make(100));
        var (once, twice) = (Validate(make(800)), Validate(make(1_600)));
        Assert.InRange(once.Steps, 1, MostStepsPerToken * once.Tokens);
        Assert.InRange(twice.Steps, 1, MostStepsPerToken * twice.Tokens);
        Assert.True(twice.Bytes < 3 * once.Bytes + 100_000, $"Twice as long, and {(double)twice.Bytes / once.Bytes:F1} times the memory: {once.Bytes:N0} and {twice.Bytes:N0} bytes.");
    }

    public static TheoryData<string, Func<int, string>> ConflictingKinds() => new()
    {
        { "every field with every other", size => $"{{ {Repeat(size, index => $"x: a(x: {index}) ")} }}" },
        { "one field with all others", size => $"{{ {Repeat(size, _ => "x: a(x: 1) ")} x: a }}" },
        { "two fields far below", size => $"{{ {Repeat(size, index => $"q {{ q {{ a(x: 1) q {{ a{index}: a }} }} }} ")} q {{ q {{ a }} }} }}" },
        { "every fragment with every other", size => $"{{ {Repeat(size, index => $"...F{index} ")} }} {Repeat(size, index => $"fragment F{index} on Query {{ a(x: {index}) }} ")}" },
        { "fragments that double, and two fields below them", size => $"{{ ...F0 }} {Repeat(size, index => $"fragment F{index} on Query {{ q {{ ...F{index + 1} }} q {{ ...F{index + 1} b{index}: a }} }} ")} fragment F{size} on Query {{ a a(x: 1) }}" },
        { "fragments that spread each other", size => $"{{ ...F0 }} {Repeat(20, index => $"fragment F{index} on Query {{ {Repeat(size / 20, to => $"...F{to % 20} ")} a(x: {index}) }} ")}" },
        { "a large fragment in many places, where nothing conflicts", size => $"{{ {Repeat(size, index => $"b{index}: q {{ ...F c{index}: a }} ")} }} fragment F on Query {{ {Repeat(size, index => $"a{index}: a ")} }}" },
    };

    [Theory]
    [MemberData(nameof(ConflictingKinds))]
    public void Finding_conflicts_takes_steps_in_proportion_to_the_document(string kind, Func<int, string> make)
    {
        Assert.NotEmpty(kind);
        foreach (var size in (int[])[100, 800, 1_600, 10_000])
        {
            var (tokens, steps, _) = Validate(make(size));
            Assert.InRange(steps, 1, 20_000 + ((MostStepsPerToken + 100) * tokens));
        }
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

    [Theory]
    [InlineData(100)]
    [InlineData(800)]
    public void A_large_fragment_may_be_spread_in_many_places(int size)
    {
        var text = $"{{ {Repeat(size, index => $"b{index}: q {{ ...F c{index}: a }} ")} }} fragment F on Query {{ {Repeat(size, index => $"a{index}: a ")} }}";
        Assert.Empty(Validator.Validate(Schema, Parser.Parse(text, ParserOptions.Trusted), ValidationOptions.Default));
    }

    [Fact]
    public void Many_operations_that_reach_many_fragments_are_given_up()
    {
        var text = Repeat(500, index => $"query Q{index} {{ {Repeat(500, fragment => $"...F{fragment} ")} }} ") + Repeat(500, index => $"fragment F{index} on Query {{ a(x: $v) }} ");
        var errors = Validator.Validate(Schema, Parser.Parse(text, ParserOptions.Trusted), new ValidationOptions { MaxErrors = 1_000_000 });
        Assert.Contains(errors, error => error.Message.StartsWith("Validation aborted: following the fragments", StringComparison.Ordinal));
    }

    private static (int Tokens, int Steps, long Bytes) Validate(string text)
    {
        var document = Parser.Parse(text, ParserOptions.Trusted);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var context = Validator.Validate(new ValidationContext(Schema, document, ValidationOptions.Default));
        return (document.TokenCount, context.Work, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static string Repeat(int count, Func<int, string> make) => string.Concat(Enumerable.Range(0, count).Select(make));
}
