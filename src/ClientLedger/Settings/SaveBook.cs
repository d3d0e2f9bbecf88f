using ClientLedger.Fields.Values;
using ClientLedger.Messages;
using ClientLedger.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Settings;

/// <summary>Changes what a book is called, and what and whom it is kept for, or adds one.</summary>
public static class SaveBook
{
    private const int MostName = 100, MostText = 1_000;

    /// <summary>Saves a book.</summary>
    /// <param name="id">The book; null adds one with the next number.</param>
    /// <returns>Its number, and what is wrong; then nothing was saved and the number is 0.</returns>
    public static async Task<(long Id, IReadOnlyList<Refusal> Refusals)> RunAsync(
        LedgerScope scope, long? id, string name, string? purpose, string? audience, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(name);
        name = TextCleaning.Line(name);
        purpose = TextCleaning.Block(purpose ?? "");
        audience = TextCleaning.Block(audience ?? "");
        List<Refusal> wrong = [.. Check(name, purpose, audience)];
        if (wrong.Count > 0)
        {
            return (0, wrong);
        }

        var saved = 0L;
        var refusals = await ScopeChange.SaveAsync(
            scope,
            async (context, _) =>
            {
                var books = await context.Set<Book>().ToListAsync(cancellationToken);
                if (books.Exists(book => book.Name == name && book.Id != id))
                {
                    return [Refusal.Of(SettingsMessages.BookTaken, ("name", name)) with { Field = "name" }];
                }

                var book = id is null ? context.Add(new Book { Id = books.Max(each => each.Id) + 1, Name = name }).Entity : books.Find(each => each.Id == id);
                if (book is null)
                {
                    return [Refusal.Of(SettingsMessages.BookUnknown, ("id", id))];
                }

                (book.Name, book.Purpose, book.Audience) = (name, purpose.Length == 0 ? null : purpose, audience.Length == 0 ? null : audience);
                await context.SaveChangesAsync(cancellationToken);
                saved = book.Id;
                return [];
            },
            cancellationToken);
        return refusals.Count == 0 ? (saved, []) : (0, refusals);
    }

    private static IEnumerable<Refusal> Check(string name, string purpose, string audience)
    {
        if (name.Length is 0 or > MostName)
        {
            yield return Refusal.Of(SettingsMessages.BookName, ("max", MostName)) with { Field = "name" };
        }

        foreach (var (field, text) in new[] { (nameof(purpose), purpose), (nameof(audience), audience) })
        {
            if (text.Length > MostText)
            {
                yield return Refusal.Of(SettingsMessages.BookText, ("max", MostText), ("length", text.Length)) with { Field = field };
            }
        }
    }
}
