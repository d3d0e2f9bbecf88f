using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ClientLedger.Shared.Pages;

/// <summary>
/// <c>&lt;text-field name="email" label="AccountTexts.Email" value="@Model.Email" type="email" refusals="Model.Refusals" required="true" /&gt;</c>.
/// Attributes that it doesn't know (<c>autocomplete</c>, <c>maxlength</c>, <c>inputmode</c>) go to the input.
/// </summary>
[HtmlTargetElement("text-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TextFieldTagHelper(Wording wording) : FormField(wording)
{
    /// <summary>Type of the input; <c>textarea</c> for several lines.</summary>
    public string Type { get; set; } = "text";

    public string? Value { get; set; }

    /// <summary>What stands before the value and isn't part of it: the beginning of an address.</summary>
    public string? Before { get; set; }

    protected override TagBuilder Control()
    {
        var control = new TagBuilder(Type == "textarea" ? Type : "input");
        control.AddCssClass("form-control");
        if (Type == "textarea")
        {
            control.InnerHtml.Append(Value ?? "");
            return control;
        }

        control.TagRenderMode = TagRenderMode.SelfClosing;
        control.Attributes["type"] = Type;
        if (Type != "password")
        {
            control.Attributes["value"] = Value ?? "";
        }

        return control;
    }

    protected override IHtmlContent Around(TagBuilder control)
    {
        if (Before is null)
        {
            return control;
        }

        var group = new TagBuilder("div");
        group.AddCssClass("input-group");
        var before = new TagBuilder("span");
        before.AddCssClass("input-group-text");
        before.InnerHtml.Append(Before);
        group.InnerHtml.AppendHtml(before);
        group.InnerHtml.AppendHtml(control);
        return group;
    }
}
