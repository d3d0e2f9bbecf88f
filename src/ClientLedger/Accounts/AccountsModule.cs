using System.Security.Claims;
using ClientLedger.Storage.Catalog;
using ClientLedger.Tenancy.Requests;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ClientLedger.Accounts;

/// <summary>Accounts, and sessions of those who have signed in.</summary>
public static class AccountsModule
{
    private const string SessionCookie = "clientledger";
    private static readonly TimeSpan SessionLasts = TimeSpan.FromDays(14);

    /// <summary>How soon a changed password ends the account's other sessions.</summary>
    private static readonly TimeSpan StampCheckedEach = TimeSpan.FromMinutes(1);

    public static IServiceCollection AddAccounts(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped(provider => provider.GetRequiredService<CatalogDatabase>().CreateContext());
        services.AddIdentityCore<Account>(Configure).AddEntityFrameworkStores<CatalogContext>().AddSignInManager();
        services.AddScoped<SignUp>();
        services.AddScoped<Sessions>();
        services.AddSingleton<HandOvers>();
        AddSessions(services);
        services.Configure<SignInLimit>(configuration.GetSection(SignInLimit.Section));
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<SignInLimit>>((options, limit) => limit.Value.AddTo(options));
        return services;
    }

    private static void Configure(IdentityOptions identity)
    {
        identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;

        // The name is the e-mail address, whose form is checked before.
        identity.User.AllowedUserNameCharacters = "";
        identity.Password = new PasswordOptions
        {
            RequiredLength = AccountRules.MinPassword,
            RequireDigit = false,
            RequireLowercase = false,
            RequireUppercase = false,
            RequireNonAlphanumeric = false,
        };
        identity.Lockout.MaxFailedAccessAttempts = AccountRules.MaxAttempts;
        identity.Lockout.DefaultLockoutTimeSpan = AccountRules.LockedFor;
    }

    private static void AddSessions(IServiceCollection services)
    {
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme, cookies =>
        {
            cookies.Cookie.Name = SessionCookie;
            cookies.Cookie.Path = "/";
            cookies.Cookie.HttpOnly = true;
            cookies.Cookie.SameSite = SameSiteMode.Lax;
            cookies.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookies.CookieManager = new SessionCookies();
            cookies.ExpireTimeSpan = SessionLasts;
            cookies.SlidingExpiration = true;
            cookies.Events = new CookieAuthenticationEvents
            {
                OnRedirectToLogin = SignInRedirect.GoAsync,
                OnValidatePrincipal = SecurityStampValidator.ValidatePrincipalAsync,
            };
        });
        services.Configure<SecurityStampValidatorOptions>(stamps =>
        {
            stamps.ValidationInterval = StampCheckedEach;
            stamps.OnRefreshingPrincipal = KeepTenant;
        });
    }

    /// <summary>A session of a tenant's host stays the tenant's.</summary>
    private static Task KeepTenant(SecurityStampRefreshingPrincipalContext refreshing)
    {
        if (refreshing.CurrentPrincipal?.FindFirst(RequestTenant.Claim) is { } tenant)
        {
            refreshing.NewPrincipal?.Identities.First().AddClaim(new Claim(tenant.Type, tenant.Value));
        }

        return Task.CompletedTask;
    }
}
