namespace ClientLedger.Messages;

/// <summary>A name in both languages, as shown on pages, in exports and in the API's descriptions.</summary>
public sealed record Label(string Chinese, string English)
{
    /// <summary>The name in one language.</summary>
    public string In(Language language) => language == Language.Chinese ? Chinese : English;
}
