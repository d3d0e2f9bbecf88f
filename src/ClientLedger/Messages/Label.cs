namespace ClientLedger.Messages;

/// <summary>
/// A text that isn't a refusal, in both languages: the name of a field, what a page says. <c>{name}</c> stands for the argument of that name.
/// Rooms declare what their pages say as static read-only fields of a class whose name ends in <c>Texts</c>.
/// </summary>
public sealed record Label(string Chinese, string English)
{
    /// <summary>The text in one language.</summary>
    public string In(Language language) => language == Language.Chinese ? Chinese : English;
}
