using System.Text;
using ClientLedger.Benchmarks.Data;
using ClientLedger.Fields.Values;
using ClientLedger.Reading.Binding;
using ClientLedger.Reading.Searching;
using Npgsql;

namespace ClientLedger.Benchmarks.Searching;

/// <summary>What people type: the same list for the same customers, each with 1 to 100 customers that it finds.</summary>
internal static class SearchQuestions
{
    public const int OfEachKind = 100, MostFound = 100;

    /// <summary>Words that a great part of all customers have.</summary>
    public static readonly string[] Frequent =
    [
        "公司", "有限公司", "科技", "深圳", "鑫", "王", "a", "w", "yx", "yxg", "gs", "gongsi", "youxian", "wang", "c-0", "00", "example", "post", "ltd", "james", "smith", "有限 公司", "james smith",
    ];

    /// <summary>400 texts: parts of names, three and more initials, last digits of phones, e-mail addresses.</summary>
    /// <param name="tenant">Whose customers they are parts of.</param>
    public static async Task<IReadOnlyList<string>> OfAsync(NpgsqlConnection connection, int tenant, int customers)
    {
        var chosen = new List<string>();
        var dice = new Dice(4711);
        foreach (var part in (Func<Dice, SeedCustomer, string?>[])[NamePart, Initials, Tail, Address])
        {
            var ofKind = new HashSet<string>();
            while (ofKind.Count < OfEachKind)
            {
                var customer = SeedCustomer.Of(dice.Throw(customers));
                if (part(new Dice(dice.Throw(int.MaxValue)), customer) is { } text && !ofKind.Contains(text)
                    && await FoundAsync(connection, tenant, text) is >= 1 and <= MostFound)
                {
                    ofKind.Add(text);
                }
            }

            chosen.AddRange(ofKind);
        }

        return chosen;
    }

    /// <summary>Two to five characters from anywhere in a Chinese name; the first four or more letters of a Latin word.</summary>
    private static string? NamePart(Dice dice, SeedCustomer customer)
    {
        var name = customer.Name;
        if (Pinyin.Of(name[0]) is null)
        {
            var word = dice.Pick(name.Split(' '));
            return word.Length < 4 ? null : word[..(4 + dice.Throw(word.Length - 3))];
        }

        var length = Math.Min(name.Length, 2 + dice.Throw(4));
        return name.Substring(dice.Throw(name.Length - length + 1), length);
    }

    private static string? Initials(Dice dice, SeedCustomer customer)
    {
        var initials = new StringBuilder();
        foreach (var rune in customer.Name.EnumerateRunes())
        {
            if (Pinyin.Of(rune) is not { } reading)
            {
                return null;
            }

            initials.Append(reading[0]);
        }

        var length = Math.Min(initials.Length, 3 + dice.Throw(6));
        return length < 3 ? null : initials.ToString(dice.Throw(initials.Length - length + 1), length);
    }

    private static string Tail(Dice dice, SeedCustomer customer)
    {
        var phone = customer.Phones[0];
        return phone[^(4 + dice.Throw(5))..];
    }

    private static string? Address(Dice dice, SeedCustomer customer)
    {
        if (customer.Emails is not [var address, ..])
        {
            return null;
        }

        return dice.Throw(2) == 0 ? address : address[..address.IndexOf('@', StringComparison.Ordinal)];
    }

    /// <summary>How many customers have a term that the word asks for, counted past the gate.</summary>
    private static async Task<long> FoundAsync(NpgsqlConnection connection, int tenant, string text)
    {
        if (SearchWord.Of(text) is not [var word])
        {
            return 0;
        }

        string[] starts = [.. word.Asked[1], .. word.Asked[2]];
        await using var command = new NpgsqlCommand(
            """
            SELECT count(DISTINCT "RecordId") FROM (
              SELECT "RecordId" FROM "SearchTerm" WHERE "TenantId" = $1 AND "Term" = ANY ($2)
              UNION ALL SELECT s.* FROM unnest($3, $4) AS r(low, high), LATERAL (
                SELECT "RecordId" FROM "SearchTerm" WHERE "TenantId" = $1 AND "Term" >= low COLLATE "C" AND "Term" < high COLLATE "C" LIMIT 5000) s) AS found
            """,
            connection)
        {
            Parameters =
            {
                new NpgsqlParameter<int> { TypedValue = tenant },
                new NpgsqlParameter<string[]> { TypedValue = [.. word.Asked[0]] },
                new NpgsqlParameter<string[]> { TypedValue = starts },
                new NpgsqlParameter<string[]> { TypedValue = [.. starts.Select(start => start + Binder.AfterAll)] },
            },
        };
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
