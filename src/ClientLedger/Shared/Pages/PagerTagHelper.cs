using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ClientLedger.Shared.Pages;

/// <summary>
/// <c>&lt;pager previous="@…" next="@…" /&gt;</c>: leads to the pages before and after. A list is paged by where it is, not by number, so there are only
/// these two; without an address one leads nowhere.
/// </summary>
[HtmlTargetElement("pager", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PagerTagHelper(Wording wording) : TagHelper
{
    public string? Previous { get; set; }

    public string? Next { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (string.IsNullOrEmpty(Previous) && string.IsNullOrEmpty(Next))
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "cl-pager");
        output.Attributes.SetAttribute("aria-label", wording[SharedTexts.Pages]);
        output.Content.AppendHtml(Link(Previous, "prev", wording[SharedTexts.Previous]));
        output.Content.AppendHtml(Link(Next, "next", wording[SharedTexts.Next]));
    }

    private static TagBuilder Link(string? address, string relation, string text)
    {
        // Razor gives a tag helper no null, but an empty text.
        var leads = !string.IsNullOrEmpty(address);
        var link = new TagBuilder(leads ? "a" : "span");
        link.AddCssClass(leads ? "btn" : "btn disabled");
        if (leads)
        {
            link.Attributes["href"] = address;
            link.Attributes["rel"] = relation;
        }
        else
        {
            link.Attributes["role"] = "link";
            link.Attributes["aria-disabled"] = "true";
        }

        link.InnerHtml.Append(text);
        return link;
    }
}
