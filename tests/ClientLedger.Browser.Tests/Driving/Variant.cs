using ClientLedger.Messages;
using ClientLedger.TestKit;

namespace ClientLedger.Browser.Tests.Driving;

/// <summary>One of the forms in which every page is looked at: a language and the size of a screen.</summary>
public sealed record Variant(Language Language, int Width, int Height)
{
    public const int DesktopWidth = 1366;
    public const int PhoneWidth = 390;

    public static Variant Desktop(Language language = Language.English) => new(language, DesktopWidth, 768);

    public static Variant Phone(Language language = Language.English) => new(language, PhoneWidth, 844);

    /// <summary>Both languages on a desktop and on a phone; in the quick run each language and each size once.</summary>
    public static TheoryData<Variant> All() => Depth.IsFull
        ? [Desktop(), Desktop(Language.Chinese), Phone(), Phone(Language.Chinese)]
        : [Desktop(Language.Chinese), Phone()];

    public bool IsPhone => Width == PhoneWidth;

    public override string ToString() => $"{(IsPhone ? "phone" : "desktop")}-{(Language == Language.Chinese ? "zh" : "en")}";
}
