using System.Reflection;
using System.Text.RegularExpressions;
using ClientLedger.Messages;

namespace ClientLedger.Architecture.Tests;

public sealed partial class MessageCodeTests
{
    private static readonly IReadOnlyList<MessageCode> All = [.. Product.Assemblies.SelectMany(MessageCode.AllIn)];

    [Fact]
    public void Codes_are_dotted_lower_camel_case() => Violations.None(
        All.Where(code => !Dotted().IsMatch(code.Code)).Select(code => $"'{code.Code}' isn't of the form 'field.unknown'."));

    [Fact]
    public void Codes_are_unique() => Violations.None(
        All.GroupBy(code => code.Code, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => $"'{same.Key}' is declared {same.Count()} times."));

    [Fact]
    public void Every_code_has_a_text_in_both_languages() => Violations.None(
        All.Where(code => !English().IsMatch(code.English)).Select(code => $"'{code.Code}' has no English text.")
            .Concat(All.Where(code => !Han().IsMatch(code.Chinese)).Select(code => $"'{code.Code}' has no Chinese text.")));

    [Fact]
    public void Both_texts_name_the_same_values() => Violations.None(
        from code in All
        let english = PlaceholdersOf(code.English)
        let chinese = PlaceholdersOf(code.Chinese)
        where !english.SetEquals(chinese)
        select $"'{code.Code}' names {{{string.Join(", ", english)}}} in English and {{{string.Join(", ", chinese)}}} in Chinese.");

    [Fact]
    public void Codes_are_declared_where_they_are_found() => Violations.None(
        (from type in Product.Types
         from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
         where field.FieldType == typeof(MessageCode) && !type.Name.EndsWith("Messages", StringComparison.Ordinal)
         select $"{type.FullName}.{field.Name} isn't found: only classes whose names end in 'Messages' are looked through.")
        .Concat(
            from file in Product.Sources
            from line in file.Code.Split('\n')
            where line.Contains("new MessageCode(", StringComparison.Ordinal) && !line.Contains("static readonly", StringComparison.Ordinal)
            select $"{file.Path} makes a code on the spot:{line}"));

    private static SortedSet<string> PlaceholdersOf(string text) =>
        new(Placeholder().Matches(text).Select(match => match.Groups["name"].Value), StringComparer.Ordinal);

    [GeneratedRegex(@"^[a-z][a-zA-Z0-9]*(\.[a-z][a-zA-Z0-9]*)+$", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Dotted();

    [GeneratedRegex(@"\{(?<name>\w+)\}", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Placeholder();

    // Three words: what is wrong, and what to do. An example in it may be Chinese.
    [GeneratedRegex(@"[A-Za-z']+\W+[A-Za-z']+\W+[A-Za-z']+", RegexOptions.None, 1_000)]
    private static partial Regex English();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}", RegexOptions.None, 1_000)]
    private static partial Regex Han();
}
