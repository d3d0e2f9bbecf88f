using System.Globalization;
using ClientLedger.Benchmarks.Data;
using ClientLedger.Fields.Lists;
using ClientLedger.Writing;

namespace ClientLedger.Benchmarks.Writing;

/// <summary>New customers as an import sends them: texts as people type them, and no two with the same name, phone, e-mail address or tax number.</summary>
internal static class ImportedRows
{
    private static readonly string[] Names =
        ["name", "shortName", "kind", "phones", "emails", "taxNumber", "industry", "region", "city", "grade", "stage", "creditLimit", "currency", "tier", "note"];

    /// <summary>One set of that many rows, which leaves duplicates out and therefore looks for them.</summary>
    public static ChangeSet Of(int count)
    {
        var used = new HashSet<string>();
        var rows = new List<RecordChange>(count);
        for (var number = 0; rows.Count < count; number++)
        {
            var customer = SeedCustomer.Of(number);
            string[] own = [customer.Name, .. customer.Phones, .. customer.Emails, .. customer.TaxNumber is { } tax ? [tax] : Array.Empty<string>()];
            if (own.Distinct().Count() == own.Length && !own.Any(used.Contains))
            {
                used.UnionWith(own);
                rows.Add(new RecordChange(Verb.Create, "customer") { Values = new FieldValues(Names, Values(customer)) });
            }
        }

        return new ChangeSet(Door.Import, rows) { Duplicates = DuplicatePolicy.Skip, Reason = "benchmark", BatchId = 1 };
    }

    private static string?[] Values(SeedCustomer customer) =>
    [
        customer.Name,
        customer.ShortName,
        customer.Kind == "person" ? "个人" : "企业",
        string.Join("; ", customer.Phones.Select(Typed)),
        string.Join("; ", customer.Emails),
        customer.TaxNumber,
        Industries.List.Find(customer.Industry)!.Label.Chinese,
        customer.City,
        customer.City,
        customer.Grade,
        customer.Stage,
        "￥" + customer.CreditLimit.ToString("N2", CultureInfo.InvariantCulture),
        "CNY",
        customer.Tier,
        customer.Note,
    ];

    /// <summary>Chinese numbers without their country, as they are dialled.</summary>
    private static string Typed(string phone) => phone switch
    {
        ['+', '8', '6', '1', ..] => $"{phone[3..6]} {phone[6..10]} {phone[10..]}",
        ['+', '8', '6', ..] => $"0{phone[3..6]}-{phone[6..]}",
        _ => phone,
    };
}
