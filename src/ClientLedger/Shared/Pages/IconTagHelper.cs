using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ClientLedger.Shared.Pages;

/// <summary><c>&lt;icon name="search" /&gt;</c>: a symbol of <c>icons.svg</c>. It decorates; the words beside it say what is meant.</summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper : TagHelper
{
    /// <summary>Id of the symbol.</summary>
    public required string Name { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "icon");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Attributes.SetAttribute("focusable", "false");
        var use = new TagBuilder("use");
        use.Attributes["href"] = ViewContext.HttpContext.Asset("icons.svg") + "#" + Name;
        output.Content.SetHtmlContent(use);
    }
}
