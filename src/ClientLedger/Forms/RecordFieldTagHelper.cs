using ClientLedger.Fields;
using ClientLedger.Fields.Lists;
using ClientLedger.Messages;
using ClientLedger.Shared;
using ClientLedger.Shared.Pages;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ClientLedger.Forms;

/// <summary>
/// <c>&lt;record-field form="Model" field="field" /&gt;</c>: the input of a field, as its descriptor asks for. Long lists and references are typed, with
/// suggestions while one types.
/// </summary>
[HtmlTargetElement("record-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class RecordFieldTagHelper(Wording wording) : FormField(wording)
{
    public required RecordForm Form { get; set; }

    public required FieldDescriptor Field { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    private string Value => Form.Values.GetValueOrDefault(Field.Name) ?? "";

    private string Suggestions => Field.Name + "-suggestions";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        (Name, Label, Required, Refusals) = (Field.Name, Field.Label, Field.Required, Form.Refusals);
        Hint = HintOf();
        base.Process(context, output);
        if (Field.Several || Field.Type == FieldType.LongText)
        {
            output.Attributes.SetAttribute("class", "cl-field cl-field-wide");
        }
    }

    protected override TagBuilder Control() => Field switch
    {
        { Several: true } => TextArea(rows: 2),
        { Type: FieldType.LongText } => TextArea(rows: 4),
        { Type: FieldType.Boolean } => Select([("true", L[SharedTexts.Yes]), ("false", L[SharedTexts.No])]),
        { Type: FieldType.Person } => Select(Form.People
            .Select(person => (Value: RecordIds.Format(RecordIds.Account, person.Id), person.Name, person.IsActive))
            .Where(person => person.IsActive || person.Value == Value)
            .Select(person => (person.Value, person.Name))),
        { Type: FieldType.Choice, List: { } name } when ReferenceLists.Find(name) is { } list => FormValues.IsTyped(list)
            ? Typed("suggestions/" + list.Name)
            : Select(list.Items.Select(item => (item.Code, L[item.Label]))),
        { Type: FieldType.Reference, Target: { } target } => Typed("suggestions/records/" + target),
        { Type: FieldType.Date } => Input("date"),
        { Type: FieldType.Moment } => Input("datetime-local"),
        { Type: FieldType.WebAddress } => Input("text", "url"),
        { Type: FieldType.Integer or FieldType.Decimal or FieldType.Money } => Input("text", "decimal"),
        _ => Input("text"),
    };

    protected override IHtmlContent Around(TagBuilder control)
    {
        ArgumentNullException.ThrowIfNull(control);
        if (!control.Attributes.ContainsKey("list"))
        {
            return control;
        }

        var suggestions = new TagBuilder("datalist");
        suggestions.Attributes["id"] = Suggestions;
        return new HtmlContentBuilder().AppendHtml(control).AppendHtml(suggestions);
    }

    private TagBuilder Input(string type, string? mode = null)
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.AddCssClass("form-control");
        input.Attributes["type"] = type;
        input.Attributes["value"] = Value;
        if (mode is not null)
        {
            input.Attributes["inputmode"] = mode;
        }

        if (type == "text")
        {
            input.Attributes["autocomplete"] = "off";
        }

        return input;
    }

    /// <summary>Suggestions come from an address while one types; without a script the whole text is typed.</summary>
    private TagBuilder Typed(string address)
    {
        var input = Input("text");
        input.Attributes["list"] = Suggestions;
        input.Attributes["hx-get"] = $"{ViewContext.HttpContext.Request.PathBase}/{address}";
        input.Attributes["hx-trigger"] = "input changed delay:200ms";
        input.Attributes["hx-target"] = "#" + Suggestions;
        input.Attributes["hx-sync"] = "this:replace";
        return input;
    }

    private TagBuilder TextArea(int rows)
    {
        var area = new TagBuilder("textarea");
        area.AddCssClass("form-control");
        area.Attributes["rows"] = rows.ToString(System.Globalization.CultureInfo.InvariantCulture);
        area.InnerHtml.Append(Value);
        return area;
    }

    private TagBuilder Select(IEnumerable<(string Value, string Text)> options)
    {
        var select = new TagBuilder("select");
        select.AddCssClass("form-select");
        foreach (var (value, text) in Required && Value.Length > 0 ? options : options.Prepend(("", "—")))
        {
            var option = new TagBuilder("option");
            option.Attributes["value"] = value;
            if (value == Value)
            {
                option.Attributes["selected"] = "";
            }

            option.InnerHtml.Append(text);
            select.InnerHtml.AppendHtml(option);
        }

        return select;
    }

    /// <summary>What belongs here, in which form, and an example: an entry standard at the field itself.</summary>
    private string? HintOf()
    {
        var parts = new List<string>();
        if (Field.Help is { } help)
        {
            parts.Add(L[help]);
        }

        if (Field.Several)
        {
            parts.Add(L[FormTexts.OneALine]);
        }

        if (Field.Unit is { } unit)
        {
            parts.Add(L[FormTexts.Unit, ("unit", unit)]);
        }

        if (Field.Example is { } example)
        {
            parts.Add(L[FormTexts.Example, ("example", example)]);
        }

        return parts.Count == 0 ? null : string.Join(L.Language == Language.Chinese ? "" : " ", parts);
    }
}
