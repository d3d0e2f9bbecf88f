using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ClientLedger.Shared.Pages;

/// <summary>
/// <c>&lt;page-header title="@L[…]"&gt;buttons&lt;/page-header&gt;</c>: the page's heading, which is also the window's title, and what can be done on
/// the page as a whole. It may stand in a part that several pages share.
/// </summary>
[HtmlTargetElement("page-header")]
public sealed class PageHeaderTagHelper : TagHelper
{
    private static readonly object TitleKey = new();

    public required string Title { get; set; }

    /// <summary>A line under the heading.</summary>
    public string? Lead { get; set; }

    /// <summary>Of several pages under one heading, the name of this one: it begins the window's title.</summary>
    public string? Tab { get; set; }

    /// <summary>The title that a page's heading gave its window; null where it has no heading.</summary>
    public static string? WindowOf(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Items[TitleKey] as string;
    }

    [ViewContext, HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);

        // Not in the view's own data: a part of a page has a copy of it, which the frame never sees.
        ViewContext.HttpContext.Items[TitleKey] = Tab is null ? Title : $"{Tab} · {Title}";
        var actions = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "cl-page-header");
        var words = new TagBuilder("div");
        words.InnerHtml.AppendHtml(Line("h1", "cl-title", Title));
        if (Lead is not null)
        {
            words.InnerHtml.AppendHtml(Line("p", "cl-lead", Lead));
        }

        output.Content.AppendHtml(words);
        if (!actions.IsEmptyOrWhiteSpace)
        {
            var buttons = new TagBuilder("div");
            buttons.AddCssClass("cl-actions");
            buttons.InnerHtml.AppendHtml(actions);
            output.Content.AppendHtml(buttons);
        }
    }

    private static TagBuilder Line(string tag, string css, string text)
    {
        var line = new TagBuilder(tag);
        line.AddCssClass(css);
        line.InnerHtml.Append(text);
        return line;
    }
}
