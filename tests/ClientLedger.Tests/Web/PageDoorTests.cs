using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using ClientLedger.Access;
using ClientLedger.TestKit;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace ClientLedger.Tests.Web;

/// <summary>Pages let in whom they say, whichever there are: each is found by itself.</summary>
[Collection(HostCollection.Name)]
public sealed class PageDoorTests(RunningApp running) : IClassFixture<RunningApp>
{
    private LedgerApp App => running.App;

    [Fact]
    public async Task A_page_of_members_sends_visitors_to_the_sign_in()
    {
        var visitor = App.Visit();
        foreach (var address in await AddressesAsync(Admission.Member))
        {
            var answer = await visitor.GetAsync("/t/acme" + address);
            Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{address} answers {answer.StatusCode} to a visitor.");
            Assert.StartsWith("/sign-in?returnUrl=%2Ft%2Facme", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        }
    }

    /// <summary>The sign-in never comes into a part of a page: htmx 4 leads the whole window where HX-Redirect says, and swaps nothing then.</summary>
    [Fact]
    public async Task A_part_of_a_page_that_is_asked_for_after_the_session_has_ended_sends_the_whole_window_to_the_sign_in()
    {
        foreach (var (tenant, email) in new[] { (TwoTenants.Acme, LedgerApp.AnnaEmail), (TwoTenants.Globex, LedgerApp.GinaEmail) })
        {
            var visitor = App.Visit();
            foreach (var address in await AddressesAsync(Admission.Member))
            {
                using var request = PartOf($"/t/{tenant}{address}", new Uri(App.Address, $"/t/{tenant}/customers?q=a+b").AbsoluteUri);
                var answer = await visitor.SendAsync(request);
                Assert.True(answer.StatusCode == HttpStatusCode.Unauthorized, $"{address} answers {answer.StatusCode}.");
                Assert.Equal(($"/sign-in?returnUrl=%2Ft%2F{tenant}%2Fcustomers%3Fq%3Da%2Bb", ""), (answer.Headers.GetValues("HX-Redirect").Single(), visitor.Page));
                Assert.Null(answer.Headers.Location);
            }

            // Signed in again, the window is where it was.
            var signedIn = await visitor.SubmitAsync($"/sign-in?returnUrl=%2Ft%2F{tenant}%2Fcustomers%3Fq%3Da%2Bb", [("email", email), ("password", LedgerApp.Password)]);
            Assert.Equal((HttpStatusCode.Redirect, $"/t/{tenant}/customers?q=a+b"), (signedIn.StatusCode, signedIn.Headers.Location?.OriginalString));
            using var again = PartOf($"/t/{tenant}/customers?q=a+b", new Uri(App.Address, $"/t/{tenant}/customers").AbsoluteUri);
            Assert.Equal(HttpStatusCode.OK, (await visitor.SendAsync(again)).StatusCode);
        }
    }

    [Theory]
    [InlineData("https://evil.example/t/acme/customers")]
    [InlineData("//evil.example/")]
    [InlineData("nonsense")]
    [InlineData("")]
    public async Task A_page_of_another_host_is_nothing_to_come_back_to(string page)
    {
        using var request = PartOf("/t/acme/orders?totals=1", page);
        var answer = await App.Visit().SendAsync(request);
        Assert.Equal("/sign-in?returnUrl=%2Ft%2Facme%2Forders%3Ftotals%3D1", answer.Headers.GetValues("HX-Redirect").Single());
    }

    [Fact]
    public async Task A_page_of_members_is_closed_to_members_of_another_tenant()
    {
        var anna = await App.SignInAsync(LedgerApp.AnnaEmail);
        var gina = await App.SignInAsync(LedgerApp.GinaEmail);
        foreach (var address in await AddressesAsync(Admission.Member))
        {
            foreach (var (visitor, tenant) in new[] { (anna, TwoTenants.Globex), (gina, TwoTenants.Acme) })
            {
                var answer = await visitor.GetAsync($"/t/{tenant}{address}");
                Assert.True(answer.StatusCode == HttpStatusCode.Forbidden, $"{address} of {tenant} answers {answer.StatusCode} to a stranger.");
            }
        }
    }

    [Fact]
    public async Task A_page_of_members_is_not_found_outside_of_tenants()
    {
        var anna = await App.SignInAsync(LedgerApp.AnnaEmail);
        foreach (var address in (await AddressesAsync(Admission.Member)).Where(address => address != "/"))
        {
            Assert.Equal(HttpStatusCode.NotFound, (await anna.GetAsync(address)).StatusCode);
        }
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        var anna = await App.SignInAsync(LedgerApp.AnnaEmail);
        await anna.GetAsync("/health");
        var answer = await anna.PostAsync("/t/acme/sign-out", []);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await anna.GetAsync("/t/acme/")).StatusCode);
    }

    /// <summary>A page has no answer for other methods than its handlers', and isn't shown half made.</summary>
    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("POST")]
    public async Task A_method_that_a_page_does_not_answer_is_no_failure(string method)
    {
        var anna = await App.SignInAsync(LedgerApp.AnnaEmail);
        await anna.GetAsync("/t/acme/sign-out");
        var token = PageForm.TokenOf(anna.Page);
        foreach (var address in (await AddressesAsync(Admission.Member)).SelectMany(address => new[] { address, address + "?handler=nonsense" }))
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), "/t/acme" + address) { Content = new FormUrlEncodedContent([new(PageForm.TokenName, token)]) };
            request.Headers.Add("RequestVerificationToken", token);
            var answer = await anna.SendAsync(request);
            Assert.True((int)answer.StatusCode < 500, $"{method} {address} answers {answer.StatusCode}.");
        }
    }

    [Theory]
    [InlineData("/t/acme/nothing", HttpStatusCode.NotFound, "host.notFound")]
    [InlineData("/t/initech/", HttpStatusCode.NotFound, "tenancy.unknown")]
    [InlineData("/t/globex/", HttpStatusCode.Forbidden, "tenancy.notMember")]
    public async Task A_program_is_told_a_code(string address, HttpStatusCode status, string code)
    {
        var anna = await App.SignInAsync(LedgerApp.AnnaEmail);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Accept", "application/json");

        var answer = await anna.SendAsync(request);

        Assert.Equal(status, answer.StatusCode);
        Assert.Contains($"\"code\":\"{code}\"", anna.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_answer_says_what_browsers_may_do_with_it()
    {
        var visitor = App.Visit();
        foreach (var address in new[] { "/", "/nothing", "/t/acme/", "/css/clientledger.css" })
        {
            var answer = await visitor.GetAsync(address);
            var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        }
    }

    [Fact]
    public async Task Plain_http_from_elsewhere_is_sent_to_https()
    {
        var visitor = App.Visit();
        var plain = await visitor.GetAsync("http://ledger.example.com/sign-in");
        Assert.Equal((HttpStatusCode.PermanentRedirect, "https://ledger.example.com/sign-in"), (plain.StatusCode, plain.Headers.Location?.AbsoluteUri));
    }

    [Fact]
    public async Task Behind_https_cookies_are_the_hosts_own()
    {
        await using var app = await LedgerApp.StartAsync(("ForwardedHeaders_Enabled", "true"));
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = app.Address };
        client.DefaultRequestHeaders.Host = "ledger.example.com";
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        var form = await client.GetAsync("/sign-in");
        var formCookie = form.Headers.GetValues("Set-Cookie").Single();
        var token = Regex.Match(await form.Content.ReadAsStringAsync(), "__RequestVerificationToken[^>]* value=\"(?<token>[^\"]+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)).Groups["token"].Value;

        client.DefaultRequestHeaders.Add("Cookie", formCookie.Split(';')[0]);
        using var fields = new FormUrlEncodedContent([new("email", LedgerApp.AnnaEmail), new("password", LedgerApp.Password), new("__RequestVerificationToken", token)]);
        var signedIn = await client.PostAsync("/sign-in", fields);

        Assert.Contains("secure", formCookie, StringComparison.Ordinal);
        Assert.Contains(signedIn.Headers.GetValues("Set-Cookie"), cookie => Regex.IsMatch(cookie, "^__Host-clientledger=.*; path=/; secure;.* httponly$", RegexOptions.None, TimeSpan.FromSeconds(5)));
        Assert.Equal("max-age=2592000; includeSubDomains", signedIn.Headers.GetValues("Strict-Transport-Security").Single());
    }

    /// <summary>What htmx asks for from a page.</summary>
    private static HttpRequestMessage PartOf(string address, string page)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("HX-Request", "true");
        request.Headers.TryAddWithoutValidation("HX-Current-URL", page);
        return request;
    }

    /// <summary>Addresses of all pages that declare an admission, below a tenant's.</summary>
    private async Task<IReadOnlyList<string>> AddressesAsync(Admission admission)
    {
        var loader = App.Services.GetRequiredService<PageLoader>();
        var addresses = new List<string>();
        foreach (var page in App.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<PageActionDescriptor>())
        {
            var compiled = await loader.LoadAsync(page, EndpointMetadataCollection.Empty);
            if (compiled.ModelTypeInfo?.GetCustomAttribute<DoorAccessAttribute>()?.Admission == admission)
            {
                addresses.Add("/" + Regex.Replace(page.AttributeRouteInfo!.Template!, @"\{[^}]*\}", "1", RegexOptions.None, TimeSpan.FromSeconds(5)));
            }
        }

        Assert.NotEmpty(addresses);
        return addresses;
    }
}
