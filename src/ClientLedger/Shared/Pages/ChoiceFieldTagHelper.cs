using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ClientLedger.Shared.Pages;

/// <summary>
/// <c>&lt;choice-field name="country" label="AccountTexts.Country" value="@Model.Country" options="Model.Countries" /&gt;</c>: one of several. Unless it
/// is required, or something is always chosen, there is an empty choice too.
/// </summary>
[HtmlTargetElement("choice-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ChoiceFieldTagHelper(Wording wording) : FormField(wording)
{
    public string? Value { get; set; }

    /// <summary>What is sent, and what is shown.</summary>
    public required IEnumerable<(string Value, string Text)> Options { get; set; }

    /// <summary>What the empty choice says; a dash where nothing is said.</summary>
    public string? Empty { get; set; }

    /// <summary>Something is always chosen: there is no empty choice, and no star.</summary>
    public bool Plain { get; set; }

    protected override TagBuilder Control()
    {
        var control = new TagBuilder("select");
        control.AddCssClass("form-select");
        if (!Plain && (!Required || string.IsNullOrEmpty(Value)))
        {
            control.InnerHtml.AppendHtml(Option("", Required ? L[SharedTexts.Choose] : Empty ?? "—"));
        }

        foreach (var (value, text) in Options)
        {
            control.InnerHtml.AppendHtml(Option(value, text));
        }

        return control;
    }

    private TagBuilder Option(string value, string text)
    {
        var option = new TagBuilder("option");
        option.Attributes["value"] = value;
        if (value == (Value ?? ""))
        {
            option.Attributes["selected"] = "";
        }

        option.InnerHtml.Append(text);
        return option;
    }
}
