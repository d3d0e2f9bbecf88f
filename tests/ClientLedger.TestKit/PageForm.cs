using System.Net;
using System.Text.RegularExpressions;

namespace ClientLedger.TestKit;

/// <summary>What a page's form would send as it stands, as a browser reads it from the page.</summary>
public static partial class PageForm
{
    /// <summary>Name and value of every input, selected option and text area of a page, without the token.</summary>
    public static IReadOnlyList<(string Name, string Value)> Of(string page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return [.. Control().Matches(page).Select(Read).OfType<(string Name, string Value)>().Where(field => field.Name != "__RequestVerificationToken")];
    }

    /// <summary>The same with some values as somebody enters them.</summary>
    public static IReadOnlyList<(string Name, string Value)> With(string page, params IReadOnlyList<(string Name, string Value)> entered)
    {
        var names = entered.Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
        return [.. Of(page).Where(field => !names.Contains(field.Name)), .. entered];
    }

    private static (string Name, string Value)? Read(Match control)
    {
        var tag = control.Groups["open"].Value;
        var name = AttributeOf(tag, "name");
        if (name is null)
        {
            return null;
        }

        var content = control.Groups["content"].Value;
        var value = control.Groups["tag"].Value switch
        {
            "textarea" => WebUtility.HtmlDecode(content),
            "select" => Option().Matches(content).Select(option => option.Value) is var options && options.FirstOrDefault(option => option.Contains(" selected", StringComparison.Ordinal))
                is { } selected ? AttributeOf(selected, "value") : options.Select(option => AttributeOf(option, "value")).FirstOrDefault(),
            _ => AttributeOf(tag, "value"),
        };
        return (name, value ?? "");
    }

    private static string? AttributeOf(string tag, string name) =>
        Regex.Match(tag, $" {name}=\"([^\"]*)\"", RegexOptions.None, TimeSpan.FromSeconds(1)) is { Success: true } found ? WebUtility.HtmlDecode(found.Groups[1].Value) : null;

    [GeneratedRegex("<(?<tag>input|textarea|select)(?<open>[^>]*)>(?:(?<=<textarea[^>]*>)(?<content>[^<]*)</textarea>|(?<=<select[^>]*>)(?<content>.*?)</select>)?", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Control();

    [GeneratedRegex("<option[^>]*>", RegexOptions.None, 1_000)]
    private static partial Regex Option();
}
