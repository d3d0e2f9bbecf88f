using ClientLedger.Fields;
using ClientLedger.Reading.Searching;

namespace ClientLedger.Tests.Reading.Searching;

public sealed class SearchTermsTests
{
    [Theory]
    [InlineData("深圳华强", "A:zhq B:szhq E:深圳华强 I:华强 I:圳华强 I:强 P:huaqiang P:zhenhuaqiang Q:shenzhenhuaq S:深圳华强")]
    [InlineData("Acme 微软", "E:acme 微软 I:cme 微软 I:me 微软 I:微软 I:软 P:weiruan S:acme 微软")]
    [InlineData("b.c", "E:b.c S:b.c")]
    [InlineData("微", "E:微 Q:wei S:微")]
    [InlineData("深圳市", "B:szs E:深圳市 I:圳市 I:市 P:zhenshi Q:shenzhenshi S:深圳市")]
    public void A_name_is_found_by_its_parts_its_pinyin_and_its_initials(string value, string expected) =>
        Assert.Equal(Sorted(expected), Of(SearchKind.Name, value));

    [Fact]
    public void A_code_is_found_where_a_letter_or_digit_follows_something_else() =>
        Assert.Equal(Sorted("E:ord-2024/007 I:007 I:2024/007 S:ord-2024/007"), Of(SearchKind.Code, "ORD-2024/007"));

    [Fact]
    public void A_phone_is_found_whole_and_from_its_end() =>
        Assert.Equal(["E8613800138000", "T0008310083168"], Of(SearchKind.Phone, "+8613800138000"));

    [Fact]
    public void Terms_are_short_and_never_split_a_pair()
    {
        var terms = Of(SearchKind.Name, string.Concat(Enumerable.Repeat("𠮷田a", 80)));

        Assert.All(terms, term => Assert.True(term.Length <= (term[0] == 'E' ? 65 : 13), term));
        Assert.All(terms, term => Assert.Equal(term, new string(term.Normalize())));
        Assert.DoesNotContain(terms, term => char.IsHighSurrogate(term[^1]) || char.IsLowSurrogate(term[1]));
    }

    [Fact]
    public void Several_values_share_one_list_without_doubles()
    {
        var terms = new List<string>();
        SearchTerms.Collect(SearchKind.Phone, "+8613800138000", terms);
        SearchTerms.Collect(SearchKind.Phone, "+8613800138000", terms);

        Assert.Equal(2, terms.Count);
    }

    [Fact]
    public void A_field_that_is_not_searched_has_no_terms() => Assert.Empty(Of(SearchKind.None, "深圳"));

    private static List<string> Of(SearchKind kind, string value)
    {
        var terms = new List<string>();
        SearchTerms.Collect(kind, value, terms);
        return terms;
    }

    /// <summary>Terms written one after the other, each as its kind, a colon and its text; a text may hold spaces.</summary>
    private static List<string> Sorted(string written)
    {
        var terms = new List<string>();
        foreach (var part in written.Split(' '))
        {
            if (part.Length > 1 && part[1] == ':')
            {
                terms.Add(part[..1] + part[2..]);
            }
            else
            {
                terms[^1] += " " + part;
            }
        }

        terms.Sort(StringComparer.Ordinal);
        return terms;
    }
}
