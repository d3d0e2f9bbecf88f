using System.Net;
using ClientLedger.Messages;
using ClientLedger.TestKit;
using ClientLedger.Tests.Web;

namespace ClientLedger.Tests.Accounts;

[Collection(HostCollection.Name)]
public sealed class SignInTests(RunningApp running) : IClassFixture<RunningApp>
{
    private LedgerApp App => running.App;

    [Fact]
    public async Task Leads_back_to_the_page_that_was_wanted()
    {
        var visitor = App.Visit();
        var wanted = await visitor.GetAsync("/t/acme/?from=mail");
        var form = wanted.Headers.Location!.OriginalString;
        await visitor.GetAsync(form);

        var answer = await visitor.PostAsync(form, [("email", LedgerApp.AnnaEmail.ToUpperInvariant()), ("password", LedgerApp.Password)]);

        Assert.Equal("/t/acme/?from=mail", answer.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/t/acme/?from=mail")).StatusCode);
        Assert.Contains("Anna", visitor.Page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example")]
    public async Task Leads_to_no_other_site(string returnUrl)
    {
        var visitor = App.Visit();
        var answer = await visitor.SubmitAsync(
            "/sign-in?returnUrl=" + Uri.EscapeDataString(returnUrl), [("email", LedgerApp.AnnaEmail), ("password", LedgerApp.Password), ("returnUrl", returnUrl)]);

        Assert.Equal("/", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_are_told_the_same()
    {
        var visitor = App.Visit();
        var wrong = await visitor.SubmitAsync("/sign-in", [("email", LedgerApp.GinaEmail), ("password", "not the password")]);
        var first = visitor.Page.Replace(LedgerApp.GinaEmail, "", StringComparison.Ordinal);
        var unknown = await visitor.SubmitAsync("/sign-in", [("email", "nobody@globex.example"), ("password", "not the password")]);
        var second = visitor.Page.Replace("nobody@globex.example", "", StringComparison.Ordinal);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (wrong.StatusCode, unknown.StatusCode));
        Assert.Equal(WithoutTokens(first), WithoutTokens(second));
    }

    [Fact]
    public async Task After_five_wrong_attempts_the_right_password_is_wrong_too_for_a_while()
    {
        var visitor = App.Visit();
        await visitor.SignUpAsync("guessed", "greta@guessed.example", "Greta", "GB");
        var guesser = App.Visit();
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await guesser.SubmitAsync("/sign-in", [("email", "greta@guessed.example"), ("password", $"guess number {attempt}")]);
        }

        var right = await guesser.SubmitAsync("/sign-in", [("email", "greta@guessed.example"), ("password", LedgerApp.Password)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, right.StatusCode);
        Assert.Contains("wait 5 minutes", guesser.Page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/t/guessed/")).StatusCode);
    }

    [Fact]
    public async Task One_address_has_so_many_attempts_a_minute()
    {
        await using var app = await LedgerApp.StartAsync(("SignIn:AttemptsPerMinute", "4"));
        var visitor = app.Visit();
        var answers = new List<HttpStatusCode>();
        for (var attempt = 0; attempt < 3; attempt++)
        {
            answers.Add((await visitor.SubmitAsync("/sign-in", [("email", $"guess{attempt}@acme.example"), ("password", "x")])).StatusCode);
        }

        // Both tenants signed up from the same address.
        Assert.Equal([HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.TooManyRequests], answers);
        Assert.Contains("Wait a minute", visitor.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        var anna = await App.SignInAsync(LedgerApp.AnnaEmail);
        await anna.GetAsync("/t/acme/");

        await anna.PostAsync("/t/acme/sign-out", []);

        Assert.Equal(HttpStatusCode.Redirect, (await anna.GetAsync("/t/acme/")).StatusCode);
    }

    [Fact]
    public async Task The_language_is_the_browsers_until_one_is_chosen_and_then_the_accounts()
    {
        var visitor = App.Visit(Language.Chinese);
        await visitor.GetAsync("/sign-in");
        Assert.Contains("<h1 class=\"cl-title\">登录</h1>", visitor.Page, StringComparison.Ordinal);
        await visitor.SignUpAsync("polyglot", "paul@polyglot.example", "Paul", "CN");
        await visitor.GetAsync("/t/polyglot/");
        await visitor.PostAsync("/t/polyglot/language", [("language", "English"), ("returnUrl", "/t/polyglot/")]);
        await visitor.GetAsync("/t/polyglot/");
        Assert.Contains("<html lang=\"en\">", visitor.Page, StringComparison.Ordinal);

        var elsewhere = await App.SignInAsync("paul@polyglot.example", Language.Chinese);
        await elsewhere.GetAsync("/t/polyglot/");
        Assert.Contains("<html lang=\"en\">", elsewhere.Page, StringComparison.Ordinal);
    }

    private static string WithoutTokens(string page) =>
        System.Text.RegularExpressions.Regex.Replace(page, "CfDJ8[\\w-]+", "", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5));
}
