using System.Reflection;
using System.Text.RegularExpressions;
using ClientLedger.Messages;

namespace ClientLedger.Architecture.Tests;

/// <summary>What pages say stands in text classes, in both languages.</summary>
public sealed partial class TextTests
{
    private static readonly IReadOnlyList<(string Name, Label Label)> All =
    [
        .. from type in Product.Types
           from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
           where field.FieldType == typeof(Label) && type.Name.EndsWith("Texts", StringComparison.Ordinal)
           select ($"{type.Name}.{field.Name}", (Label)field.GetValue(null)!),
    ];

    [Fact]
    public void No_page_says_anything_by_itself()
    {
        var pages = Product.Assemblies.SelectMany(assembly => assembly.GetTypes()).Where(type => type.Namespace == "AspNetCoreGeneratedDocument" && !type.IsNested).ToList();
        Assert.NotEmpty(pages);
        Violations.None(
            from page in pages
            from word in PageLiterals.WordsOf(page)
            select $"{page.Name} says '{word}': put it into a text class, in both languages.");
    }

    [Theory]
    [InlineData("<p>Hello</p>", "Hello")]
    [InlineData("<p>…客户</p>", "客户")]
    [InlineData("""<input placeholder="Name" class="form-control" />""", "placeholder: Name")]
    [InlineData("""<button aria-label="…"></button>""", null)]
    [InlineData("""<p class="lead">… · 1 &nbsp;</p>""", null)]
    [InlineData("""ed">…</p><p class="cut""", null)]
    public void Finds_a_planted_word(string markup, string? word) => Assert.Equal(word, PageLiterals.WordsIn(markup).SingleOrDefault());

    [Fact]
    public void Every_text_has_both_languages() => Violations.None(
        from text in All
        where !Han().IsMatch(text.Label.Chinese) || Han().IsMatch(text.Label.English) || !Latin().IsMatch(text.Label.English)
        select $"{text.Name} is '{text.Label.Chinese}' in Chinese and '{text.Label.English}' in English.");

    [Fact]
    public void Both_languages_name_the_same_values() => Violations.None(
        from text in All
        where !PlaceholdersOf(text.Label.Chinese).SetEquals(PlaceholdersOf(text.Label.English))
        select $"{text.Name} doesn't name the same values in both languages.");

    private static HashSet<string> PlaceholdersOf(string text) => [.. Placeholder().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}", RegexOptions.None, 1_000)]
    private static partial Regex Han();

    [GeneratedRegex("[A-Za-z]", RegexOptions.None, 1_000)]
    private static partial Regex Latin();

    [GeneratedRegex(@"\{\w+\}", RegexOptions.None, 1_000)]
    private static partial Regex Placeholder();
}
