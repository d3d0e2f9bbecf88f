using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Tests.Language;

public sealed class PrinterTests
{
    [Theory]
    [InlineData("{\n  a\n}")]
    [InlineData("query ($a: Int = 1 @d) @d {\n  alias: field(a: $a, b: [1, 2], c: { x: \"y\" }) @include(if: true) {\n    ... on T @d {\n      b\n    }\n    ...F\n  }\n}")]
    [InlineData("fragment F on T {\n  a(\n    long: [\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\", \"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb\"]\n    other: 1\n  )\n}")]
    [InlineData("\"\"\"Described\"\"\"\ntype T implements A & B @d {\n  \"\"\"f\"\"\"\n  f(\n    \"\"\"a\"\"\"\n    a: Int = 1\n  ): [Int!]!\n}\n\nextend union U = A | B")]
    [InlineData("type T\n\nquery {\n  a\n}\n\n{\n  b\n}")]
    [InlineData("directive @d(a: Int) repeatable on FIELD | QUERY")]
    public void What_is_printed_is_read_and_printed_again_the_same(string text) => Assert.Equal(text, Parser.Parse(text).ToString());
}
