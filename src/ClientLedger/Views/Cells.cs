using System.Text.Json;
using ClientLedger.Fields;
using ClientLedger.Fields.Lists;
using ClientLedger.Shared.Pages;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace ClientLedger.Views;

/// <summary>
/// What the cells of a list show: a choice of few as a badge, of several values the first and how many more there are. The tone of a badge, which the
/// style gives it by its code, only underlines what its text says.
/// </summary>
internal static class Cells
{
    private const int FewChoices = 12;

    /// <summary>The cell of a field.</summary>
    /// <param name="row">The record's row.</param>
    public static IHtmlContent Show(FieldDescriptor field, JsonElement row, FieldText text)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(text);
        if (!row.TryGetProperty(field.Name, out var value) || text.Of(field, row) is not { } shown)
        {
            return HtmlString.Empty;
        }

        if (field is { Type: FieldType.Choice, List: { } name } && ReferenceLists.Find(name) is { HasLevels: false, Items.Count: <= FewChoices })
        {
            return Badge(value.GetString()!, shown);
        }

        return value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 1 ? FirstOf(value, shown) : new StringHtmlContent(shown);
    }

    private static TagBuilder Badge(string code, string text)
    {
        var badge = new TagBuilder("span");
        badge.AddCssClass("badge cl-badge cl-badge-" + code);
        badge.InnerHtml.Append(text);
        return badge;
    }

    private static IHtmlContent FirstOf(JsonElement several, string all)
    {
        var more = new TagBuilder("span");
        more.AddCssClass("cl-more");
        more.Attributes["title"] = all;
        more.InnerHtml.Append(FormattableString.Invariant($" +{several.GetArrayLength() - 1}"));
        return new HtmlContentBuilder().Append(several[0].GetString() ?? "").AppendHtml(more);
    }
}
