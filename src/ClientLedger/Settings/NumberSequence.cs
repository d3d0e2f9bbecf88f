using System.Globalization;
using ClientLedger.Storage;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Settings;

/// <summary>Numbers that the product gives to new records: <c>C-000123</c>.</summary>
public sealed class NumberSequence : ITenantOwned
{
    /// <summary>API name of the field that is filled.</summary>
    public const string Field = "number";

    public int TenantId { get; set; }

    /// <summary>API name of the entity whose field <c>number</c> it fills.</summary>
    public required string Name { get; set; }

    /// <summary>What stands before the digits.</summary>
    public required string Prefix { get; set; }

    /// <summary>The fewest digits; shorter numbers get zeros in front.</summary>
    public int Width { get; set; }

    /// <summary>The number that is given next.</summary>
    public long Next { get; set; }

    /// <summary>The sequences of a new tenant.</summary>
    public static IReadOnlyList<NumberSequence> Defaults() =>
    [
        new() { Name = "customer", Prefix = "C-", Width = 6, Next = 1 },
        new() { Name = "product", Prefix = "P-", Width = 5, Next = 1 },
        new() { Name = "order", Prefix = "O-", Width = 6, Next = 1 },
        new() { Name = "contract", Prefix = "CT-", Width = 5, Next = 1 },
        new() { Name = "ticket", Prefix = "T-", Width = 5, Next = 1 },
    ];

    /// <summary>How a number is written.</summary>
    public string Format(long number) => Prefix + number.ToString(CultureInfo.InvariantCulture).PadLeft(Width, '0');

    /// <summary>
    /// Takes numbers in one go. In a transaction they are taken for good with its commit, and others who want a number wait for it.
    /// </summary>
    /// <param name="context">Inside the transaction that uses the numbers.</param>
    /// <returns>As many numbers, ascending, as written; empty where the tenant has no such sequence.</returns>
    public static async Task<IReadOnlyList<string>> TakeAsync(LedgerContext context, string name, int count, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var sequences = context.Set<NumberSequence>().Where(sequence => sequence.Name == name);

        // The update comes first: it locks the row, so what is read after it is this transaction's alone.
        await sequences.ExecuteUpdateAsync(set => set.SetProperty(sequence => sequence.Next, sequence => sequence.Next + count), cancellationToken);
        var taken = await sequences.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        return taken is null ? [] : [.. Enumerable.Range(0, count).Select(offset => taken.Format(taken.Next - count + offset))];
    }

    /// <summary>Gives back the last numbers that the same transaction took and has no use for, so that no gap stays.</summary>
    internal static Task GiveBackAsync(LedgerContext context, string name, int count, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Set<NumberSequence>().Where(sequence => sequence.Name == name)
            .ExecuteUpdateAsync(set => set.SetProperty(sequence => sequence.Next, sequence => sequence.Next - count), cancellationToken);
    }
}
