using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ClientLedger.Shared.Pages;

/// <summary>
/// <c>&lt;page-header title="@L[…]"&gt;buttons&lt;/page-header&gt;</c>: the page's heading, which is also the window's title, and what can be done on
/// the page as a whole.
/// </summary>
[HtmlTargetElement("page-header")]
public sealed class PageHeaderTagHelper : TagHelper
{
    public required string Title { get; set; }

    /// <summary>A line under the heading.</summary>
    public string? Lead { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        ViewContext.ViewData["Title"] = Title;
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
