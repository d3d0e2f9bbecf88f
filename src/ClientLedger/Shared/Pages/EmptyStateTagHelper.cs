using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ClientLedger.Shared.Pages;

/// <summary>
/// <c>&lt;empty-state title="@L[…]" text="@L[…]"&gt;buttons&lt;/empty-state&gt;</c>: stands where there is nothing to show yet, says why, and offers
/// what to do about it.
/// </summary>
[HtmlTargetElement("empty-state")]
public sealed class EmptyStateTagHelper : TagHelper
{
    public required string Title { get; set; }

    public required string Text { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var actions = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "cl-empty");
        output.Content.AppendHtml(Of("p", "cl-empty-title", Title));
        output.Content.AppendHtml(Of("p", "cl-empty-text", Text));
        if (!actions.IsEmptyOrWhiteSpace)
        {
            var buttons = new TagBuilder("div");
            buttons.AddCssClass("cl-actions");
            buttons.InnerHtml.AppendHtml(actions);
            output.Content.AppendHtml(buttons);
        }
    }

    private static TagBuilder Of(string tag, string css, string text)
    {
        var element = new TagBuilder(tag);
        element.AddCssClass(css);
        element.InnerHtml.Append(text);
        return element;
    }
}
