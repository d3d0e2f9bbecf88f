using System.Text;
using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Language;
using ClientLedger.GraphQL.Tests.Generators;
using ClientLedger.TestKit;
using ClientLedger.TestKit.Generators;
using Xunit.Abstractions;

namespace ClientLedger.GraphQL.Tests.Language;

/// <summary>Whatever text comes, the lexer and the parser answer with a document or with an error.</summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int Millions = 3_000_000;

    private static readonly ParserOptions Small = new() { MaxDepth = 60, MaxTokens = 5_000 };

    [Fact]
    public void Mutated_documents_are_parsed_or_refused()
    {
        var chance = new Chance(Depth.Seed(21, output));
        var (parsed, refused) = (0, 0);
        for (var left = Count(); left > 0;)
        {
            // One document is mutated again and again, so that mistakes add up.
            var text = new RandomSyntax(chance).Document();
            for (var step = 0; step < 20 && left > 0; step++, left--)
            {
                text = Mutation.Of(text, chance);
                _ = TryParse(text, Small) ? parsed++ : refused++;
            }
        }

        Assert.True(parsed > 0 && refused > 0, $"{parsed} were parsed, {refused} refused.");
    }

    [Fact]
    public void Characters_of_chance_are_parsed_or_refused()
    {
        var chance = new Chance(Depth.Seed(22, output));
        for (var left = Count(); left > 0; left--)
        {
            var text = new StringBuilder();
            for (var length = chance.Between(0, 60); length > 0; length--)
            {
                text.Append(chance.Between(0, 9) switch
                {
                    0 => (char)chance.Between(0, 0xFFFF),
                    1 => (char)chance.Between(0, 0x1F),
                    2 or 3 => chance.Pick("{}()[]!:$@|&=\"\\#.,".ToCharArray()),
                    _ => (char)chance.Between(' ', '~'),
                });
            }

            TryParse(text.ToString(), Small);
        }
    }

    [Fact]
    public void What_is_parsed_is_printed_as_what_is_parsed_the_same()
    {
        var chance = new Chance(Depth.Seed(23, output));
        for (var left = Depth.Count(50_000); left > 0; left--)
        {
            var text = Mutation.Of(new RandomSyntax(chance).Document(), chance);
            if (TryParse(text, Small))
            {
                var printed = Printer.Print(Parser.Parse(text, Small));
                Assert.True(TryParse(printed, ParserOptions.Trusted), $"{text}\n\nis printed as\n\n{printed}");
                Assert.Equal(printed, Printer.Print(Parser.Parse(printed, ParserOptions.Trusted)));
            }
        }
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{a")]
    [InlineData("[")]
    [InlineData("{a(b:[")]
    [InlineData("{a(b:{c:")]
    [InlineData("query($a:[")]
    [InlineData("\"")]
    [InlineData("\"\"\"")]
    [InlineData("\\u{")]
    [InlineData("\"\\u{0")]
    [InlineData("#")]
    [InlineData("...")]
    [InlineData("@a(b:")]
    [InlineData("1")]
    [InlineData("a")]
    [InlineData("\uD83D")]
    [InlineData("type A{a(b:C=[")]
    public void One_piece_a_hundred_thousand_times_is_refused_or_parsed(string piece) =>
        TryParse(string.Concat(Enumerable.Repeat(piece, 100_000)), ParserOptions.Default with { MaxTokens = int.MaxValue, MaxBytes = int.MaxValue });

    private static int Count() => Depth.IsFull ? Millions : 30_000;

    private static bool TryParse(string text, ParserOptions options)
    {
        try
        {
            var document = Parser.Parse(text, options);
            Assert.InRange(document.TokenCount, 1, text.Length);
            return true;
        }
        catch (GraphQLException refusal)
        {
            Assert.Single(refusal.Errors);
            return false;
        }
    }
}
