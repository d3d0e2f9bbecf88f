using ClientLedger.Messages;

namespace ClientLedger.Accounts;

/// <summary>What an account must be. Length is what makes a password strong; a mix of signs isn't asked for.</summary>
internal static class AccountRules
{
    public const int MinPassword = 10;
    public const int MaxPassword = 128;
    public const int MaxName = 100;

    /// <summary>Wrong attempts after which an account is closed for <see cref="LockedFor"/>.</summary>
    public const int MaxAttempts = 5;

    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(5);

    /// <summary>What is wrong with a name and a password that somebody has chosen.</summary>
    /// <param name="email">Canonical.</param>
    public static IEnumerable<Refusal> Check(string name, string password, string email, string tenant)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > MaxName)
        {
            yield return Refusal.Of(AccountMessages.NameMissing, ("max", MaxName)) with { Field = "person" };
        }

        if (password.Length < MinPassword)
        {
            yield return Refusal.Of(AccountMessages.PasswordShort, ("min", MinPassword)) with { Field = "password" };
        }
        else if (password.Length > MaxPassword)
        {
            yield return Refusal.Of(AccountMessages.PasswordLong, ("max", MaxPassword)) with { Field = "password" };
        }
        else if (IsGuessable(password, email, tenant))
        {
            yield return Refusal.Of(AccountMessages.PasswordGuessable) with { Field = "password" };
        }
    }

    /// <summary>Little is left of it when the words that everybody knows are taken out.</summary>
    private static bool IsGuessable(string password, string email, string tenant)
    {
        var left = password.ToLowerInvariant();
        foreach (var known in new[] { email, email.Split('@')[0], tenant })
        {
            left = known.Length == 0 ? left : left.Replace(known, "", StringComparison.Ordinal);
        }

        return left.Length < MinPassword / 2;
    }
}
