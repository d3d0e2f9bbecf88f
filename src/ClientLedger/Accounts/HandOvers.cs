using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ClientLedger.Shared;
using ClientLedger.Storage;
using ClientLedger.Storage.Catalog;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Accounts;

/// <summary>
/// Carries a sign-in from the base host to a tenant's host. The tenant's host gives the browser a secret and asks for a code that is bound to it;
/// the base host issues one for whoever has signed in there; the tenant's host redeems it, once and soon.
/// </summary>
internal sealed class HandOvers(CatalogDatabase catalog, IRandomSource random, TimeProvider clock)
{
    /// <summary>How long a code is good: a redirect takes less than a second.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(1);

    private const int SecretLength = 32;

    /// <summary>A secret, for the browser that asks.</summary>
    public string NewSecret()
    {
        Span<byte> bytes = stackalloc byte[SecretLength];
        random.Fill(bytes);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>What a code for the holder of a secret is bound to.</summary>
    public static string BindingOf(string secret) => Base64Url.EncodeToString(Hash(secret));

    /// <summary>A code by which the account is let in on the tenant's host, from a browser that holds the binding's secret.</summary>
    /// <returns>Null for a binding that is none.</returns>
    public async Task<string?> IssueAsync(int tenantId, long accountId, string binding, CancellationToken cancellationToken)
    {
        if (!Base64Url.IsValid(binding, out var length) || length != SHA256.HashSizeInBytes)
        {
            return null;
        }

        var (code, now) = (NewSecret(), clock.Now());
        await using var context = catalog.CreateContext();
        await context.HandOvers.Where(handOver => handOver.ExpiresAt < now).ExecuteDeleteAsync(cancellationToken);
        context.HandOvers.Add(new HandOver
        {
            CodeHash = Hash(code),
            TenantId = tenantId,
            AccountId = accountId,
            Binding = Base64Url.DecodeFromChars(binding),
            ExpiresAt = now + Lasts,
        });
        await context.SaveChangesAsync(cancellationToken);
        return code;
    }

    /// <summary>The account that a code lets in on a tenant's host; null when it was used, is too old, or is another browser's or tenant's.</summary>
    public async Task<long?> RedeemAsync(int tenantId, string code, string secret, CancellationToken cancellationToken)
    {
        var (hash, binding, now) = (Hash(code), Hash(secret), clock.Now());
        await using var context = catalog.CreateContext();
        var mine = context.HandOvers.Where(handOver =>
            handOver.TenantId == tenantId && handOver.CodeHash == hash && handOver.Binding == binding && handOver.ExpiresAt >= now);
        var account = await mine.Select(handOver => (long?)handOver.AccountId).SingleOrDefaultAsync(cancellationToken);

        // Of two that come with one code, the one that deletes it is let in.
        return account is not null && await mine.ExecuteDeleteAsync(cancellationToken) == 1 ? account : null;
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
