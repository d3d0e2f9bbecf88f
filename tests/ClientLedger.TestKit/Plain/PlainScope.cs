using ClientLedger.Access;
using ClientLedger.Fields;
using ClientLedger.Messages;
using ClientLedger.Settings;
using ClientLedger.Storage;
using ClientLedger.Storage.Secrets;
using ClientLedger.Tenancy;

namespace ClientLedger.TestKit.Plain;

/// <summary>Opens a tenant's ledger for a test's caller, with rights that no table holds.</summary>
public static class PlainScope
{
    /// <summary>A company in Shanghai that reckons in yuan.</summary>
    public static TenantSettings Settings { get; } = new()
    {
        Company = "Acme",
        Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"),
        Language = Language.English,
        BaseCurrency = "CNY",
        DefaultCountry = "CN",
    };

    /// <summary>The tenant has books of all numbers that the generators give.</summary>
    public static IReadOnlyDictionary<long, string> Books { get; } = Enumerable.Range(1, 20).ToDictionary(number => (long)number, number => $"Book {number}");

    /// <summary>Every person below this number is a member of the tenant.</summary>
    public const long FirstStranger = 1_000;

    /// <summary>A scope; the plain ledger needs neither database nor keys, the gates need both.</summary>
    /// <param name="stamp">The stamp that the tenant has in the database, if it has one.</param>
    public static LedgerScope Of(int tenant, LedgerSchema schema, Rights rights, LedgerDatabase? database = null, TenantSecrets? secrets = null, long? stamp = null) => new(
        tenant, $"tenant{tenant}", new Actor(ActorKind.Person, rights.Person, $"person {rights.Person}"), rights, schema, Settings, database!, secrets!)
    {
        Books = Books,
        Members = static (persons, _) => Task.FromResult<IReadOnlySet<long>>(persons.Where(person => person < FirstStranger).ToHashSet()),
        Stamp = stamp,
    };
}
