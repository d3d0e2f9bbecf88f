using ClientLedger.Storage.Catalog;
using Microsoft.AspNetCore.Identity;

namespace ClientLedger.Accounts;

/// <summary>Tries passwords, and counts the wrong ones: after <see cref="AccountRules.MaxAttempts"/> none is right for a while.</summary>
internal static class PasswordAttempts
{
    private static readonly Account Nobody = new() { UserName = "nobody" };
    private static readonly Lazy<string> NobodysHash = new(() => new PasswordHasher<Account>().HashPassword(Nobody, "a password that is nobody's"));

    /// <summary>Whether the account's password is this one. No account takes as long as a wrong password, so that time tells nothing.</summary>
    public static async Task<bool> IsRightAsync(UserManager<Account> accounts, Account? account, string password)
    {
        if (account is null)
        {
            _ = accounts.PasswordHasher.VerifyHashedPassword(Nobody, NobodysHash.Value, password);
            return false;
        }

        // Tried also while the account is closed, for the same reason.
        var isRight = await accounts.CheckPasswordAsync(account, password);
        if (await accounts.IsLockedOutAsync(account))
        {
            return false;
        }

        await (isRight ? accounts.ResetAccessFailedCountAsync(account) : accounts.AccessFailedAsync(account));
        return isRight;
    }
}
