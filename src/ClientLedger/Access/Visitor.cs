using System.Globalization;
using System.Security.Claims;

namespace ClientLedger.Access;

/// <summary>Who stands behind a request.</summary>
internal static class Visitor
{
    /// <summary>The account that has signed in; null for a visitor.</summary>
    public static long? AccountId(this ClaimsPrincipal user) =>
        user.Identity?.IsAuthenticated == true
        && long.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
