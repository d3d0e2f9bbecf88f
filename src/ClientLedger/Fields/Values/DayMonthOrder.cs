namespace ClientLedger.Fields.Values;

/// <summary>What stands first in dates that end with the year, such as 03/04/2024.</summary>
public enum DayMonthOrder
{
    DayFirst,
    MonthFirst,
}
