using System.Text.Encodings.Web;
using System.Text.Unicode;
using ClientLedger.Accounts;
using ClientLedger.Customers;
using ClientLedger.Forms;
using ClientLedger.Insights;
using ClientLedger.Settings;
using ClientLedger.Shared.Pages;
using ClientLedger.Tenancy.Requests;
using ClientLedger.Views;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.Extensions.WebEncoders;

namespace ClientLedger.Web.Composition;

/// <summary>Puts the pages together. A room with pages adds its module here.</summary>
internal static class PageServices
{
    private const int HttpsPort = 443;

    public static IServiceCollection AddPages(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAccounts(configuration);
        services.AddCustomers();
        services.AddForms();
        services.AddInsights();
        services.AddSettings();
        services.AddViews();
        AddRazor(services);
        services.AddHttpContextAccessor();
        services.AddScoped(provider => WordingOf(provider.GetRequiredService<IHttpContextAccessor>().HttpContext!));
        services.AddScoped(provider => provider.GetRequiredService<IHttpContextAccessor>().HttpContext!.Ledger()
            ?? throw new InvalidOperationException("Only pages of members have a ledger: declare [DoorAccess(Admission.Member)]."));
        services.AddHsts(hsts => hsts.IncludeSubDomains = true);
        services.AddHttpsRedirection(redirection =>
        {
            redirection.RedirectStatusCode = StatusCodes.Status308PermanentRedirect;
            redirection.HttpsPort = configuration.GetValue("HTTPS_PORT", HttpsPort);
        });
        return services;
    }

    private static void AddRazor(IServiceCollection services)
    {
        services.AddSingleton<MatcherPolicy, TenantPages>();
        services.AddRazorPages(pages =>
        {
            pages.RootDirectory = "/";
            pages.Conventions.Add(new RoomRoutes());
        }).AddMvcOptions(mvc => mvc.Filters.Add<DoorKeeper>());
        services.Configure<RazorViewEngineOptions>(views => views.PageViewLocationFormats.Add("/Shared/Pages/{0}.cshtml"));
        services.Configure<RouteOptions>(routes => routes.LowercaseUrls = true);

        // Chinese stays Chinese in the source of a page: it isn't written as numbers.
        services.Configure<WebEncoderOptions>(encoders => encoders.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddAntiforgery(forms =>
        {
            forms.Cookie.Name = "clientledger-form";
            forms.Cookie.Path = "/";
            forms.Cookie.SameSite = SameSiteMode.Strict;
            forms.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
    }

    private static Wording WordingOf(HttpContext context) =>
        new(RequestLanguage.Of(context.Request), context.Ledger()?.Settings.Zone ?? TimeZoneInfo.Utc);
}
