namespace ClientLedger.Messages;

/// <summary>The languages that the product speaks.</summary>
public enum Language
{
    English,
    Chinese,
}
