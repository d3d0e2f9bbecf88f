using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Tests.Language;

public sealed class ParserTests
{
    [Fact]
    public void Nodes_know_where_they_begin_and_end()
    {
        var document = Parser.Parse("query Q($a: [Int!]! = [1]) @d {\n  alias: field(x: $a) { ...F } }");
        var operation = Assert.IsType<OperationDefinitionNode>(Assert.Single(document.Definitions));
        var field = Assert.IsType<FieldNode>(Assert.Single(operation.SelectionSet.Selections), exactMatch: false);
        Assert.Equal("alias: field(x: $a) { ...F }", document.Source.Text[field.Start..field.End]);
        var variable = Assert.Single(operation.Variables);
        Assert.Equal("($a: [Int!]! = [1]", document.Source.Text[(variable.Start - 1)..variable.End]);
        Assert.Equal(new SourceLocation(2, 3), document.Source.LocationOf(field.Start));
        Assert.Equal("alias", field.ResponseKey);
    }

    [Theory]
    [InlineData("{", "Syntax Error: Expected Name, found <EOF>.", 1, 2)]
    [InlineData("{ ...MissingOn }\nfragment MissingOn Type", "Syntax Error: Expected \"on\", found Name \"Type\".", 2, 20)]
    [InlineData("notAnOperation Foo { field }", "Syntax Error: Unexpected Name \"notAnOperation\".", 1, 1)]
    [InlineData("{ f(a: \"x) }", "Syntax Error: Unterminated string.", 1, 13)]
    [InlineData("\"d\" { a }", "Syntax Error: Unexpected description, descriptions are not supported on shorthand queries.", 1, 1)]
    [InlineData("query ($a: Int = $b) { a }", "Syntax Error: Unexpected variable \"$b\" in constant value.", 1, 18)]
    public void A_mistake_is_told_with_its_place(string text, string message, int line, int column)
    {
        var error = Assert.Single(Assert.Throws<GraphQLException>(() => Parser.Parse(text)).Errors);
        Assert.Equal(message, error.Message);
        Assert.Equal([new SourceLocation(line, column)], error.Locations);
        Assert.Equal(ErrorCodes.ParseFailed, error.Code);
    }

    [Fact]
    public void Nesting_is_limited_before_the_stack_is()
    {
        foreach (var text in (string[])[new string('{', 100_000), "{ a(b: " + new string('[', 100_000), "query ($a: " + new string('[', 100_000)])
        {
            var options = ParserOptions.Default with { MaxTokens = int.MaxValue };
            var error = Assert.Throws<GraphQLException>(() => Parser.Parse(text.Replace("{", "{a", StringComparison.Ordinal), options));
            Assert.Equal("Syntax Error: Document is nested more than 200 levels deep. Parsing aborted.", error.Message);
        }
    }

    [Fact]
    public void Tokens_and_bytes_are_limited()
    {
        Assert.Equal(
            "Syntax Error: Document contains more than 3 tokens. Parsing aborted.",
            Assert.Throws<GraphQLException>(() => Parser.Parse("{ a b }", new ParserOptions { MaxTokens = 3 })).Message);
        Assert.Equal(
            "Syntax Error: Document contains more than 8 bytes. Parsing aborted.",
            Assert.Throws<GraphQLException>(() => Parser.Parse("{ a } #客", new ParserOptions { MaxBytes = 8 })).Message);
        Assert.Equal(4, Parser.Parse("{ a b }", new ParserOptions { MaxTokens = 4, MaxBytes = 7 }).TokenCount);
    }

    [Theory]
    [InlineData("\"\\u{1F600} \\uD83D\\uDE00 \\n \\/ \"", "\U0001F600 \U0001F600 \n / ")]
    [InlineData("\"\"\"\n    Hello,\n      World!\n\n    Yours \\\"\"\"\n  \"\"\"", "Hello,\n  World!\n\nYours \"\"\"")]
    public void Strings_have_their_value(string literal, string value) =>
        Assert.Equal(value, Assert.IsType<StringValueNode>(Parser.ParseConstValue(literal)).Value);
}
