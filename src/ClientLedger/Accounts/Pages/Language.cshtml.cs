using ClientLedger.Access;
using ClientLedger.Messages;
using ClientLedger.Shared.Pages;
using ClientLedger.Storage.Catalog;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Accounts.Pages;

/// <summary>Changes the language: of this browser, and of the account for the next sign-in anywhere.</summary>
[DoorAccess(Admission.Anybody)]
internal sealed class LanguageModel(CatalogContext catalog) : PageModel
{
    public async Task<IActionResult> OnPostAsync(Language language, string? returnUrl, CancellationToken cancellationToken)
    {
        RequestLanguage.Keep(HttpContext, language);
        if (User.AccountId() is { } account)
        {
            await catalog.Users.Where(user => user.Id == account).ExecuteUpdateAsync(set => set.SetProperty(user => user.Language, language), cancellationToken);
        }

        return LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : Url.Content("~/"));
    }
}
