using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace ClientLedger.Shared.Pages;

/// <summary>
/// Gives pages their addresses: pages lie in the folder <c>Pages</c> of their room, and the folder doesn't show. <c>Customers/Pages/Index</c> is
/// <c>/customers</c>, <c>Imports/Pages/NewFile</c> is <c>/imports/new-file</c>. A page that names its address itself (<c>@page "/sign-in"</c>) keeps it.
/// </summary>
internal sealed partial class RoomRoutes : IPageRouteModelConvention
{
    public void Apply(PageRouteModel model)
    {
        foreach (var selector in model.Selectors.ToList())
        {
            var template = selector.AttributeRouteModel?.Template;
            if (template is null || !template.Contains("/Pages", StringComparison.Ordinal))
            {
                continue;
            }

            // 'Customers/Pages/Index' beside 'Customers/Pages': one page, one address.
            if (selector.AttributeRouteModel!.SuppressLinkGeneration)
            {
                model.Selectors.Remove(selector);
                continue;
            }

            var segments = template.Split('/').Where((segment, at) => at != 1 || segment != "Pages").Select(Address);
            selector.AttributeRouteModel.Template = string.Join('/', segments);
        }
    }

    private static string Address(string segment) =>
        segment.StartsWith('{') ? segment : InnerCapital().Replace(segment, "-$0").ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z0-9])[A-Z]", RegexOptions.None, 1_000)]
    private static partial Regex InnerCapital();
}
