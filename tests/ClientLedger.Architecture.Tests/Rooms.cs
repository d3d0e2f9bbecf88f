using ClientLedger.Messages;

namespace ClientLedger.Architecture.Tests;

/// <summary>The floors of <c>src/ClientLedger</c>: which rooms there are, and what may use what.</summary>
internal static class Rooms
{
    private static readonly string[][] Floors =
    [
        ["Tenancy", "Access", "Fields", "Reading", "Writing", "History", "Jobs", "Storage", "Messages", "Settings", "Shared"],
        [
            "Customers", "Contacts", "Products", "Orders", "Contracts", "Payments", "Projects", "Interactions", "Tickets", "Tasks",
            "Notes", "Events", "Attachments", "Needs",
        ],
        [
            "Accounts", "Billing", "Security", "Views", "Templates", "Forms", "Imports", "Exports", "Duplicates", "Quality", "Segments",
            "Surveys", "Reminders", "Insights", "Approvals", "Privacy", "Webhooks", "Help", "Operations", "Api",
        ],
    ];

    public const int Ground = 0;
    public const int First = 1;
    public const int Second = 2;

    /// <summary>Every room, whether it has been built yet or not.</summary>
    public static IReadOnlyDictionary<string, int> FloorOf { get; } = Floors
        .SelectMany((rooms, floor) => rooms.Select(room => (room, floor)))
        .ToDictionary(x => x.room, x => x.floor, StringComparer.Ordinal);

    /// <summary>The types of each room, those of its inner folders too.</summary>
    public static ILookup<string, Type> Types { get; } = typeof(MessageCode).Assembly.GetTypes()
        .Where(type => !type.IsNested && !Product.IsGenerated(type) && RoomOf(type) is not null)
        .ToLookup(type => RoomOf(type)!, StringComparer.Ordinal);

    /// <summary>What lies in no room: a file here composes rooms, and none of them may know it.</summary>
    public const string Hall = "";

    /// <summary>The room of a type of the product; null when it is no room's.</summary>
    public static string? RoomOf(Type type) =>
        type.Assembly != typeof(MessageCode).Assembly ? null
        : type.Namespace == "ClientLedger" ? Hall
        : type.Namespace?.Split('.') is ["ClientLedger", var room, ..] && FloorOf.ContainsKey(room) ? room
        : null;

    /// <summary>A type's name without the number of its type parameters.</summary>
    public static string NameOf(Type type) => type.Name.Split('`')[0];
}
