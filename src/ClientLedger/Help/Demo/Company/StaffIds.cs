namespace ClientLedger.Help.Demo.Company;

/// <summary>The accounts of the staff, by which records name their owners.</summary>
internal sealed record StaffIds(long Owner, long Manager, long HomeSales, long AbroadSales)
{
    private const int WithoutOwnerInPercent = 6;

    public IEnumerable<long> All => [Owner, Manager, HomeSales, AbroadSales];

    /// <summary>Whose customer it is; null for some, which nobody has taken yet.</summary>
    public long? OwnerOf(Dice dice, PlannedCustomer customer, string grade)
    {
        if (dice.Happens(WithoutOwnerInPercent))
        {
            return null;
        }

        var sales = customer.Country is null ? HomeSales : AbroadSales;
        return grade == "core"
            ? dice.Weighted([(Manager, 45), (sales, 45), (Owner, 10)])
            : dice.Weighted([(sales, 86), (Manager, 12), (Owner, 2)]);
    }
}
