using System.Net;
using System.Text.RegularExpressions;
using ClientLedger.Messages;
using ClientLedger.Shared.Pages;

namespace ClientLedger.TestKit;

/// <summary>Somebody with a browser that runs no scripts: keeps cookies, sends forms with the token of their page, and follows nothing by itself.</summary>
public sealed partial class LedgerVisitor
{
    private readonly Func<CookieContainer, HttpClient> clientOf;
    private readonly CookieContainer cookies = new();
    private readonly Language language;
    private readonly HttpClient client;

    /// <param name="clientOf">Makes what asks with such cookies.</param>
    internal LedgerVisitor(Func<CookieContainer, HttpClient> clientOf, Language language)
    {
        (this.clientOf, this.language) = (clientOf, language);
        client = clientOf(cookies);
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        client.DefaultRequestHeaders.Add("Accept-Language", Wording.TagOf(language));
    }

    /// <summary>The text of the page that came last.</summary>
    public string Page { get; private set; } = "";

    /// <summary>Whoever stands before the same page with the same cookies, and hears nothing of what the other is told from now on: the second of two clicks at once.</summary>
    public LedgerVisitor Twin()
    {
        var twin = new LedgerVisitor(clientOf, language) { Page = Page };
        twin.cookies.Add(cookies.GetAllCookies());
        return twin;
    }

    /// <summary>Asks for a page. Addresses are relative to the base host, or absolute.</summary>
    public Task<HttpResponseMessage> GetAsync(string address) => SendAsync(new HttpRequestMessage(HttpMethod.Get, address));

    /// <summary>Asks for a page, and again wherever the answers lead.</summary>
    public async Task<HttpResponseMessage> FollowAsync(string address)
    {
        var at = new Uri(client.BaseAddress!, address);
        for (var answer = await GetAsync(address); ; answer = await GetAsync(at.AbsoluteUri))
        {
            if (answer.Headers.Location is not { } next)
            {
                return answer;
            }

            at = new Uri(at, next);
        }
    }

    /// <summary>Opens a page and sends its form with these values.</summary>
    /// <param name="to">Where the form is sent; the page itself where nothing is said.</param>
    public async Task<HttpResponseMessage> SubmitAsync(string page, IEnumerable<(string Name, string Value)> values, string? to = null)
    {
        await GetAsync(page);
        return await PostAsync(to ?? page, values);
    }

    /// <summary>Sends values with the token of the page that came last.</summary>
    public Task<HttpResponseMessage> PostAsync(string address, IEnumerable<(string Name, string Value)> values)
    {
        var fields = values.Select(value => KeyValuePair.Create(value.Name, value.Value)).ToList();
        if (Token().Match(Page) is { Success: true } token)
        {
            fields.Add(new("__RequestVerificationToken", WebUtility.HtmlDecode(token.Groups["value"].Value)));
        }

        return SendAsync(new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(fields) });
    }

    /// <summary>Sends a request as it is.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        var answer = await client.SendAsync(request);
        Page = await answer.Content.ReadAsStringAsync();
        return answer;
    }

    /// <summary>Starts a ledger, and is signed in after it.</summary>
    public async Task SignUpAsync(string tenant, string email, string person, string country)
    {
        var answer = await SubmitAsync("/sign-up", SignUpValues(tenant, email, person, country));
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, Page);
    }

    /// <summary>What somebody enters who signs up.</summary>
    public static IReadOnlyList<(string Name, string Value)> SignUpValues(string tenant, string email, string person = "Anna", string country = "GB") =>
    [
        ("company", $"{tenant} Ltd"), ("name", tenant), ("defaultCountry", country), ("person", person), ("email", email), ("password", LedgerApp.Password),
    ];

    /// <summary>Signs in on the base host.</summary>
    public async Task SignInAsync(string email)
    {
        var answer = await SubmitAsync("/sign-in", [("email", email), ("password", LedgerApp.Password)]);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, Page);
    }

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]* value="(?<value>[^"]+)""", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Token();
}
