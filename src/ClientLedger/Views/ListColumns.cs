using ClientLedger.Access;
using ClientLedger.Fields;
using ClientLedger.Tenancy;
using Microsoft.AspNetCore.Http;

namespace ClientLedger.Views;

/// <summary>
/// The columns of a list: those that a person has chosen, kept by the browser, or the usual ones. The record's title is always the first, and what the
/// person may not see is never one.
/// </summary>
internal sealed class ListColumns(LedgerScope scope)
{
    private const char Between = '.';
    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    /// <summary>All fields that can be a column.</summary>
    public IReadOnlyList<FieldDescriptor> Possible(EntityDescriptor entity)
    {
        var rights = scope.Rights.On(entity.Name);
        return [.. ShownFields.Readable(scope, entity)
            .Concat(new[] { SystemFields.CreatedAtOrdinal, SystemFields.UpdatedAtOrdinal }
                .Where(ordinal => rights.Best(ordinal) != ReadRight.Hidden)
                .Select(ordinal => entity.Fields[ordinal]))];
    }

    /// <summary>The columns of a list for this person, in their order.</summary>
    public IReadOnlyList<FieldDescriptor> Of(EntityDescriptor entity, HttpRequest request)
    {
        var possible = Possible(entity);
        var chosen = request.Cookies[CookieOf(entity)]?.Split(Between).ToHashSet(StringComparer.Ordinal);
        IEnumerable<FieldDescriptor> columns = chosen is null
            ? ShownFields.Usual(scope, entity)
            : possible.Where(field => chosen.Contains(field.Name)).OrderByDescending(field => field.Name == entity.Title);
        List<FieldDescriptor> shown = [.. columns];
        if (shown.Count == 0 || shown[0].Name != entity.Title)
        {
            shown.InsertRange(0, possible.Where(field => field.Name == entity.Title));
        }

        return shown.Count > 0 ? shown : ShownFields.Usual(scope, entity);
    }

    /// <summary>Keeps a choice; nothing chosen means the usual columns again.</summary>
    public void Keep(EntityDescriptor entity, IEnumerable<string> names, HttpContext context)
    {
        var possible = Possible(entity).Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
        var options = new CookieOptions
        {
            Path = context.Request.PathBase.Add("/"),
            MaxAge = Kept,
            HttpOnly = true,
            Secure = context.Request.IsHttps,
            SameSite = SameSiteMode.Lax,
            IsEssential = true,
        };
        List<string> chosen = [.. names.Where(possible.Contains)];
        if (chosen.Count == 0)
        {
            context.Response.Cookies.Delete(CookieOf(entity), options);
        }
        else
        {
            context.Response.Cookies.Append(CookieOf(entity), string.Join(Between, chosen), options);
        }
    }

    private string CookieOf(EntityDescriptor entity) => FormattableString.Invariant($"columns-{entity.Name}-{scope.Actor.Id}");
}
