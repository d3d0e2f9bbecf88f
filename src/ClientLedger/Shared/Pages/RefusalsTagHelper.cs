using ClientLedger.Messages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ClientLedger.Shared.Pages;

/// <summary>
/// <c>&lt;refusals of="Model.Refusals" /&gt;</c>: an alert above a form with everything that was refused, read out when the page comes. A refusal of a
/// field leads to it: fields have the id by which the refusal names them. Shows nothing when nothing was refused.
/// </summary>
[HtmlTargetElement("refusals", TagStructure = TagStructure.WithoutEndTag)]
public sealed class RefusalsTagHelper(Wording wording) : TagHelper
{
    public required IReadOnlyList<Refusal> Of { get; set; }

    /// <summary>What they come to, where it isn't a form that couldn't be saved.</summary>
    public string? Title { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (Of.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "alert alert-danger cl-refusals");
        output.Attributes.SetAttribute("role", "alert");
        var list = new TagBuilder("ul");
        foreach (var refusal in Of)
        {
            list.InnerHtml.AppendHtml(Item(refusal));
        }

        output.Content.AppendHtml(Heading());
        output.Content.AppendHtml(list);
    }

    private TagBuilder Heading()
    {
        var heading = new TagBuilder("p");
        heading.AddCssClass("cl-refusals-title");
        heading.InnerHtml.Append(Title ?? wording[SharedTexts.Refused]);
        return heading;
    }

    private TagBuilder Item(Refusal refusal)
    {
        var item = new TagBuilder("li");
        if (refusal.Field is null)
        {
            item.InnerHtml.Append(wording[refusal]);
            return item;
        }

        var link = new TagBuilder("a");
        link.Attributes["href"] = "#" + refusal.Field;
        link.InnerHtml.Append(wording[refusal]);
        item.InnerHtml.AppendHtml(link);
        return item;
    }
}
