using ClientLedger.Messages;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ClientLedger.Shared.Pages;

/// <summary>
/// What all fields of a form have in common: a label, the control, a hint, and what was refused of it. The control is described by hint and refusal,
/// so that both are read out with it.
/// </summary>
public abstract class FormField(Wording wording) : TagHelper
{
    /// <summary>How the request is spoken to.</summary>
    protected Wording L => wording;

    /// <summary>Name and id of the control; refusals name it.</summary>
    public required string Name { get; set; }

    public required Label Label { get; set; }

    /// <summary>What belongs here.</summary>
    public string? Hint { get; set; }

    public bool Required { get; set; }

    /// <summary>Everything that was refused of the form; the field picks its own.</summary>
    public IReadOnlyList<Refusal> Refusals { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var refused = Refusals.Where(refusal => refusal.Field == Name).ToList();
        var control = Control();
        control.Attributes["id"] = Name;
        control.Attributes["name"] = Name;
        foreach (var attribute in output.Attributes.Where(attribute => attribute.Name != "class"))
        {
            control.Attributes[attribute.Name] = attribute.Value?.ToString() ?? "";
        }

        var described = new List<string>();
        if (Hint is not null)
        {
            described.Add(Name + "-hint");
        }

        if (refused.Count > 0)
        {
            described.Add(Name + "-refused");
            control.AddCssClass("is-invalid");
            control.Attributes["aria-invalid"] = "true";
        }

        if (described.Count > 0)
        {
            control.Attributes["aria-describedby"] = string.Join(' ', described);
        }

        if (Required)
        {
            control.Attributes["required"] = "";
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.Clear();
        output.Attributes.SetAttribute("class", "cl-field");
        output.Content.AppendHtml(Caption());
        output.Content.AppendHtml(Around(control));
        if (Hint is not null)
        {
            output.Content.AppendHtml(Line("form-hint", Name + "-hint", Hint));
        }

        if (refused.Count > 0)
        {
            output.Content.AppendHtml(Line("invalid-feedback", Name + "-refused", string.Join(' ', refused.Select(refusal => wording[refusal]))));
        }
    }

    /// <summary>The element that holds the value.</summary>
    protected abstract TagBuilder Control();

    /// <summary>What stands around the element; itself alone unless a field says otherwise.</summary>
    protected virtual IHtmlContent Around(TagBuilder control) => control;

    private TagBuilder Caption()
    {
        var label = new TagBuilder("label");
        label.AddCssClass("form-label");
        label.Attributes["for"] = Name;
        label.InnerHtml.Append(wording[Label]);
        if (Required)
        {
            var star = new TagBuilder("span");
            star.AddCssClass("cl-required");
            star.InnerHtml.Append(wording[SharedTexts.Required]);
            label.InnerHtml.AppendHtml(star);
        }

        return label;
    }

    private static TagBuilder Line(string css, string id, string text)
    {
        var line = new TagBuilder("div");
        line.AddCssClass(css);
        line.Attributes["id"] = id;
        line.InnerHtml.Append(text);
        return line;
    }
}
